import { utimesSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProject, verdictOf, type Project } from '../src/index.ts';
import { HAND_WRITTEN } from './corpus/declared.ts';
import { ROUTER } from './corpus/case.ts';
import { createFixture, type Fixture } from './fixture.ts';

const APP = `import { routeModel } from './router.js';\nrouteModel('late');`;

function via(project: Project, fixture: Fixture, file = 'app.ts'): string {
  const [call] = project.callsIn(fixture.path(file)).calls;
  if (call === undefined) return 'no call';
  const verdict = verdictOf(call.router, 'late');
  return verdict.kind === 'decided' ? verdict.decision.via : verdict.kind;
}

describe('an edit on the disk changes the next verdict of the same project', () => {
  test('of the table', () => {
    using fixture = createFixture({ 'router.ts': ROUTER, 'app.ts': APP });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('default');
    fixture.write('router.ts', ROUTER.replace('blog-post', 'late'));
    expect(via(project, fixture)).toBe('route');
    fixture.write('router.ts', ROUTER);
    expect(via(project, fixture)).toBe('default');
  });

  test('even where size and mtime are put back', () => {
    using fixture = createFixture({ 'router.ts': ROUTER.replace('blog-post', 'tale'), 'app.ts': APP });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('default');
    const { atime, mtime } = statSync(fixture.path('router.ts'));
    writeFileSync(fixture.path('router.ts'), ROUTER.replace('blog-post', 'late'));
    utimesSync(fixture.path('router.ts'), atime, mtime);
    expect(via(project, fixture)).toBe('route');
  });

  test('of a sub-table, two modules and a package away', () => {
    using fixture = createFixture({
      'app.ts': APP,
      'router.ts': ROUTER.replace(`'blog-post'`, `...(await_)`)
        .replace('...(await_): ', `...PART, 'x': `)
        .replace('export const ROUTES', `import { PART } from 'parts';\nexport const ROUTES`),
      'node_modules/parts/package.json': `{ "name": "parts", "main": "./dist/index.js" }`,
      'node_modules/parts/dist/index.js': `export * from './part.js';`,
      'node_modules/parts/dist/part.js': `export { default as PART } from './part.json';`,
      'node_modules/parts/dist/part.json': `{ "early": "haiku" }`,
    });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('default');
    fixture.write('node_modules/parts/dist/part.json', `{ "late": "haiku" }`);
    expect(via(project, fixture)).toBe('route');
  });

  test('of a name that another name of its module was read with', () => {
    using fixture = createFixture({
      'app.ts': `import { one, two } from './routers.js';\ntwo.routeModel('late');`,
      'routers.ts': `import { defineRouter } from '@taskroute/router';\nimport { ROUTES } from './routes.js';\nconst router = defineRouter({ tiers: ['a'], default: 'a', routes: ROUTES });\nexport const one = router;\nexport const two = router;`,
      'routes.ts': `export const ROUTES = { early: 'a' } as const;`,
    });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('default');
    fixture.write('routes.ts', `export const ROUTES = { late: 'a' } as const;`);
    expect(via(project, fixture)).toBe('route');
  });

  test('of a barrel that leads elsewhere', () => {
    using fixture = createFixture({
      'app.ts': APP.replace('router.js', 'lib.js'),
      'lib.ts': `export * from './router.js';`,
      'router.ts': ROUTER,
      'other.ts': ROUTER.replace('blog-post', 'late'),
    });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('default');
    fixture.write('lib.ts', `export * from './other.js';`);
    expect(via(project, fixture)).toBe('route');
    fixture.write('lib.ts', `export const routeModel = String;`);
    expect(via(project, fixture)).toBe('no call');
  });

  test('of taskroute.json', () => {
    using fixture = createFixture({ 'app.ts': APP.replace('router.js', 'hand.js'), 'hand.js': HAND_WRITTEN });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('no call');
    const router = {
      module: 'hand.js',
      table: 'ROUTES',
      default: 'opus',
      tiers: ['haiku', 'sonnet', 'opus'],
      functions: ['routeModel'],
    };
    fixture.write('taskroute.json', JSON.stringify({ routers: [router] }));
    expect(via(project, fixture)).toBe('default');
    fixture.remove('taskroute.json');
    expect(via(project, fixture)).toBe('no call');
  });

  test('of where a declared method stands, and of the barrel that names its object', () => {
    const call = `import { routeModel } from './router.js';\nclass Client { ask(task: string) { return routeModel(task); } }\nexport const client = new Client();`;
    const config = { wrappers: [{ module: 'index.ts', function: 'client.ask', task: 'task', router: 'router.ts' }] };
    using fixture = createFixture({
      'taskroute.json': JSON.stringify(config),
      'router.ts': ROUTER,
      'call.ts': call,
      'other.ts': call,
      'index.ts': `export * from './call.js';`,
      'app.ts': `import { client } from './call.js';\nclient.ask('late');`,
    });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('default');
    fixture.write('call.ts', `// One line more.\n${call}`);
    expect(via(project, fixture)).toBe('default');
    expect(project.callsIn(fixture.path('call.ts')).calls).toMatchObject([{ within: 'client.ask' }]);
    fixture.write('index.ts', `export * from './other.js';`);
    expect(via(project, fixture)).toBe('no call');
    expect(project.callsIn(fixture.path('call.ts')).calls).toMatchObject([{ within: null }]);
    fixture.write('index.ts', `export * from './call.js';`);
    expect(via(project, fixture)).toBe('default');
  });

  test('of a path in tsconfig', () => {
    const paths = (to: string) => JSON.stringify({ compilerOptions: { paths: { '~r': [to] } } });
    using fixture = createFixture({
      'app.ts': APP.replace('./router.js', '~r'),
      'router.ts': ROUTER,
      'other.ts': ROUTER.replace('blog-post', 'late'),
      'tsconfig.json': paths('./router.ts'),
    });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('default');
    fixture.write('tsconfig.json', paths('./other.ts'));
    expect(via(project, fixture)).toBe('route');
  });
});

describe('a miss heals', () => {
  test('when the file comes', () => {
    using fixture = createFixture({ 'app.ts': APP });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('no call');
    expect(project.callsIn(fixture.path('app.ts')).findings).toMatchObject([{ line: 1, column: 28 }]);
    fixture.write('router.ts', ROUTER);
    expect(via(project, fixture)).toBe('default');
    expect(project.callsIn(fixture.path('app.ts')).findings).toEqual([]);
  });

  test('when the file comes into a folder that was missing', () => {
    using fixture = createFixture({ 'app.ts': APP.replace('./router.js', './a/b/router.js') });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('no call');
    fixture.write('a/b/router.ts', ROUTER);
    expect(via(project, fixture)).toBe('default');
  });

  test('when a file goes and comes again under another extension', () => {
    using fixture = createFixture({ 'app.ts': APP, 'router.ts': ROUTER });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('default');
    fixture.remove('router.ts');
    expect(via(project, fixture)).toBe('no call');
    fixture.write('router.js', ROUTER.replace(' as const', '').replace('blog-post', 'late'));
    expect(via(project, fixture)).toBe('route');
  });

  test('when what was half typed is whole', () => {
    using fixture = createFixture({ 'app.ts': APP, 'router.ts': `${ROUTER}\nexport const x = {` });
    const project = createProject({ root: fixture.root });
    expect(via(project, fixture)).toBe('no call');
    fixture.write('router.ts', ROUTER);
    expect(via(project, fixture)).toBe('default');
  });
});

describe('the files of a router', () => {
  test('are all that its answer stands on, the way to it too', () => {
    using fixture = createFixture({
      'app.ts': `import { routeModel } from '~/lib.js';\nrouteModel('x');`,
      'tsconfig.json': `{ "compilerOptions": { "paths": { "~/*": ["./*"] } } }`,
      'lib.ts': `export * from './router.js';`,
      'router.ts': `import routes from './routes.json';\n${ROUTER.replace('routes: ROUTES', 'routes: { ...ROUTES, ...routes }')}`,
      'routes.json': `{ "late": "opus" }`,
      'unrelated.ts': ``,
    });
    const project = createProject({ root: fixture.root });
    const [call] = project.callsIn(fixture.path('app.ts')).calls;
    if (call === undefined) throw new Error('no call was found');
    const files = project.filesRead(call.router).map((file) => file.slice(fixture.root.length + 1));
    expect(files).toEqual(expect.arrayContaining(['lib.ts', 'router.ts', 'routes.json', 'tsconfig.json']));
    expect(files).not.toContain('unrelated.ts');
    expect(call.router.files.map((file) => file.slice(fixture.root.length + 1))).toEqual(
      expect.arrayContaining(['router.ts', 'routes.json']),
    );
  });
});

test('what a host has in hand goes before what is on the disk, and is not kept', () => {
  // As long as the other name, so that the router stands at the same place.
  const saved = ROUTER.replace('blog-post', 'tale');
  using fixture = createFixture({ 'router.ts': saved, 'app.ts': APP });
  const project = createProject({ root: fixture.root });
  const edited = `${saved.replace('tale', 'late')}\nrouteModel('late');`;
  const { calls } = project.callsIn({ file: fixture.path('router.ts'), text: edited });
  expect(calls[0]?.router.routes.map(({ task }) => task)).toContain('late');
  expect(via(project, fixture)).toBe('default');
});
