import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTS } from './hosts/index.ts';
import { folderOf, runBuilt, SERVICE, serviceWith } from './workshop.ts';

const FOLDED = join(SERVICE, 'folded.ts');
const ANSWER = '["opus","haiku","sonnet",3]\n';

describe.each(Object.entries(HOSTS))('%s', (_name, build) => {
  test.each([false, true])('answers alike, folded: %s', async (fold) => {
    const file = await build({ entry: FOLDED, folder: folderOf(), options: { fold }, minify: true });
    expect(await runBuilt(file)).toEqual({ code: 0, stdout: ANSWER, stderr: '' });
  });

  test('leaves table and router out where every call is folded', async () => {
    const file = await build({ entry: FOLDED, folder: folderOf(), options: { fold: true }, minify: true });
    const built = readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*/, '');
    expect(built).not.toMatch(/classification|TASKROUTE|routeModel/);
    expect(built.length).toBeLessThan(100);
  });

  test('keeps the module of a router that does something else as well', async () => {
    const router = readFileSync(join(SERVICE, 'router.ts'), 'utf8');
    const folder = serviceWith({ 'router.ts': `${router}\nconsole.log('loaded');\n` });
    const entry = join(folder, 'src/folded.ts');
    const file = await build({ entry, folder: join(folder, 'out'), options: { fold: true }, minify: true });
    expect((await runBuilt(file)).stdout).toBe(`loaded\n${ANSWER}`);
  });

  test('keeps a call that is not certain, and the router with it', async () => {
    const folder = serviceWith({
      'entry.ts': `import { routeModel } from './router.ts';

console.log(routeModel('blog-post'), routeModel(process.argv[2] ?? 'content/page'));
`,
    });
    const entry = join(folder, 'src/entry.ts');
    const file = await build({ entry, folder: join(folder, 'out'), options: { fold: true }, minify: true });
    expect((await runBuilt(file)).stdout).toBe('opus sonnet\n');
  });
});
