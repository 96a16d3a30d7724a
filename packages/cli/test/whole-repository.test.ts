import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';
import { runIn } from './run.ts';

const ROUTER = `import { defineRouter } from '@taskroute/router';
export const { routeModel } = defineRouter({
  tiers: ['haiku', 'opus'],
  default: 'opus',
  routes: { mail: 'haiku' },
});
`;

/** A repository of two packages; git's own folder is what tells that it is one. */
function packages(): Fixture {
  const fixture = createFixture({
    'a/src/router.ts': ROUTER,
    'b/src/mail.ts': "import { routeModel } from '../../a/src/router.ts';\nexport const model = routeModel('mail');\n",
  });
  mkdirSync(fixture.path('.git'));
  return fixture;
}

test('a line is not removed while another package of the repository asks for it', async () => {
  using fixture = packages();
  const { exit, out } = await runIn(fixture.path('a'), 'remove', 'mail');
  expect([exit, out]).toEqual([1, expect.stringContaining('../b/src/mail.ts:2:22')]);
  expect(readFileSync(fixture.path('a/src/router.ts'), 'utf8')).toBe(ROUTER);
});

test('a new name reaches the callers in other packages of the repository', async () => {
  using fixture = packages();
  expect((await runIn(fixture.path('a'), 'rename', 'mail', 'email')).exit).toBe(0);
  expect(readFileSync(fixture.path('b/src/mail.ts'), 'utf8')).toContain("routeModel('email')");
});

test('explain knows the callers in other packages of the repository', async () => {
  using fixture = packages();
  expect((await runIn(fixture.path('a/src'), 'explain', 'mail')).out).toContain('../../b/src/mail.ts:2:22');
});

test.each([
  ['{ bad', /taskroute\.json:1:3 .*cannot be parsed/],
  ['{ "ruoters": [] }', /taskroute\.json:1:3 .*ruoters/],
  [
    '{ "routers": [{ "module": "nope.js", "table": "T", "default": "a", "tiers": ["a"], "functions": ["f"] }] }',
    /taskroute\.json:1:\d+ .*nope\.js.* is no file/,
  ],
])('where %s alone could lead to a router, what is wrong with it is said', async (text, said) => {
  using fixture = createFixture({ 'taskroute.json': text, 'lib/router.js': 'module.exports = {};' });
  for (const command of [['audit'], ['explain', 'mail']]) {
    const { exit, err } = await runIn(fixture.root, ...command);
    expect([exit, err]).toEqual([2, expect.stringMatching(said)]);
  }
});

test('two formats at once are refused', async () => {
  using fixture = packages();
  expect((await runIn(fixture.root, 'audit', '--json', '--format', 'sarif')).exit).toBe(2);
  expect((await runIn(fixture.root, 'diff', 'HEAD', '--json', '--format', 'markdown')).exit).toBe(2);
});

test('an output that takes nothing is said in one line, with exit 2', () => {
  using fixture = packages();
  const bin = new URL('../dist/bin.js', import.meta.url).pathname;
  const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" audit > /dev/full`], {
    cwd: fixture.root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^taskroute: what there is to say cannot be written: .*\n$/),
  ]);
});

test('tabs of a table are tabs in the diff that is shown', async () => {
  using fixture = createFixture({ 'router.ts': ROUTER.replaceAll('  ', '\t') });
  expect((await runIn(fixture.root, 'move', 'mail', 'opus')).out).toContain("-\troutes: { mail: 'haiku' },");
});
