import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportsOf } from './package-exports.ts';
import { packedFiles } from './package-files.ts';
import { PACKAGE, projectOf } from './package-project.ts';

const ROUTER = "defineRouter({ tiers: ['haiku', 'opus'], default: 'opus', routes: { classification: 'haiku' } })";

test('an ES module imports it by name', async () => {
  const project = await projectOf({
    'main.js': `import { defineRouter } from '@taskroute/router';
      console.log(${ROUTER}.routeModel('classification'));`,
  });
  expect(await project.run('main.js')).toEqual({ code: 0, stdout: 'haiku\n', stderr: '' });
});

test('a CommonJS file requires it by name', async () => {
  const project = await projectOf({
    'main.cjs': `const { defineRouter } = require('@taskroute/router');
      console.log(${ROUTER}.routeModel('classification'));`,
  });
  expect(await project.run('main.cjs')).toEqual({ code: 0, stdout: 'haiku\n', stderr: '' });
});

test("the judge is imported from '@taskroute/router/table', by both kinds of module", async () => {
  const use = "console.log(judge({ tiers: ['haiku'], default: 'haiku', routes: {} }, 'any').via);";
  const project = await projectOf({
    'main.js': `import { judge } from '@taskroute/router/table'; ${use}`,
    'main.cjs': `const { judge } = require('@taskroute/router/table'); ${use}`,
  });
  expect(await project.run('main.js')).toEqual({ code: 0, stdout: 'default\n', stderr: '' });
  expect(await project.run('main.cjs')).toEqual({ code: 0, stdout: 'default\n', stderr: '' });
});

test('no other module of it can be imported', async () => {
  const project = await projectOf({ 'main.js': "import '@taskroute/router/dist/judge.js';" });
  expect((await project.run('main.js')).stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
});

test('what is imported from its root is this and no more', () => {
  expect(exportsOf('dist/index.d.ts')).toEqual({
    values: ['TaskrouteError', 'defineRouter'],
    types: [
      'Decide',
      'Decision',
      'ErasedCalls',
      'ErrorCode',
      'GetTier',
      'ModelOf',
      'Register',
      'RouteModel',
      'RouteOptions',
      'Router',
      'RouterConfig',
      'Rule',
      'TaskOf',
      'TierOf',
      'Unrouted',
      'Via',
    ],
  });
});

test("what is imported from '/table' is this and no more", () => {
  expect(exportsOf('dist/table.d.ts')).toEqual({
    values: ['TaskrouteError', 'createTable', 'faultsOf', 'judge', 'nearTasks'],
    types: ['Decision', 'ErrorCode', 'Fault', 'JudgeOptions', 'ReportRule', 'Rule', 'Table', 'TableSource', 'Via'],
  });
});

test('it depends on nothing', async () => {
  const manifest = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as object;
  expect(Object.keys(manifest).filter((key) => /dependencies/i.test(key))).toEqual(['devDependencies']);
});

test('what is packed is the build, its sources, its page and its manifest', async () => {
  const files = await packedFiles();
  const modules = /^(dist\/[a-z-]+\.(js|d\.ts)(\.map)?|src\/[a-z-]+\.ts)$/;
  // pnpm adds the workspace's LICENSE when it publishes.
  expect(files.filter((file) => !modules.test(file))).toEqual(['LICENSE', 'README.md', 'package.json']);
  expect(files).toContain('dist/index.js');
  expect(files).toContain('dist/index.d.ts');
});

test('each source that is packed was built, and each build has its source: nothing stale is packed', async () => {
  const files = await packedFiles();
  const sources = files.flatMap((file) => /^src\/(.+)\.ts$/.exec(file)?.[1] ?? []);
  const built = files.flatMap((file) => /^dist\/(.+)\.js$/.exec(file)?.[1] ?? []);
  expect(built).toEqual(sources);
});

test('every source map leads to a source that is packed', async () => {
  const files = await packedFiles();
  const maps = files.filter((file) => file.endsWith('.map'));
  expect(maps).not.toEqual([]);
  for (const map of maps) {
    const { sources } = JSON.parse(await readFile(join(PACKAGE, map), 'utf8')) as { sources: readonly string[] };
    expect(sources).toHaveLength(1);
    for (const source of sources) expect(files, map).toContain(join('dist', source));
  }
});
