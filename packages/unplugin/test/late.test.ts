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
