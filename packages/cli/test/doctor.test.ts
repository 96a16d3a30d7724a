import { utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Check } from '../src/doctor/check.ts';
import { versionChecks } from '../src/doctor/installed.ts';
import type { Fixture } from '../../source/test/fixture.ts';
import { runIn } from './run.ts';
import { faultsOfJson } from './schema.ts';
import { BIN, projectOf, runNode } from './workshop.ts';

const ROUTER = `import { defineRouter } from '@taskroute/router';
export const router = defineRouter({ tiers: ['haiku', 'opus'], default: 'opus', routes: { 'blog-post': 'opus' } });
export const { routeModel } = router;
`;
const CALL = `import { routeModel } from './router.ts';\nexport const model = routeModel('blog-post');\n`;
const ERASED = CALL.replace("('blog-post')", "<'blog-post'>()");
const FILES = { 'src/router.ts': ROUTER, 'src/mailer.ts': CALL };
const LOWERED = { ...FILES, 'src/mailer.ts': ERASED, 'taskroute.json': '{ "lowered": true }' };

interface Report {
  readonly installed: readonly { readonly name: string; readonly version: string; readonly path: string }[];
  readonly routers: readonly object[];
  readonly checks: readonly Check[];
}

async function reportOf(fixture: Fixture): Promise<Report & { readonly exit: number; readonly err: string }> {
  const { exit, out, err } = await runIn(fixture.root, 'doctor', '--json');
  expect(faultsOfJson('doctor', out)).toEqual([]);
  return { ...(JSON.parse(out) as Report), exit, err };
}

/** What is said of one thing. */
async function checksOf(files: Readonly<Record<string, string>>, name: Check['check']): Promise<readonly Check[]> {
  using fixture = projectOf(files);
  const { checks, exit } = await reportOf(fixture);
  expect(exit).toBe(checks.some(({ status }) => status !== 'ok') ? 1 : 0);
  return checks.filter(({ check }) => check === name);
}

test('what is in order is said to be, with what is installed and what reaches which router', async () => {
  using fixture = projectOf(FILES);
  const { exit, out, err } = await runIn(fixture.root, 'doctor');
  expect([exit, err]).toEqual([0, '']);
  expect(out.replaceAll(process.versions.node, '24.0.0').replace(/ +/g, ' ')).toBe(`Installed
 node 24.0.0
 @taskroute/router 0.0.0 node_modules/@taskroute/router
 @taskroute/eslint-plugin not installed
 @taskroute/unplugin not installed
 typescript not installed
 eslint not installed

Routers
 src/router.ts#router: 1 call in 1 file
 src/mailer.ts

Checks
 ok versions: Node 24.0.0 and all that is installed go together
 ok tables: every table is read whole
 ok build: no call has its task in a type alone, so no build has to make one real
 ok lint-cache: no configuration of ESLint is here
`);
});

test('without a router it tells what it sees, and ends as every command does', async () => {
  using fixture = projectOf({ 'src/main.ts': 'export const one = 1;\n' });
  const { exit, err, routers, installed } = await reportOf(fixture);
  expect([exit, routers]).toEqual([2, []]);
  expect(installed).toMatchObject([{ name: '@taskroute/router' }]);
  expect(err).toMatch(/^taskroute: no router was found here; .*taskroute init"\n$/);
});

test('a router that nobody calls is shown as one', async () => {
  using fixture = projectOf({ 'src/router.ts': ROUTER });
  expect((await runIn(fixture.root, 'doctor')).out).toContain('  src/router.ts#router: no call here reaches it\n');
});

describe('versions', () => {
  test('a package in two versions is a finding, with both places', async () => {
    const manifest = (version: string): string => JSON.stringify({ name: '@taskroute/router', version });
    using fixture = projectOf(
      {
        ...FILES,
        'node_modules/@taskroute/router/package.json': manifest('1.0.0'),
        'node_modules/@taskroute/eslint-plugin/package.json': JSON.stringify({ version: '1.1.0' }),
        'node_modules/@taskroute/eslint-plugin/node_modules/@taskroute/router/package.json': manifest('1.1.0'),
      },
      [],
    );
    const { checks, installed } = await reportOf(fixture);
    expect(installed).toHaveLength(3);
    expect(checks).toContainEqual({
      check: 'versions',
      status: 'finding',
      message:
        '@taskroute/router is there in several versions: 1.1.0 (node_modules/@taskroute/eslint-plugin/node_modules/@taskroute/router), 1.0.0 (node_modules/@taskroute/router)',
      mend: 'bring them to one: what is checked may not be what runs',
    });
  });

  test.each([
    ['20.18.1', 'finding'],
    ['20.19.0', 'ok'],
    ['21.7.0', 'finding'],
    ['22.12.0', 'finding'],
    ['22.13.0', 'ok'],
    ['23.11.0', 'finding'],
    ['24.0.0', 'ok'],
    ['26.1.0', 'ok'],
  ])('Node %s is %s', (node, status) => {
    expect(versionChecks([], node)).toMatchObject([{ status }]);
  });

  test.each([
    ['typescript', '5.8.3', 'finding'],
    ['typescript', '5.9.0-beta', 'ok'],
    ['typescript', '7.0.2', 'ok'],
    ['eslint', '9.38.0', 'finding'],
    ['eslint', '10.0.0', 'ok'],
  ])('%s %s is %s', (name, version, status) => {
    expect(versionChecks([{ name, version, path: '' }], '24.0.0')).toMatchObject([{ status }]);
  });
});

test('a table that cannot be read is told, with its place', async () => {
  const text = ROUTER.replace(`'blog-post'`, `...JSON.parse('{}'), 'blog-post'`);
  const [check, ...others] = await checksOf({ ...FILES, 'src/router.ts': text }, 'tables');
  expect(others).toEqual([]);
  expect(check).toMatchObject({ status: 'cannot-verify', file: 'src/router.ts', line: 2 });
});

describe('calls with the task in a type', () => {
  const VITE = `import taskroute from '@taskroute/unplugin/vite';\nexport default { plugins: [taskroute()] };\n`;

  test.each([
    ['that nothing lowers', { 'taskroute.json': '{}' }, 'finding', /^1 call .* nothing that makes it real$/],
    [
      'that a plugin lowers, unsaid',
      { 'taskroute.json': '{}', 'vite.config.ts': VITE },
      'finding',
      /vite\.config\.ts may make it real, and taskroute\.json does not say so$/,
    ],
    [
      'that are said to be lowered, by nothing',
      {},
      'cannot-verify',
      /^taskroute\.json says lowered, and no file or script/,
    ],
    ['that a plugin lowers', { 'vite.config.ts': VITE }, 'ok', /made real by vite\.config\.ts$/],
    [
      'that the post-pass lowers',
      { 'package.json': '{ "scripts": { "build": "tsc && taskroute lower dist" } }' },
      'ok',
      /made real by package\.json \(build\)$/,
    ],
    [
      'that Node lowers',
      { 'package.json': '{ "scripts": { "start": "node --import @taskroute/unplugin/register src/main.ts" } }' },
      'ok',
      /made real by package\.json \(start\)$/,
    ],
  ])('%s', async (_what, files, status, message) => {
    const checks = await checksOf({ ...LOWERED, ...files }, 'build');
    expect(checks).toMatchObject([{ status, message: expect.stringMatching(message) as string }]);
    expect(checks[0]?.mend === undefined).toBe(status === 'ok');
  });
});

describe('the order of plugins', () => {
  const using_ = (host: string, list: string, more = ''): string =>
    `import taskroute from '@taskroute/unplugin/${host}';\n${more}\nexport default { plugins: ${list} };\n`;

  test.each([
    [
      'any in Vite',
      'vite.config.ts',
      using_('vite', '[vue(), taskroute()]', "import vue from '@vitejs/plugin-vue';"),
      'ok',
    ],
    [
      'any in Rollup',
      'rollup.config.js',
      using_('rollup', '[esbuild(), taskroute()]', "import esbuild from 'rollup-plugin-esbuild';"),
      'ok',
    ],
    [
      'none beside what reads files itself',
      'rollup.config.js',
      using_('rollup', '[taskroute(), typescript()]', "import typescript from '@rollup/plugin-typescript';"),
      'finding',
    ],
    [
      'none that can be told of a list elsewhere',
      'rollup.config.js',
      using_('rollup', 'own(taskroute())', "import typescript from '@rollup/plugin-typescript';"),
      'cannot-verify',
    ],
    [
      'the first in esbuild',
      'build.mjs',
      using_('esbuild', '[taskroute(), vue()]', "import vue from 'esbuild-plugin-vue';"),
      'ok',
    ],
    [
      'not behind another in esbuild',
      'build.mjs',
      using_('esbuild', '[vue(), taskroute()]', "import vue from 'esbuild-plugin-vue';"),
      'cannot-verify',
    ],
    ['not behind what is spread in esbuild', 'build.mjs', using_('esbuild', '[...more, taskroute()]'), 'cannot-verify'],
    [
      'no early loader in webpack',
      'webpack.config.js',
      using_('webpack', "[taskroute()], module: { rules: [{ enforce: 'pre' }] }"),
      'cannot-verify',
    ],
    ['any in webpack', 'webpack.config.js', using_('webpack', '[taskroute()]'), 'ok'],
    [
      'none that can be told',
      'vite.config.js',
      "export default async () => ({ plugins: [(await import('@taskroute/unplugin/vite')).default()] });\n",
      'cannot-verify',
    ],
  ])('%s', async (_what, name, text, status) => {
    const checks = await checksOf({ ...FILES, [name]: text }, 'plugins');
    expect(checks).toMatchObject([{ status, file: name }]);
    expect(checks[0]?.mend === undefined).toBe(status === 'ok');
  });

  test('what only names the package uses nothing of it', async () => {
    expect(
      await checksOf({ ...FILES, 'src/hint.ts': "export const hint = 'add @taskroute/unplugin/vite';\n" }, 'plugins'),
    ).toEqual([]);
  });
});

describe('the cache of ESLint', () => {
  const BARE = "import taskroute from '@taskroute/eslint-plugin';\nexport default [taskroute.configs.recommended];\n";
  const NAMED = BARE.replace('configs.recommended', "config({ routers: ['src/router.ts'] })");
  const UNCLEAR = BARE.replace('[taskroute.configs.recommended]', 'own(taskroute)');
  const CACHED = '{ "type": "module", "scripts": { "lint": "eslint . --cache --cache-location .cache/" } }';
  const PLAIN = '{ "scripts": { "lint": "eslint . && tool --cache" } }';

  test.each([
    ['no cache', BARE, PLAIN, 'ok', /without a cache/],
    [
      'a bare preset and a cache',
      BARE,
      CACHED,
      'finding',
      /^the script "lint" runs ESLint with --cache, and eslint\.config\.js has a bare preset/,
    ],
    ['named routers and a cache', NAMED, CACHED, 'ok', /names the routers/],
    ['an unclear use and a cache', UNCLEAR, CACHED, 'cannot-verify', /does not stand in its text$/],
    ['another configuration', 'export default [];\n', CACHED, 'ok', /is in no configuration of ESLint$/],
  ])('%s', async (_what, config, manifest, status, message) => {
    const files = { ...FILES, 'eslint.config.js': config, 'package.json': manifest };
    expect(await checksOf(files, 'lint-cache')).toMatchObject([
      { status, message: expect.stringMatching(message) as string },
    ]);
  });

  test.each([
    ['.eslintcache', PLAIN],
    ['.cache/.eslintcache', CACHED],
  ])('%s that is older than the table is a finding', async (name, manifest) => {
    using fixture = projectOf({ ...FILES, 'eslint.config.js': BARE, 'package.json': manifest, [name]: '[]' });
    const stale = async (): Promise<readonly (string | undefined)[]> =>
      (await reportOf(fixture)).checks
        .filter(({ message }) => message.includes('older than the table'))
        .map(({ file }) => file);
    expect(await stale()).toEqual([]);
    utimesSync(fixture.path(name), 1, 1);
    expect(await stale()).toEqual([name]);
  });
});

test.each([
  ['a package.json that is none', { 'package.json': '{' }],
  ['a configuration that does not parse', { 'eslint.config.js': 'export default [;' }],
  ['a binary file', { 'src/blob.js': '\0\u0001\u0002' }],
])('%s does not end it', async (_what, files) => {
  using fixture = projectOf({ ...FILES, ...files });
  const { exit, err, routers } = await reportOf(fixture);
  expect([exit < 2, err, routers.length]).toEqual([true, '', 1]);
});

test('as a process it says the same', async () => {
  using fixture = projectOf(FILES);
  const { exit, out, err } = await runNode(fixture.root, BIN, 'doctor', '--json');
  expect([exit, err, faultsOfJson('doctor', out)]).toEqual([0, '', []]);
});
