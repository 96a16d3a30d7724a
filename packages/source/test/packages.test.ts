import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProject, verdictOf } from '../src/index.ts';
import { ROUTER } from './corpus/case.ts';
import { createFixture, type Fixture } from './fixture.ts';

const MANIFEST = JSON.stringify({
  name: '@acme/models',
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
});
const APP = `import { routeModel } from '@acme/models';\nrouteModel('blog-post');\nrouteModel('typo');`;

/** A workspace of two packages, one linked into the other as package managers do. */
function workspace(files: Readonly<Record<string, string>>): Fixture {
  const fixture = createFixture({ 'packages/app/app.ts': APP, 'packages/models/package.json': MANIFEST, ...files });
  mkdirSync(fixture.path('packages/app/node_modules/@acme'), { recursive: true });
  symlinkSync(fixture.path('packages/models'), fixture.path('packages/app/node_modules/@acme/models'));
  return fixture;
}

describe('a package of the workspace', () => {
  test('is read where it was built', () => {
    using fixture = workspace({
      'packages/models/dist/index.js': `export * from './router.js';`,
      'packages/models/dist/router.js': ROUTER.replace(' as const', ''),
    });
    const { calls } = createProject({ root: fixture.root }).callsIn(fixture.path('packages/app/app.ts'));
    const verdicts = calls.map(({ router, task }) => verdictOf(router, task.values[0]?.value ?? ''));
    expect(verdicts).toMatchObject([{ decision: { via: 'route' } }, { decision: { via: 'default' } }]);
    expect(calls[0]?.router.file).toBe(fixture.path('packages/models/dist/router.js'));
  });

  test('that is not built is a finding, and heals when it is', async () => {
    using fixture = workspace({ 'packages/models/src/index.ts': ROUTER });
    const project = createProject({ root: fixture.root });
    const file = fixture.path('packages/app/app.ts');
    expect(project.callsIn(file)).toMatchObject({
      calls: [],
      findings: [{ line: 1, column: 28, reason: expect.stringContaining('cannot be resolved') as string }],
    });
    fixture.write('packages/models/dist/index.js', ROUTER.replace(' as const', ''));
    await expect.poll(() => project.callsIn(file).calls.length, { timeout: 5_000 }).toBe(2);
  });
});

describe('an import that looks like a router and leads nowhere is said', () => {
  test.each([
    ['an import', `import { routeModel } from './gone.js';`],
    ['an import by its file', `import router from './model-router.js';`],
    ['an export', `export { routeModel } from './gone.js';`],
    ['a require', `const { routeModel } = require('./gone');`],
    ['an import of a package', `import { decide } from '@acme/models';`],
    ['a namespace by its file', `import * as models from './router.js';`],
    ['what a router holds, by its file', `import { tasks } from './router.js';`],
    ['a require by its file', `const models = require('./router');`],
    ['a require under another name', `const { routeModel: ask } = require('./gone');`],
    ['a whole module beside a name', `import router, { Router } from './router.js';`],
    ['our maker of routers, under a path that is none', `import { defineRouter } from '@taskroute/router/gone';`],
    ['our maker of routers, handed on by a file', `import { defineRouter } from './gone.js';`],
  ])('%s', (_name, text) => {
    using fixture = createFixture({ 'app.js': text });
    expect(createProject({ root: fixture.root }).callsIn(fixture.path('app.js')).findings).toHaveLength(1);
  });

  test.each([
    ['the maker of another package', 'app.ts', `import { defineRouter } from 'vue-router';`],
    ['another export of a file of that name', 'app.ts', `import { Router } from '../../lib/router.js';`],
    ['a declaration file, which calls nothing', 'app.d.ts', `import { routeModel } from './gone.js';`],
  ])('but not %s', (_name, file, text) => {
    using fixture = createFixture({ [file]: text });
    expect(createProject({ root: fixture.root }).callsIn(fixture.path(file)).findings).toEqual([]);
  });

  test('but not one that only is missing', () => {
    using fixture = createFixture({
      'app.js': `import x from './gone.js'; import { y } from 'gone'; require('gone');`,
    });
    expect(createProject({ root: fixture.root }).callsIn(fixture.path('app.js')).findings).toEqual([]);
  });
});

test('a package that leads to no router is not read to find that out', () => {
  using fixture = createFixture({
    'router.ts': ROUTER,
    'app.ts': `import { routeModel } from './router.js';\nimport { huge } from 'huge';\nhuge.call(routeModel('typo'));`,
    'node_modules/huge/package.json': `{ "name": "huge", "main": "./index.js" }`,
    'node_modules/huge/index.js': `export const huge = {`,
  });
  const project = createProject({ root: fixture.root });
  const [call] = project.callsIn(fixture.path('app.ts')).calls;
  if (call === undefined) throw new Error('no call was found');
  expect(project.filesRead(call.router).filter((file) => file.endsWith('huge/index.js'))).toEqual([]);
});

describe("an import of a router's function that is nothing known is said", () => {
  test.each([
    ['by its name', `import { routeModel } from './r.js';\nrouteModel('typo');`],
    ['of a require', `const { routeModel } = require('./r');\nrouteModel('typo');`],
    ['through a namespace', `import * as m from './r.js';\nm.routeModel('typo');`],
    ['through a whole', `const m = require('./r');\nm.routeModel('typo');`],
    ['through a default', `import m from './r.js';\nm.routeModel('typo');`],
    ['through what a compiler makes of it', `const m = __importStar(require('./r'));\nm.default.routeModel('typo');`],
  ])('%s', (_name, text) => {
    using fixture = createFixture({
      'app.js': text,
      'r.js': `export const routeModel = make(); export default make();`,
    });
    const { findings } = createProject({ root: fixture.root }).callsIn(fixture.path('app.js'));
    expect(findings).toMatchObject([
      {
        line: 1,
        reason: expect.stringMatching(/looks like a router and cannot be followed: .*make answers$/) as string,
      },
    ]);
  });

  test.each([
    ['a function', `export function routeModel(task) { return TABLE[task]; }`],
    ['an arrow', `export const routeModel = (task) => TABLE[task] ?? 'opus';`],
    ['a function of CommonJS', `function routeModel(task) { return TABLE[task]; }\nmodule.exports = { routeModel };`],
    ['a function that is handed on', `export * from './own.js';`],
    ['a function of a package', `export { routeModel } from 'other';`],
    ['all of a package', `export * from 'other';`],
  ])('but not %s of their own', (_name, text) => {
    using fixture = createFixture({
      'app.js': `import { routeModel } from './r.js';\nrouteModel('typo');`,
      'r.js': text,
      'own.js': `export function routeModel(task) { return task; }`,
      'node_modules/other/package.json': '{ "name": "other", "main": "./index.js" }',
      'node_modules/other/index.js': 'exports.routeModel = make();',
    });
    expect(createProject({ root: fixture.root }).callsIn(fixture.path('app.js')).findings).toEqual([]);
  });
});
