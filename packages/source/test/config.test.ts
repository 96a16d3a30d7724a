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

function findingsOf(config: unknown, files: Readonly<Record<string, string>> = {}): readonly string[] {
  using fixture = createFixture({ 'taskroute.json': JSON.stringify(config), 'hand.js': HAND_WRITTEN, ...files });
  return createProject({ root: fixture.root })
    .findings()
    .map(({ reason }) => reason);
}

describe('what is wrong with taskroute.json is said', () => {
  test.each([
    ['a field that is none', { router: [] }, 'has no field "router"'],
    ['a missing field', { routers: [{ ...HAND, tiers: undefined }] }, 'routers[0] lacks "tiers"'],
    ['an empty list', { routers: [{ ...HAND, functions: [] }] }, 'routers[0].functions is a list of strings'],
    ['a file that is not there', { routers: [{ ...HAND, module: 'gone.js' }] }, 'which is no file'],
    ['a table that is not there', { routers: [{ ...HAND, table: 'TABLE' }] }, 'has no constant TABLE'],
    ['a function that is not there', { routers: [{ ...HAND, functions: ['route'] }] }, 'a function "route"'],
    ['a default that is no tier', { routers: [{ ...HAND, default: 'gpt' }] }, 'not in tiers'],
    [
      'a wrapper that is not there',
      { wrappers: [{ module: 'hand.js', function: 'ask', task: 'task' }] },
      'a wrapper "ask"',
    ],
    [
      'a wrapper that leads to no router',
      { wrappers: [{ module: 'hand.js', function: 'routeModel', task: 'task' }] },
      'not to which router',
    ],
  ])('%s', (_name, config, reason) => {
    expect(findingsOf(config)).toContainEqual(expect.stringContaining(reason));
  });

  test('a place is given', () => {
    using fixture = createFixture({ 'taskroute.json': `{\n  "wrappers": [],\n  "model": {}\n}` });
    expect(readConfig(fixture.root).findings).toMatchObject([{ line: 3, column: 3 }]);
  });

  test('a router that no file reaches, until one does', () => {
    using fixture = createFixture({
      'taskroute.json': JSON.stringify({ routers: [HAND] }),
      'hand.js': HAND_WRITTEN,
      'app.js': `import { routeModel } from './hand.js'; routeModel('x');`,
    });
    const project = createProject({ root: fixture.root });
    expect(project.findings()).toMatchObject([{ reason: expect.stringContaining('no file reaches') as string }]);
    project.callsIn(fixture.path('hand.js'));
    expect(project.findings()).toHaveLength(1);
    project.callsIn(fixture.path('app.js'));
    expect(project.findings()).toEqual([]);
  });
});

test('what is wrong with a declaration is asked for apart from what no file reaches', () => {
  using fixture = createFixture({ 'hand.js': HAND_WRITTEN });
  const config = { routers: [HAND, { ...HAND, module: 'gone.js' }] };
  const project = createProject({ root: fixture.root, config });
  expect(project.declarationFindings()).toMatchObject([{ reason: expect.stringContaining('is no file') as string }]);
  expect(project.findings()).toHaveLength(2);
});

test('a declared router stands in its own file, as the host has the text', () => {
  using fixture = createFixture({ 'hand.js': HAND_WRITTEN });
  const project = createProject({ root: fixture.root, config: { routers: [HAND] } });
  const text = HAND_WRITTEN.replace('};', `'blog-post': 'haiku' };`);
  const { routers } = project.callsIn({ file: fixture.path('hand.js'), text });
  expect(routers).toMatchObject([{ name: 'ROUTES', declared: true, duplicates: [{ key: 'blog-post' }] }]);
  expect(project.callsIn(fixture.path('hand.js')).routers).toMatchObject([{ duplicates: [] }]);
});

test('a whole taskroute.json is read', () => {
  using fixture = createFixture({
    'taskroute.json': JSON.stringify({
      $schema: './x.json',
      routers: [HAND],
      wrappers: [{ module: './call-model.ts', function: 'callModel', task: 'options.task' }],
      models: { opus: 'claude-opus-5', 'blog-post': { opus: 'claude-opus-4' } },
      lowered: ['src'],
    }),
    'hand.js': HAND_WRITTEN,
    'router.ts': ROUTER,
    'call-model.ts': CALL_MODEL,
  });
  expect(readConfig(fixture.root)).toEqual({
    file: fixture.path('taskroute.json'),
    routers: [HAND],
    wrappers: [{ module: './call-model.ts', function: 'callModel', task: 'options.task' }],
    models: { opus: 'claude-opus-5', 'blog-post': { opus: 'claude-opus-4' } },
    lowered: ['src'],
    findings: [],
  });
  const [declared] = createProject({ root: fixture.root }).declared();
  expect(declared).toMatchObject({ declared: true, default: 'sonnet', gaps: [], faults: [] });
});

test('a configuration can be given in place of the file', () => {
  using fixture = createFixture({
    'hand.js': HAND_WRITTEN,
    'app.js': `import { routeModel } from './hand.js'; routeModel('x');`,
  });
  const project = createProject({ root: fixture.root, config: { routers: [HAND] } });
  expect(project.callsIn(fixture.path('app.js')).calls).toHaveLength(1);
});

test('the published schema names each field that is read, and no other', () => {
  const schema = JSON.parse(readFileSync(new URL('../taskroute.schema.json', import.meta.url), 'utf8')) as {
    properties: Record<string, { items?: { properties: object; required: string[] } }>;
  };
  expect(Object.keys(schema.properties)).toEqual(['$schema', 'routers', 'wrappers', 'models', 'lowered']);
  expect(Object.keys(schema.properties['routers']?.items?.properties ?? {})).toEqual(Object.keys(HAND));
  expect(schema.properties['wrappers']?.items?.required).toEqual(['module', 'function', 'task']);
});
