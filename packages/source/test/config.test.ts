import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProject, readConfig } from '../src/index.ts';
import { CALL_MODEL, HAND_WRITTEN } from './corpus/declared.ts';
import { ROUTER } from './corpus/case.ts';
import { createFixture } from './fixture.ts';

const HAND = {
  module: 'hand.js',
  table: 'ROUTES',
  default: 'DEFAULT_MODEL',
  tiers: ['haiku', 'sonnet', 'opus'],
  functions: ['routeModel'],
};
const WRAPPER = { module: './call-model.ts', function: 'callModel', task: 'options.task' };

function reasonsIn(text: string): readonly string[] {
  using fixture = createFixture({ 'taskroute.json': text });
  return readConfig(fixture.root).findings.map(({ reason }) => reason);
}

describe('what is wrong with the text of taskroute.json is said', () => {
  test.each<[string, unknown, string]>([
    ['a misspelt field', { lowerd: true }, 'has no field "lowerd" (did you mean "lowered"?)'],
    [
      'a field that is near to none',
      { colour: 1 },
      'has no field "colour"; write one of $schema, routers, wrappers, models, lowered',
    ],
    [
      'a misspelt field of a router',
      { routers: [{ ...HAND, tier: [] }] },
      'has no field "tier" in routers[0] (did you mean "tiers"?)',
    ],
    [
      'a missing field',
      { routers: [{ ...HAND, tiers: undefined }] },
      'lacks "tiers" in routers[0]; write a list of strings',
    ],
    [
      'an empty list',
      { routers: [{ ...HAND, functions: [] }] },
      'has an empty list as routers[0].functions; write a list of strings, one at least',
    ],
    [
      'an element that is no text',
      { routers: [{ ...HAND, tiers: ['haiku', 2] }] },
      'has a number as routers[0].tiers[1]; write a string that is not empty',
    ],
    ['a list that is none', { routers: 1 }, 'has a number as routers; write a list'],
    ['an entry that is none', { wrappers: [true] }, 'has true as wrappers[0]; write an object'],
    [
      'an entry of a router that is none',
      { routers: [null] },
      'has null as routers[0]; write an object, or the path of the module of a router',
    ],
    [
      'an empty text',
      { wrappers: [{ ...WRAPPER, task: '' }] },
      'has an empty string as wrappers[0].task; write a string that is not empty',
    ],
    [
      'a model id that is none',
      { models: { opus: 5 } },
      'has a number as models["opus"]; write a model id, or an object tier → model id',
    ],
    [
      'a model id of a task that is none',
      { models: { a: { opus: [1] } } },
      'has a list as models["a"]["opus"]; write a model id',
    ],
    ['models that are none', { models: [] }, 'has an empty list as models; write an object, tier → model id'],
    ['what is lowered', { lowered: 'src' }, 'has a string as lowered; write true, false or a list of folders'],
  ])('%s', (_name, config, reason) => {
    expect(reasonsIn(JSON.stringify(config))).toEqual([reason]);
  });

  test.each([
    ['a field twice', '{ "lowered": true, "lowered": false }', 'has lowered twice; drop one'],
    ['a key that is no JSON', '{ lowered: true }', 'cannot be parsed'],
    ['a spread', '{ ...x }', 'cannot be parsed'],
    ['an element that is left out', '{ "wrappers": [,] }', 'cannot be parsed'],
    ['another thing than an object', '[]', 'is not an object; write { "routers": [], "wrappers": [] }'],
    ['nothing at all', '', 'cannot be parsed'],
  ])('%s', (_name, text, reason) => {
    expect(reasonsIn(text)).toEqual([expect.stringContaining(reason)]);
  });

  test('everything at once, each at its place, and the sound parts are kept', () => {
    using fixture = createFixture({
      'taskroute.json': [
        '{',
        '  "lowerd": true,',
        '  "routers": [{ "module": "hand.js", "table": "ROUTES" }, "router.ts"],',
        '  "wrappers": [{ "module": "a.js", "fn": "a", "task": 1 }]',
        '}',
      ].join('\n'),
    });
    const { findings, routers, wrappers } = readConfig(fixture.root);
    expect(findings.map(({ reason, line, column }) => [line, column, reason.split(';')[0]])).toEqual([
      [2, 3, 'has no field "lowerd" (did you mean "lowered"?)'],
      [3, 15, 'lacks "default" in routers[0]'],
      [3, 15, 'lacks "tiers" in routers[0]'],
      [3, 15, 'lacks "functions" in routers[0]'],
      [4, 16, 'lacks "function" in wrappers[0]'],
      [4, 36, 'has no field "fn" in wrappers[0]'],
      [4, 55, 'has a number as wrappers[0].task'],
    ]);
    expect(routers).toEqual([{ module: 'router.ts' }]);
    expect(wrappers).toEqual([]);
  });

  test.each([
    ['a comma that is missing', '{\n  "routers": []\n  "wrappers": []\n}', { line: 3, column: 3 }],
    ['an end that is missing', '{\n  "routers": [\n', { line: 3, column: 1 }],
    ['a sign too much', '{ "lowered": true }}', { line: 1, column: 20 }],
    ['signs of several units before it', '{ "models": { "😀": "é" } "lowered": true }', { line: 1, column: 27 }],
  ])('a text that is no JSON, by line and column: %s', (_name, text, at) => {
    using fixture = createFixture({ 'taskroute.json': text });
    const { findings } = readConfig(fixture.root);
    expect(findings).toMatchObject([{ ...at, reason: expect.stringContaining('cannot be parsed: ') as string }]);
  });

  test('a folder in its place', () => {
    using fixture = createFixture({ 'taskroute.json/x': '' });
    expect(readConfig(fixture.root).findings).toMatchObject([
      { reason: expect.stringContaining('cannot be read') as string },
    ]);
  });
});

test('a whole taskroute.json is read', () => {
  using fixture = createFixture({
    'taskroute.json': JSON.stringify({
      $schema: './x.json',
      routers: [HAND, 'router.ts', { module: 'router.ts' }],
      wrappers: [WRAPPER],
      models: { opus: 'claude-opus-5', 'blog-post': { opus: 'claude-opus-4' } },
      lowered: ['src'],
    }),
    'hand.js': HAND_WRITTEN,
    'router.ts': ROUTER,
    'call-model.ts': CALL_MODEL,
  });
  expect(readConfig(fixture.root)).toEqual({
    file: fixture.path('taskroute.json'),
    routers: [HAND, { module: 'router.ts' }, { module: 'router.ts' }],
    wrappers: [WRAPPER],
    models: { opus: 'claude-opus-5', 'blog-post': { opus: 'claude-opus-4' } },
    lowered: ['src'],
    findings: [],
  });
  const project = createProject({ root: fixture.root });
  expect(project.declared()).toMatchObject([
    { name: 'ROUTES', declared: true, default: 'sonnet', gaps: [], faults: [] },
    { name: 'router', declared: false },
  ]);
  expect(project.declarationFindings()).toEqual([]);
});

test('a model may be called like what every object has', () => {
  using fixture = createFixture({ 'taskroute.json': '{ "models": { "__proto__": "a", "constructor": "b" } }' });
  expect(Object.entries(readConfig(fixture.root).models)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
});

describe('a configuration that is given in code', () => {
  test('stands in for the file', () => {
    using fixture = createFixture({
      'hand.js': HAND_WRITTEN,
      'app.js': `import { routeModel } from './hand.js'; routeModel('x');`,
    });
    const project = createProject({ root: fixture.root, config: { routers: [HAND] } });
    expect(project.callsIn(fixture.path('app.js')).calls).toHaveLength(1);
  });

  test('is read as the file is', () => {
    using fixture = createFixture({ 'router.ts': ROUTER });
    // JavaScript configurations have no compiler.
    const config = { routers: ['router.ts', { module: 'a.js', table: 'A' }], lowerd: true } as object;
    const project = createProject({ root: fixture.root, config });
    expect(project.declared()).toMatchObject([{ name: 'router' }]);
    expect(
      project.declarationFindings().map(({ reason, line, column }) => [line, column, reason.split(';')[0]]),
    ).toEqual([
      [1, 1, 'lacks "default" in routers[1]'],
      [1, 1, 'lacks "tiers" in routers[1]'],
      [1, 1, 'lacks "functions" in routers[1]'],
      [1, 1, 'has no field "lowerd" (did you mean "lowered"?)'],
    ]);
  });

  test('hands on what is known to be wrong', () => {
    using fixture = createFixture({ 'taskroute.json': '{ "lowerd": 1 }' });
    const config = { ...readConfig(fixture.root), lowered: true };
    const [finding, ...more] = createProject({ root: fixture.root, config }).config().findings;
    expect(finding).toMatchObject({ line: 1, column: 3 });
    expect(more).toEqual([]);
  });
});

describe('the published schema', () => {
  interface Item {
    readonly anyOf: readonly { readonly type: string; readonly properties?: object }[];
    readonly properties: object;
    readonly required: readonly string[];
  }
  const schema = JSON.parse(readFileSync(new URL('../taskroute.schema.json', import.meta.url), 'utf8')) as {
    readonly properties: Readonly<Record<string, { readonly items: Item }>>;
  };

  test('names each field that is read, and no other', () => {
    expect(Object.keys(schema.properties)).toEqual(['$schema', 'routers', 'wrappers', 'models', 'lowered']);
    const [text, object] = schema.properties['routers']?.items.anyOf ?? [];
    expect(text?.type).toBe('string');
    expect(Object.keys(object?.properties ?? {})).toEqual(Object.keys(HAND));
    expect(Object.keys(schema.properties['wrappers']?.items.properties ?? {})).toEqual([
      ...Object.keys(WRAPPER),
      'router',
    ]);
  });

  test('requires what is required', () => {
    expect(schema.properties['wrappers']?.items.required).toEqual(['module', 'function', 'task']);
    expect(schema.properties['routers']?.items.anyOf[1]).toMatchObject({
      required: ['module'],
      dependencies: {
        table: ['default', 'tiers', 'functions'],
        default: ['table', 'tiers', 'functions'],
        tiers: ['table', 'default', 'functions'],
        functions: ['table', 'default', 'tiers'],
      },
    });
  });
});
