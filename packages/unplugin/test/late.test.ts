import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTS } from './hosts/index.ts';
import { folderOf, runBuilt, SERVICE, serviceWith } from './workshop.ts';

describe.each(Object.entries(HOSTS))('%s', (_name, build) => {
  test('builds calls of a router under other names', async () => {
    const { stdout, stderr } = await runBuilt(
      await build({ entry: join(SERVICE, 'other-names.ts'), folder: folderOf() }),
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('haiku haiku opus opus\n');
  });

  test('fails where they lost their tasks', async () => {
    const failed = build({ entry: join(SERVICE, 'other-names.ts'), folder: folderOf(), isWrong: true });
    await expect(failed).rejects.toThrow(/other-names\.ts:6:13\b[^]*:6:42\b[^]*:6:68\b[^]*:6:90\b/);
  });

  test('fails on JavaScript that came without its types', async () => {
    const folder = serviceWith({
      'built.js': "import { routeModel } from './router.ts';\n\nexport const model = routeModel();\n",
      'entry.ts': "import { model } from './built.js';\n\nconsole.log(model);\n",
    });
    const failed = build({ entry: join(folder, 'src/entry.ts'), folder: join(folder, 'out') });
    await expect(failed).rejects.toThrow(/src\/built\.js:3:22\b/);
  });

  test('fails on a file that is excluded and holds an erased call', async () => {
    const failed = build({ entry: join(SERVICE, 'main.ts'), folder: folderOf(), options: { exclude: /main\.ts$/ } });
    await expect(failed).rejects.toThrow(/main\.ts:10:12\b/);
  });

  const INJECTED = {
    'ask.ts': `import type { routeModel } from './router.ts';

const draft = (pick: () => string): string => pick();
const none = (): string => 'none';
export const ask = ({ pick }: { pick: typeof routeModel }): string => pick<'blog-post'>() + draft(none);
`,
    'entry.ts':
      "import { ask } from './ask.ts';\nimport { routeModel } from './router.ts';\n\nconsole.log(ask({ pick: routeModel }));\n",
  };

  test('builds a call of what is handed in under another name', async () => {
    const folder = serviceWith(INJECTED);
    const file = await build({ entry: join(folder, 'src/entry.ts'), folder: join(folder, 'out') });
    expect((await runBuilt(file)).stdout).toBe('opusnone\n');
  });

  test.each([
    ['types are removed first', { isWrong: true }],
    ['its file is excluded', { options: { exclude: /ask\.ts$/ } }],
    ['its file is not included', { options: { include: /entry\.ts$/ } }],
  ])('fails where it lost its task: %s', async (_how, job) => {
    const folder = serviceWith(INJECTED);
    const failed = build({ entry: join(folder, 'src/entry.ts'), folder: join(folder, 'out'), ...job });
    await expect(failed).rejects.toThrow(/ask\.ts:5:71 {2}routeModel lost its task/);
  });

  test('says nothing of a function of the same name that is no router', async () => {
    const folder = serviceWith({
      'other.ts': "export function routeModel(): string {\n  return 'own';\n}\n",
      'entry.ts': "import { routeModel } from './other.ts';\n\nconsole.log(routeModel());\n",
    });
    const { stdout } = await runBuilt(
      await build({ entry: join(folder, 'src/entry.ts'), folder: join(folder, 'out') }),
    );
    expect(stdout).toBe('own\n');
  });
});
