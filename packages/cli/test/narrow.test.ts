import { expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { runIn } from './run.ts';
import { FILES } from './two-tables.ts';

interface Called {
  readonly file: string;
  readonly line: number;
  readonly tasks: readonly string[];
}

test('among many files the callers of a task are those that an audit of all of them finds', async () => {
  const many = Array.from({ length: 150 }, (_, index): readonly [string, string] => {
    const call = [
      `import { routeModel } from '../router.js';\nexport const m = routeModel('contract');\n`,
      `import { routeModel as pick } from '../router.js';\nexport const m = pick('blog-post');\n`,
      `import { NAMES } from '../names.js';\nimport * as router from '../router.js';\nexport const m = router.routeModel(NAMES.post);\n`,
      `import { call } from '../call.js';\ncall({ task: 'blog-post' });\n`,
      `export const m = 'blog-post';\n`,
    ][index % 5];
    return [`src/many/f${String(index)}.ts`, call ?? ''];
  });
  using fixture = createFixture({
    ...FILES,
    'src/names.ts': `export const NAMES = { post: 'blog-post' } as const;\n`,
    'src/call.ts': `import { routeModel } from './router.js';\nexport function call(options: { task: string }) {\n  return routeModel(options.task);\n}\n`,
    'taskroute.json': JSON.stringify({ wrappers: [{ module: 'src/call.ts', function: 'call', task: 'options.task' }] }),
    ...Object.fromEntries(many),
  });
  const audit = await runIn(fixture.root, 'audit', '--json');
  const { calls } = JSON.parse(audit.out) as { calls: readonly Called[] };
  const expected = calls.filter(({ tasks }) => tasks.includes('blog-post'));
  const { callers, unverified } = JSON.parse((await runIn(fixture.root, 'explain', 'blog-post', '--json')).out) as {
    callers: readonly Called[];
    unverified: number;
  };
  expect(expected.length).toBe(93);
  expect(callers.map(({ file, line }) => [file, line])).toEqual(expected.map(({ file, line }) => [file, line]));
  expect(unverified).toBe(1);
});
