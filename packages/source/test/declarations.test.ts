import { describe, expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { HAND_WRITTEN } from './corpus/declared.ts';
import { HAND, reasonsOf } from './declaration-reasons.ts';
import { ROUTER } from './corpus/case.ts';
import { createFixture } from './fixture.ts';

describe('a router', () => {
  test.each([
    ['what is made of the task', 'ROUTES[task.toLowerCase()]', 'something else than the task as callers write it'],
    ['several parameters', 'ROUTES[user] ?? ROUTES[task]', 'more than one thing that callers give'],
  ])('that is looked up with %s', (_name, answer, reason) => {
    const hand = HAND_WRITTEN.replace('(task)', '(task, user)').replace('ROUTES[task]', answer);
    expect(reasonsOf({ routers: [HAND] }, { 'hand.js': hand })).toEqual([`is looked up with ${reason}`]);
  });

  test.each<[string, unknown, string]>([
    [
      'in a file that is not there',
      { ...HAND, module: 'gone.js' },
      'declares a router in "gone.js", which is no file; mend the path',
    ],
    [
      'in what is no module of the repository',
      { ...HAND, module: 'fs' },
      'declares a router in "fs", which is no file; mend the path',
    ],
    [
      'in a file that does not parse',
      { ...HAND, module: 'broken.js' },
      'declares a router in "broken.js", which cannot be parsed: ',
    ],
    [
      'with a table that is not there',
      { ...HAND, table: 'TABLE' },
      'has no constant TABLE, which taskroute.json names as the table',
    ],
    [
      'with tiers that are not there',
      { ...HAND, tiers: 'TIERS' },
      'has no constant TIERS, which taskroute.json names as the tiers',
    ],
    ['with a default that is no tier', { ...HAND, default: 'gpt' }, 'not in tiers'],
    [
      'with a misspelt function',
      { ...HAND, functions: ['routeModl'] },
      'declares a function "routeModl", which "hand.js" does not have (did you mean "routeModel"?)',
    ],
    [
      'with a function that is near to none',
      { ...HAND, functions: ['pick'] },
      'declares a function "pick", which "hand.js" does not have; mend the name',
    ],
    [
      'with a function that is none',
      { ...HAND, functions: ['LIMIT'] },
      'declares a function "LIMIT", which is no function in "hand.js"; name the one that is called',
    ],
    ['named in a file that is not there', 'gone.ts', 'declares a router in "gone.ts", which is no file; mend the path'],
    [
      'named in a file that leads to none',
      { module: 'empty.js' },
      'declares a router in "empty.js", which leads to no router; mend the path, or write',
    ],
    [
      'named in a file where it is written by hand',
      'hand.js',
      'declares a router in "hand.js", which leads to no router; mend the path, or write',
    ],
    ['named in a file that does not parse', 'broken.js', 'declares a router in "broken.js", which cannot be parsed: '],
  ])('%s', (_name, entry, reason) => {
    expect(reasonsOf({ routers: [entry] })).toEqual([expect.stringContaining(reason)]);
  });

  test('that is named leads through a barrel, and to each of several', () => {
    using fixture = createFixture({
      'router.ts': ROUTER,
      'other.ts': ROUTER,
      'lib.ts': `export * from './router.js';\nexport { routeModel as other } from './other.js';`,
    });
    const project = createProject({ root: fixture.root, config: { routers: ['lib', './router.ts'] } });
    expect(project.declarationFindings()).toEqual([]);
    const routers = project.declared();
    expect(routers.map(({ file }) => file).sort()).toEqual([fixture.path('other.ts'), fixture.path('router.ts')]);
    for (const router of routers) expect(project.filesRead(router)).toContain(fixture.path('lib.ts'));
  });

  test('that is named follows its file', () => {
    using fixture = createFixture({ 'taskroute.json': '{ "routers": ["router.ts"] }', 'router.ts': 'export {};' });
    const project = createProject({ root: fixture.root });
    expect(project.declared()).toEqual([]);
    expect(project.declarationFindings()).toMatchObject([{ line: 1, column: 15 }]);
    fixture.write('router.ts', ROUTER);
    expect(project.declared()).toMatchObject([{ name: 'router', declared: false }]);
    expect(project.declarationFindings()).toEqual([]);
  });
});

test('findings are placed at what they speak of', () => {
  using fixture = createFixture({
    'taskroute.json': [
      '{',
      '  "routers": ["gone.ts", { "module": "hand.js", "table": "ROUTES", "default": "sonnet",',
      '    "tiers": ["haiku", "sonnet", "opus"],',
      '    "functions": ["pick"] }],',
      '  "wrappers": [{ "module": "hand.js", "function": "routeModel",',
      '    "task": "tsk" }]',
      '}',
    ].join('\n'),
    'hand.js': HAND_WRITTEN,
  });
  const found = createProject({ root: fixture.root }).declarationFindings();
  expect(found.map(({ line, column }) => [line, column])).toEqual([
    [2, 15],
    [4, 18],
    [6, 13],
  ]);
});

describe('a router that no file reaches', () => {
  const config = { routers: [HAND, 'router.ts'] };
  const files = { 'taskroute.json': JSON.stringify(config), 'hand.js': HAND_WRITTEN, 'router.ts': ROUTER };

  test('is named by its module, until a file reaches it', () => {
    using fixture = createFixture({
      ...files,
      'app.js': `import { routeModel } from './hand.js'; routeModel('x');`,
      'other.js': `import { routeModel } from './router.js'; routeModel('x');`,
    });
    const project = createProject({ root: fixture.root });
    const mend = 'call it where a model is chosen, or drop the entry';
    const hand = `declares the router ROUTES of "hand.js", which no file reaches; ${mend}`;
    const named = `declares the router router of "router.ts", which no file reaches; ${mend}`;
    const reasons = () => project.findings().map(({ reason }) => reason);
    expect(reasons()).toEqual([hand, named]);
    project.callsIn(fixture.path('hand.js'));
    project.callsIn(fixture.path('router.ts'));
    expect(reasons()).toEqual([hand, named]);
    project.callsIn(fixture.path('app.js'));
    expect(reasons()).toEqual([named]);
    project.callsIn(fixture.path('other.js'));
    expect(reasons()).toEqual([]);
  });

  test('is reached also where its calls cannot be followed', () => {
    using fixture = createFixture({
      ...files,
      'app.js': `import { routeModel } from './router.js'; register(routeModel);`,
    });
    const project = createProject({ root: fixture.root });
    project.callsIn(fixture.path('app.js'));
    expect(project.findings()).toMatchObject([{ reason: expect.stringContaining('"hand.js"') as string }]);
  });

  test('is asked for apart from what is wrong with a declaration', () => {
    using fixture = createFixture({ 'hand.js': HAND_WRITTEN });
    const given = { routers: [HAND, { ...HAND, module: 'gone.js' }] };
    const project = createProject({ root: fixture.root, config: given });
    expect(project.declarationFindings()).toMatchObject([
      { reason: expect.stringContaining('is no file') as string, line: 1, column: 1 },
    ]);
    expect(project.findings()).toHaveLength(2);
  });
});

describe('a declared table is said in its own file, as the host has the text', () => {
  const TABLE = "'blog-post': 'opus',";

  test.each([
    ['a key twice', `${TABLE} 'blog-post': 'haiku',`, { duplicates: [{ key: 'blog-post' }], gaps: [] }],
    ['what cannot be read', `${TABLE} ...load(),`, { duplicates: [], gaps: [{ line: 2, column: 27 }] }],
    ['the order of its lines', `'zoo': 'opus', ${TABLE}`, { routes: [{ task: 'zoo' }, { task: 'blog-post' }, {}] }],
  ])('%s', (_name, lines, expected) => {
    using fixture = createFixture({ 'hand.js': HAND_WRITTEN });
    const project = createProject({ root: fixture.root, config: { routers: [HAND] } });
    const before = project.callsIn(fixture.path('hand.js')).routers;
    const text = HAND_WRITTEN.replace(TABLE, lines);
    const { routers } = project.callsIn({ file: fixture.path('hand.js'), text });
    expect(routers).toMatchObject([{ name: 'ROUTES', declared: true, ...expected }]);
    // The text of an editor is not the disk's.
    expect(project.callsIn(fixture.path('hand.js')).routers).toEqual(before);
  });
});
