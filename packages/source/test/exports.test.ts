import { describe, expect, test } from 'vitest';
import { createProject, verdictOf } from '../src/index.ts';
import { ROUTER } from './corpus/case.ts';
import { createFixture } from './fixture.ts';

/** What is said of two tasks by a router whose table is what `text` imports from `r.cjs` or another file. */
function verdicts(text: string, files: Readonly<Record<string, string>>, routes = 'ROUTES') {
  const config = `{ tiers: ['small', 'large'], default: 'large', routes: ${routes} }`;
  using fixture = createFixture({
    'router.ts': `import { defineRouter } from '@taskroute/router';\n${text}\nexport const router = defineRouter(${config});`,
    ...files,
  });
  const router = createProject({ root: fixture.root }).router('router.ts', 'router');
  if (router === null) throw new Error('no router was found');
  return ['a', 'none'].map((task) => {
    const verdict = verdictOf(router, task);
    return verdict.kind === 'decided' ? verdict.decision.via : verdict.kind;
  });
}

const NAMED = `const { ROUTES } = require('./r.cjs');`;
const WHOLE = `const ROUTES = require('./r.cjs');`;

describe('a table whose module does not tell all of its exports is never taken for complete', () => {
  test.each([
    [
      'written again in a branch',
      NAMED,
      `exports.ROUTES = { a: 'small' }; if (process.env.X) exports.ROUTES = { a: 'large' };`,
    ],
    [
      'written in one branch or another',
      NAMED,
      `if (process.env.X) { exports.ROUTES = { a: 'large' }; } else { exports.ROUTES = { a: 'small' }; }`,
    ],
    ['written in a branch alone', NAMED, `if (process.env.X) exports.ROUTES = { a: 'small' };`],
    ['written behind &&', NAMED, `process.env.X && (exports.ROUTES = { a: 'small' });`],
    ['written in a function', NAMED, `exports.ROUTES = { a: 'small' }; exports.set = () => { exports.ROUTES = {}; };`],
    ['changed below the export', NAMED, `exports.ROUTES = { a: 'small' }; exports.ROUTES[process.env.X] = 'large';`],
    [
      'changed below the export by a function',
      NAMED,
      `exports.ROUTES = { a: 'small' }; Object.assign(exports.ROUTES, load());`,
    ],
    [
      'one whole or another',
      WHOLE,
      `if (process.env.X) module.exports = { a: 'small' }; else module.exports = { a: 'large' };`,
    ],
    [
      'a whole in a branch',
      WHOLE,
      `module.exports = { a: 'small' }; if (process.env.X) module.exports = { a: 'large' };`,
    ],
    [
      'a whole in a ternary',
      WHOLE,
      `process.env.X ? (module.exports = { a: 'small' }) : (module.exports = { a: 'large' });`,
    ],
    ['a whole in a switch', WHOLE, `switch (process.env.X) { case 'x': module.exports = { a: 'small' }; }`],
    ['names that are computed', WHOLE, `exports[process.env.X] = 'small';`],
    ['names that a function computes', WHOLE, `function add(k, v) { exports[k] = v; } add('a', 'small');`],
    ['names that a loop computes', WHOLE, `for (const k of ['a']) exports[k] = 'small';`],
    [
      'names that are defined by a function',
      WHOLE,
      `Object.defineProperty(exports, process.env.X, { value: 'small' });`,
    ],
    ['its exports given away', WHOLE, `fill(exports);`],
    ['an export that is taken away', WHOLE, `exports.a = 'small'; delete exports.a;`],
    [
      'some names of another module in a loop',
      WHOLE,
      `const r = require('./all.cjs'); for (const k in r) if (r[k] !== 'small') exports[k] = r[k];`,
    ],
    [
      'some names of another module in a list',
      WHOLE,
      `const r = require('./all.cjs'); Object.keys(r).filter((k) => k.startsWith('b')).forEach((k) => { exports[k] = r[k]; });`,
    ],
    [
      'what a function picks of a table',
      NAMED,
      `function pick(to, from) { for (var k in from) if (wanted(k)) to[k] = from[k]; return to; } exports.ROUTES = pick({}, { a: 'small' });`,
    ],
    ['nothing at all', WHOLE, `console.log('loaded');`],
    ['a getter that does more', WHOLE, `Object.defineProperty(exports, 'a', { get() { load(); return 'small'; } });`],
  ])('%s', (_name, text, module) => {
    const all = `exports.a = 'small';`;
    expect(verdicts(text, { 'r.cjs': module, 'all.cjs': all })).toEqual(['unknown', 'unknown']);
  });

  test('an ES module without a default', () => {
    expect(verdicts(`import ROUTES from './r.js';`, { 'r.ts': '' })).toEqual(['unknown', 'unknown']);
  });

  test.each([
    ['yaml', 'a: small\n'],
    ['toml', 'a = "small"\n'],
    ['txt', ''],
    ['json5', `{ a: 'small' }`],
  ])('a file that is no program (.%s)', (extension, text) => {
    const files = { [`r.${extension}`]: text };
    expect(verdicts(`import ROUTES from './r.${extension}';`, files)).toEqual(['unknown', 'unknown']);
  });

  test.each([
    ['two values', '{ "a": "small" }, { "b": "large" }'],
    ['keys without quotes', '{ a: "small" }'],
    ['comments', '{ "a": "small" } // all'],
    ['a comma at the end', '{ "a": "small", }'],
    ['single quotes', `{ 'a': 'small' }`],
  ])('a .json that is none: %s', (_name, text) => {
    expect(verdicts(`import ROUTES from './r.json';`, { 'r.json': text })).toEqual(['unknown', 'unknown']);
  });

  test('what a bundler makes of a file', () => {
    expect(verdicts(`import ROUTES from './r.json?raw';`, { 'r.json': '{ "a": "small" }' })).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  test("a name that two modules hand on makes it nobody's", () => {
    const files = {
      'all.ts': `export * from './one.js'; export * from './two.js';`,
      'one.ts': `export const ROUTES = { a: 'small' } as const;`,
      'two.ts': `export const ROUTES = { a: 'large' } as const;`,
    };
    expect(verdicts(`import { ROUTES } from './all.js';`, files)).toEqual(['unknown', 'unknown']);
  });
});

describe('a table whose module tells all of its exports is read', () => {
  test.each([
    ['name by name', WHOLE, `exports.a = 'small'; exports.b = 'large';`],
    ['what is written last', NAMED, `exports.ROUTES = { a: 'large' }; exports.ROUTES = { a: 'small' };`],
    ['the whole, and one more name', WHOLE, `module.exports = { b: 'large' }; module.exports.a = 'small';`],
    ['the whole under another name', WHOLE, `const t = module.exports = { b: 'large' }; t.a = 'small';`],
    ['as one object spread over the exports', WHOLE, `Object.assign(exports, { a: 'small', b: 'large' });`],
    [
      'beside reads of its exports',
      WHOLE,
      `exports.a = 'small'; if ('a' in exports && typeof exports === 'object') console.log(exports.a);`,
    ],
    [
      'under the mark of an ES module',
      WHOLE,
      `Object.defineProperty(exports, '__esModule', { value: true }); exports.a = 'small';`,
    ],
  ])('%s', (_name, text, module) => {
    expect(verdicts(text, { 'r.cjs': module })).toEqual(['route', 'default']);
  });

  test('a line that is there in a branch alone leaves the others as they are', () => {
    const module = `exports.a = 'small'; if (process.env.X) exports.b = 'large';`;
    expect(verdicts(WHOLE, { 'r.cjs': module })).toEqual(['route', 'unknown']);
  });

  test('.jsonc, comments and all', () => {
    const text = '{\n  // cheap\n  "a": "small",\n}';
    expect(verdicts(`import ROUTES from './r.jsonc';`, { 'r.jsonc': text })).toEqual(['route', 'default']);
  });

  test('but not a .jsonc that is a program', () => {
    for (const text of ['{ "a": "small" }, {}', '{ a: "small" }', '{ "a": load() }', `{ "a": 'small' }`])
      expect(verdicts(`import ROUTES from './r.jsonc';`, { 'r.jsonc': text }), text).toEqual(['unknown', 'unknown']);
  });
});

test('a file that is no program is a finding, by its path and by its text', () => {
  using fixture = createFixture({ 'App.svelte': '<script>routeModel("typo")</script>', 'router.ts': ROUTER });
  const project = createProject({ root: fixture.root });
  const file = fixture.path('App.svelte');
  const reason = 'is no JavaScript, TypeScript or JSON (.svelte)';
  expect(project.callsIn(file)).toMatchObject({ calls: [], findings: [{ reason }] });
  expect(project.callsIn({ file, text: '<template />' })).toMatchObject({ findings: [{ reason }] });
});

test('a .json that cannot be parsed says where', () => {
  using fixture = createFixture({ 'r.json': '{\n  "a": "small",\n  b: 1\n}' });
  const { findings } = createProject({ root: fixture.root }).callsIn(fixture.path('r.json'));
  expect(findings).toMatchObject([
    { line: 3, column: 3, reason: expect.stringMatching(/^cannot be parsed: /) as string },
  ]);
});
