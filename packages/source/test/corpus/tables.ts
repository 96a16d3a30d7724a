/** A table as people write it, and what is read of it. */
export interface TableCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The router that `file` exports as `router`. */
  readonly file: string;
  /** The lines that are read, task → model; null where the model cannot be known. */
  readonly routes: Readonly<Record<string, string | null>>;
  /** A part of each gap's reason, with its line. */
  readonly gaps?: readonly (readonly [line: number, reason: string])[];
  /** Each duplicate key with the lines of both places. */
  readonly duplicates?: readonly (readonly [key: string, first: number, again: number])[];
  /** A part of each fault's message, with its line. */
  readonly faults?: readonly (readonly [line: number, message: string])[];
}

const HEAD = `import { defineRouter } from '@taskroute/router';\n`;
export const TWO = { a: 'small', b: 'large' };

/** A router over `ROUTES`, which `text` defines from the second line on. */
export function over(name: string, text: string, more: Partial<TableCase> = {}, routes = 'ROUTES'): TableCase {
  const router = `\nexport const router = defineRouter({ tiers: ['small', 'large'], default: 'large', routes: ${routes} });`;
  return {
    name,
    file: 'router.ts',
    routes: TWO,
    ...more,
    files: { 'router.ts': `${HEAD}${text}${router}`, ...more.files },
  };
}

export const TABLES: readonly TableCase[] = [
  over('as const', `export const ROUTES = { a: 'small', b: 'large' } as const;`),
  over(
    'as const satisfies',
    `export const ROUTES = { a: 'small', b: 'large' } as const satisfies Record<string, string>;`,
  ),
  over('inline', ``, {}, `{ a: 'small', b: 'large' }`),
  over('shorthand', `const routes = { a: 'small', b: 'large' } as const;`, {}, `routes`),
  over('frozen', `const ROUTES = Object.freeze({ a: 'small', b: 'large' });`),
  over('frozen twice', `const ROUTES = Object.freeze(Object.freeze({ a: 'small', b: 'large' }));`),
  over(
    'through an identity function',
    `const table = <const T>(t: T) => t; const ROUTES = table({ a: 'small', b: 'large' });`,
  ),
  over(
    'through an imported identity function',
    `import { table } from './table.js'; const ROUTES = table({ a: 'small', b: 'large' });`,
    { files: { 'table.ts': `export function table<const T>(t: T): Readonly<T> { return Object.freeze(t); }` } },
  ),
  over('a spread of a const', `const A = { a: 'small' } as const; const ROUTES = { ...A, b: 'large' } as const;`),
  over(
    'a spread that is overridden',
    `const A = { a: 'large', b: 'large' } as const; const ROUTES = { ...A, a: 'small' } as const;`,
    { duplicates: [['a', 2, 2]] },
  ),
  over(
    'a spread that overrides',
    `const A = { a: 'small' } as const; const ROUTES = { a: 'large', b: 'large', ...A } as const;`,
    { duplicates: [['a', 2, 2]] },
  ),
  over(
    'spreads of spreads',
    `const A = { a: 'small' }; const B = { ...A }; const ROUTES = { ...B, ...{ b: 'large' } };`,
  ),
  over('Object.assign', `const ROUTES = Object.assign({}, { a: 'small' }, { b: 'large' });`),
  over('Object.fromEntries', `const ROUTES = Object.fromEntries([['a', 'small'], ['b', 'large']]);`),
  over(
    'Object.fromEntries of a list',
    `const ROUTES = { ...Object.fromEntries(['a'].map((task) => [task, 'small'])), b: 'large' };`,
  ),
  over(
    'Object.assign of a list of parts',
    `const PARTS = [{ a: 'small' }, { b: 'large' }] as const; const ROUTES = Object.assign({}, ...PARTS);`,
  ),
  over(
    'Object.assign to what has no prototype',
    `const ROUTES = Object.assign(Object.create(null), { a: 'small', b: 'large' });`,
  ),
  over(
    'a var that is written before',
    `var A = { a: 'small' }; { var B = { b: 'large' }; } var ROUTES = { ...A, ...B };`,
  ),
  over(
    'a function that reads what is written later',
    `const make = () => ROUTES; const ROUTES = { a: 'small', b: 'large' };`,
    {},
    'make()',
  ),
  over('no prototype', `const ROUTES = { __proto__: null, a: 'small', b: 'large' };`),
  over(
    'the rest of a table',
    `const ALL = { a: 'small', b: 'large', draft: 'small' } as const; const { draft, ...ROUTES } = ALL;`,
  ),
  over(
    'the rest of a part',
    `const config = { routes: { a: 'small', b: 'large', z: 'small' } }; const { routes: { z, ...ROUTES } } = config;`,
  ),
  over(
    'the rest by a const key',
    `const KEY = 'z'; const { [KEY]: z, ...ROUTES } = { a: 'small', b: 'large', z: 'small' };`,
  ),
  over('the rest of a module', `import * as all from './a.js'; const { z, ...ROUTES } = all;`, {
    files: { 'a.ts': `export const a = 'small', b = 'large', z = 'small';` },
  }),
  over('a getter of one return', `const ROUTES = { a: 'small', get b() { return 'large'; } };`),
  over(
    'a static that is another one',
    `class Table { static A = { a: 'small' }; static B = { ...Table.A, b: 'large' }; static C = Table.A; }`,
    {
      routes: { a: 'small' },
    },
    'Table.C',
  ),
  over(
    'one part or another of the same lines',
    `const ROUTES = { a: 'small', ...(x ? { b: 'large' } : { b: 'large' }) };`,
  ),
  over(
    'one part or another under a line that is certain',
    `const ROUTES = { ...(x ? { a: 'large' } : {}), a: 'small', b: 'large' };`,
  ),
  over('a closed annotation', `const ROUTES: Record<'a' | 'b', 'small' | 'large'> = { a: 'small', b: 'large' };`),
  over('an imported table', `import { ROUTES } from './routes.js';`, {
    files: { 'routes.ts': `export const ROUTES = { a: 'small', b: 'large' } as const;` },
  }),
  over('an imported sub-table', `import { A } from './a.js'; const ROUTES = { ...A, b: 'large' };`, {
    files: { 'a.ts': `export const A = { a: 'small' } as const;` },
  }),
  over('a re-exported sub-table', `import { Z } from './a.js'; const ROUTES = { ...Z, b: 'large' };`, {
    files: { 'a.ts': `export { A as Z } from './b.js';`, 'b.ts': `export const A = { a: 'small' } as const;` },
  }),
  over('a default export', `import ROUTES from './a.js';`, {
    files: { 'a.ts': `export default { a: 'small', b: 'large' } as const;` },
  }),
  over('a namespace of sub-tables', `import * as parts from './a.js'; const ROUTES = { ...parts.A, ...parts.B };`, {
    files: { 'a.ts': `export const A = { a: 'small' }; export const B = { b: 'large' };` },
  }),
  over('JSON', `import ROUTES from './a.json' with { type: 'json' };`, {
    files: { 'a.json': `{ "a": "small",\n "b": "large" }` },
  }),
  over(
    'a part of JSON',
    `import config from './a.json' with { type: 'json' };`,
    { files: { 'a.json': `\uFEFF{ "routes": { "a": "small", "b": "large" } }` } },
    'config.routes',
  ),
  over('a named import of JSON', `import { routes as ROUTES } from './a.json';`, {
    files: { 'a.json': `{ "routes": { "a": "small", "b": "large" } }` },
  }),
  over('computed const keys', `const KEY = 'a'; const ROUTES = { [KEY]: 'small', ['b']: 'large' } as const;`),
  over('template keys', 'const P = "a"; const ROUTES = { [`${P}/x`]: "small" };', { routes: { 'a/x': 'small' } }),
  over('enum keys', `enum Task { A = 'a', B = 'b' } const ROUTES = { [Task.A]: 'small', [Task.B]: 'large' } as const;`),
  over(
    'numeric enum keys',
    `enum Task { A, B = 5, C } const ROUTES = { [Task.A]: 'small', [Task.C]: 'large' } as const;`,
    { routes: { 0: 'small', 6: 'large' } },
  ),
  over('enum values', `enum Model { S = 'small', L = 'large' } const ROUTES = { a: Model.S, b: Model.L } as const;`),
  over(
    'const values',
    `const S = 'small'; const MODELS = { large: 'large' } as const; const ROUTES = { a: S, b: MODELS.large } as const;`,
  ),
  over('numeric keys', `const ROUTES = { 42: 'small', 1e3: 'large', 0x10: 'small', 1n: 'large' } as const;`, {
    routes: { 1: 'large', 16: 'small', 42: 'small', 1000: 'large' },
  }),
  over('escaped keys', `const ROUTES = { 'caf\\u00e9': 'small', "it\\'s": 'large', \\u0061: 'small' } as const;`, {
    routes: { café: 'small', "it's": 'large', a: 'small' },
  }),
  over('any letters', `const ROUTES = { 'résumé 💥': 'small', 日本: 'large' } as const;`, {
    routes: { 'résumé 💥': 'small', 日本: 'large' },
  }),
  over('names of prototypes', `const ROUTES = { constructor: 'small', toString: 'large' } as const;`, {
    routes: { constructor: 'small', toString: 'large' },
  }),
  over('domains', `const ROUTES = { 'a/*': 'small', 'a/b': 'large' } as const;`, {
    routes: { 'a/*': 'small', 'a/b': 'large' },
  }),
  over(
    'a table inside a class',
    `class Table { static readonly ROUTES = { a: 'small', b: 'large' } as const; }`,
    {},
    'Table.ROUTES',
  ),
  over(
    'a table of a namespace',
    `namespace Table { export const ROUTES = { a: 'small', b: 'large' } as const; }`,
    {},
    'Table.ROUTES',
  ),
  over(
    'a table that is a member',
    `const CONFIG = { models: { routes: { a: 'small', b: 'large' } } } as const;`,
    {},
    'CONFIG.models.routes',
  ),
  over('a ternary of one value', `const ROUTES = { a: 'small', b: 'large' }; if (ROUTES.a) console.log(ROUTES.b);`),
  {
    name: 'the whole configuration as a const',
    file: 'router.ts',
    routes: TWO,
    files: {
      'router.ts': `${HEAD}const base = { tiers: ['small', 'large'], default: 'large' } as const; const config = { ...base, routes: { a: 'small', b: 'large' } } as const;\nexport const router = defineRouter(config);`,
    },
  },
  {
    name: 'CommonJS',
    file: 'router.cjs',
    routes: TWO,
    files: {
      'router.cjs': `const { defineRouter } = require('@taskroute/router');\nconst { ROUTES } = require('./routes.cjs');\nmodule.exports.router = defineRouter({ tiers: ['small', 'large'], default: 'large', routes: ROUTES });`,
      'routes.cjs': `module.exports = { ROUTES: { a: 'small', b: 'large' } };`,
    },
  },
  {
    name: 'built to CommonJS',
    file: 'router.js',
    routes: TWO,
    files: {
      'router.js': `"use strict";\nvar __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.router = void 0;\nconst router_1 = require("@taskroute/router");\nconst routes_json_1 = __importDefault(require("./routes.json"));\nconst a_1 = require("./a");\nexports.router = (0, router_1.defineRouter)({ tiers: ['small', 'large'], default: 'large', routes: { ...routes_json_1.default, ...a_1.A } });`,
      'routes.json': `{ "b": "large" }`,
      'a.js': `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.A = void 0;\nexports.A = Object.freeze({ a: 'small' });`,
    },
  },
  // What cannot be read is said.
  over('the answer of a function', `const ROUTES = load();`, { routes: {}, gaps: [[2, 'is what load answers']] }),
  over('a spread of an answer', `const ROUTES = { a: 'small', ...load(), b: 'large' };`, {
    gaps: [[2, 'is what load answers']],
  }),
  over('a conditional spread', `const A = { a: 'small' }; const ROUTES = { b: 'large', ...(x ? A : {}) };`, {
    gaps: [[2, 'one object or another']],
  }),
  over(
    'one part or another of other models',
    `const ROUTES = { a: 'small', ...(x ? { b: 'large' } : { b: 'small' }) };`,
    {
      routes: { a: 'small', b: null },
      gaps: [[2, 'the model of "b"']],
    },
  ),
  over('the rest by a key that is computed', `const { [load()]: z, ...ROUTES } = { a: 'small', b: 'large' };`, {
    gaps: [[2, 'takes out a property that is computed']],
  }),
  over(
    'entries of which some are taken',
    `const ROUTES = Object.fromEntries([['a', 'small'], ['b', 'large']].slice(1));`,
    { routes: { b: 'large' } },
  ),
  over(
    'entries of which nobody knows which are taken',
    `const ROUTES = Object.fromEntries([['a', 'small'], ['b', 'large']].filter(load()));`,
    { gaps: [[2, 'some may be missing']] },
  ),
  over('a spread behind and', `const ROUTES = { a: 'small', b: 'large', ...(x && { c: 'large' }) };`, {
    routes: { a: 'small', b: 'large', c: 'large' },
    gaps: [[2, 'one object or another']],
  }),
  over(
    'a line that is added later',
    `const ROUTES: { a: string; b: string; c?: string } = { a: 'small', b: 'large' };\nROUTES.c = 'small';`,
    { routes: { ...TWO, c: 'small' }, gaps: [[3, 'changed after']] },
  ),
  over('a line that is deleted later', `const ROUTES = { a: 'small', b: 'large' };\ndelete ROUTES.a;`, {
    gaps: [[3, 'changed after']],
  }),
  over('lines that are assigned later', `const ROUTES = { a: 'small', b: 'large' };\nObject.assign(ROUTES, load());`, {
    gaps: [[3, 'changed after']],
  }),
  over(
    'an annotation that hides the lines',
    `const ROUTES: Record<string, 'small' | 'large'> = { a: 'small', b: 'large' };`,
    { gaps: [[2, 'type annotation']] },
  ),
  over('a table that is reassigned', `let ROUTES = { a: 'small', b: 'large' }; ROUTES = { a: 'large', b: 'large' };`, {
    routes: { a: 'large', b: 'large' },
  }),
  over('a computed key', `const ROUTES = { a: 'small', b: 'large', [key()]: 'small' };`, {
    gaps: [[2, 'has a key that is computed']],
  }),
  over('a model that is computed', `const ROUTES = { a: 'small', b: pick() };`, {
    routes: { a: 'small', b: null },
    gaps: [[2, 'is what pick answers']],
  }),
  over('a model that is one of two', `const ROUTES = { a: 'small', b: x ? 'small' : 'large' };`, {
    routes: { a: 'small', b: null },
    gaps: [[2, 'the model of "b"']],
  }),
  over('a model of the environment', `const ROUTES = { a: 'small', b: process.env.MODEL ?? 'large' };`, {
    routes: { a: 'small', b: null },
    gaps: [[2, 'the model of "b"']],
  }),
  over('a getter', `const ROUTES = { a: 'small', get b() { log(); return 'large'; } };`, {
    routes: { a: 'small', b: null },
    gaps: [[2, 'is a getter']],
  }),
  over('a setter', `const ROUTES = { a: 'small', b: 'large', set c(value) {} };`, {
    routes: { ...TWO, c: null },
    gaps: [[2, 'is a setter']],
  }),
  over('a prototype', `const ROUTES = { a: 'small', b: 'large', __proto__: { c: 'small' } };`, {
    gaps: [[2, '__proto__']],
  }),
  over('an import that is missing', `import { A } from './missing.js'; const ROUTES = { ...A, b: 'large' };`, {
    routes: { b: 'large' },
    gaps: [[2, 'cannot be resolved']],
  }),
  over('an import that does not parse', `import { A } from './a.js'; const ROUTES = { ...A, b: 'large' };`, {
    files: { 'a.ts': `export const A = {` },
    routes: { b: 'large' },
    gaps: [[1, 'cannot be parsed']],
  }),
  over('JSON that does not parse', `import A from './a.json'; const ROUTES = { ...A, b: 'large' };`, {
    files: { 'a.json': `{ "a": ` },
    routes: { b: 'large' },
    gaps: [[1, 'cannot be parsed']],
  }),
  over('a table made from itself', `import { A } from './a.js'; export const ROUTES = { ...A, b: 'large' };`, {
    files: { 'a.ts': `import { ROUTES } from './router.js'; export const A = { a: 'small', ...ROUTES };` },
    routes: { a: 'small', b: 'large' },
    gaps: [[1, 'itself']],
  }),
  // Keys that are written twice.
  over('a duplicate', `const ROUTES = {\n  a: 'large',\n  b: 'large',\n  'a': 'small',\n};`, {
    duplicates: [['a', 3, 5]],
  }),
  over('a duplicate in JSON', `import ROUTES from './a.json';`, {
    files: { 'a.json': `{\n"a": "large",\n"b": "large",\n"\\u0061": "small" }` },
    duplicates: [['a', 2, 4]],
  }),
  over('a duplicate of a number', `const ROUTES = { 1: 'large', '1': 'small' };`, {
    routes: { 1: 'small' },
    duplicates: [['1', 2, 2]],
  }),
  over('a duplicate by a spread', `const BASE = { a: 'large' };\nconst ROUTES = { ...BASE,\na: 'small' };`, {
    routes: { a: 'small' },
    duplicates: [['a', 2, 4]],
  }),
  over('a duplicate by a later spread', `const BASE = { a: 'large' };\nconst ROUTES = { a: 'small',\n...BASE };`, {
    routes: { a: 'large' },
    duplicates: [['a', 3, 2]],
  }),
  over(
    'a duplicate in a literal and by a spread',
    `const BASE = { a: 'large' };\nconst ROUTES = { a: 'small',\n...BASE,\na: 'small' };`,
    {
      routes: { a: 'small' },
      duplicates: [
        ['a', 3, 5],
        ['a', 3, 2],
      ],
    },
  ),
  over('a duplicate in a sub-table', `import { A } from './a.js'; const ROUTES = { ...A };`, {
    files: { 'a.ts': `export const A = { a: 'small',\nb: 'small',\nb: 'large' };` },
    duplicates: [['b', 2, 3]],
  }),
  // What the router itself would refuse.
  over('a model that is no tier', `const ROUTES = {\n  a: 'small',\n  b: 'huge',\n};`, {
    routes: { a: 'small', b: 'huge' },
    faults: [[4, 'not in tiers']],
  }),
  over('a malformed task', `const ROUTES = { a: 'small', b: 'large',\n '/x': 'small' };`, {
    routes: { ...TWO, '/x': 'small' },
    faults: [[3, 'malformed']],
  }),
  over('a model that is a number', `const ROUTES = { a: 'small', b: 1 };`, {
    routes: { a: 'small', b: null },
    faults: [[2, 'is 1']],
  }),
  over(
    'a var that is written later',
    `const ROUTES = { a: 'small', b: 'large', ...OVER }; var OVER = { a: 'large' };`,
    {
      gaps: [[2, 'one object or another']],
    },
  ),
  over(
    'a var in a branch',
    `if (x) { var OVER = { a: 'large' }; } const ROUTES = { a: 'small', b: 'large', ...OVER };`,
    {
      gaps: [[2, 'one object or another']],
    },
  ),
  over('a var in a branch without a block', `if (x) var ROUTES = { a: 'small', b: 'large' };`, {
    routes: {},
    gaps: [[3, 'not one object']],
  }),
  over(
    'a var in a try',
    `try { load(); var OVER = { a: 'large' }; } catch {} const ROUTES = { a: 'small', b: 'large', ...OVER };`,
    {
      gaps: [[2, 'one object or another']],
    },
  ),
  over(
    'a var in a switch',
    `switch (x) { case 1: var OVER = { a: 'large' }; } const ROUTES = { a: 'small', b: 'large', ...OVER };`,
    {
      gaps: [[2, 'one object or another']],
    },
  ),
  over(
    'a var behind a break',
    `l: { if (x) break l; var OVER = { a: 'large' }; } const ROUTES = { a: 'small', b: 'large', ...OVER };`,
    {
      gaps: [[2, 'one object or another']],
    },
  ),
  over('a key in a var that is written later', `const ROUTES = { [KEY]: 'small', b: 'large' }; var KEY = 'a';`, {
    routes: { b: 'large' },
    gaps: [[2, 'a key']],
  }),
  over(
    'a constant that is written later',
    `const ROUTES = { a: 'small', b: 'large', ...OVER }; const OVER = { a: 'large' };`,
    {
      gaps: [[2, 'read before it is written']],
    },
  ),
];
