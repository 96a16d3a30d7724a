import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, PACKAGE, run, SERVICE } from './workshop.ts';

const OURS = ['--import', '@taskroute/unplugin/register'];
const TSX = ['--import', 'tsx'];
/** A Node without the hooks that run beside the program. */
const OLD = [
  '--import',
  'data:text/javascript,import module from "node:module"; delete module.registerHooks; module.syncBuiltinESMExports();',
];
const ANSWERS = { erased: ['opus', 'haiku', 'haiku'], value: ['opus', 'haiku', 'haiku'] };

const NODES = [
  [process.version, process.execPath],
  ...['22', '26'].map((name) => [`Node ${name}`, join(PACKAGE, 'test/nodes/node_modules', `node-${name}`, 'bin/node')]),
].filter(([, path]) => existsSync(path ?? '')) as [string, string][];

/** CommonJS with types: a file that is required, and one that it requires itself. */
const COMMON = {
  'common/package.json': '{ "type": "commonjs" }\n',
  'common/router.cts': `const { defineRouter } = require('@taskroute/router');
const router = defineRouter({ tiers: ['haiku', 'opus'], default: 'opus', routes: { classification: 'haiku' } });
exports.routeModel = router.routeModel;
`,
  'common/inner.cts': `const { routeModel } = require('./router.cts') as { routeModel: <Task = never>(task?: string) => string };
const inner: string = routeModel<'classification'>();
exports.inner = inner;
`,
  'common/main.cjs': "require('./main.cts');\n",
  'common/main.cts': `const { inner } = require('./inner.cts') as { inner: string };
const { routeModel } = require('./router.cts') as { routeModel: <Task = never>(task?: string) => string };
console.log(inner, routeModel<'classification'>());
`,
};

const ORDERS: readonly (readonly [string, readonly string[]])[] = [
  ['Node alone', OURS],
  ['taskroute, then tsx', [...OURS, ...TSX]],
  ['tsx, then taskroute', [...TSX, ...OURS]],
];

function folder(): string {
  const made = folderOf(COMMON);
  cpSync(SERVICE, join(made, 'src'), { recursive: true });
  return made;
}

/** What has hooks in a thread is older than the Nodes above; this one can be made to look so. */
const RUNS = [
  ...NODES.flatMap(([name, node]) => ORDERS.map(([order, given]) => [`${name}, ${order}`, node, given] as const)),
  ...ORDERS.map(([order, given]) => [`hooks in a thread, ${order}`, process.execPath, [...OLD, ...given]] as const),
];

describe.each(RUNS)('%s', (_name, node, given) => {
  test('runs ES modules', async () => {
    const { stdout, stderr } = await run(node, [...given, 'src/main.ts'], folder());
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(ANSWERS);
  });

  test('runs CommonJS', async () => {
    expect(await run(node, [...given, 'common/main.cjs'], folder())).toEqual({
      code: 0,
      stdout: 'haiku haiku\n',
      stderr: '',
    });
  });

  test('leads a stack back to the source', async () => {
    const { stderr } = await run(node, ['--enable-source-maps', ...given, 'src/failing.ts'], folder());
    expect(stderr).toMatch(/failing\.ts:8:9\b[^]*failing\.ts:11:70\b/);
  });
});

const FORMS = `import * as router from './router.ts';
import { routeModel } from './router.ts';

console.log(
  router['routeModel']<'blog-post'>(),
  (await import('./router.ts')).routeModel<'blog-post'>(),
  (() => routeModel)()<'blog-post'>(),
  [routeModel][0]?.<'blog-post'>(),
);
`;

test.each(ORDERS)('what is called may be any expression: %s', async (_order, given) => {
  const made = folder();
  writeFileSync(join(made, 'src/forms.ts'), FORMS);
  const { stdout, stderr } = await run(process.execPath, [...given, 'src/forms.ts'], made);
  expect(stderr).toBe('');
  expect(stdout).toBe('opus opus opus opus\n');
});
