import { over, TWO, type TableCase } from './tables.ts';

const MADE = `const ROUTES = { a: 'small', b: 'large' };\n`;

/** A table that the third line changes, by a name or a function that leads to it. */
const CHANGED: readonly (readonly [name: string, text: string])[] = [
  ['another name', `const R = ROUTES; R.a = 'large';`],
  ['a name that is given later', `let R; R = ROUTES; R.a = 'large';`],
  ['an object that holds it', `const holder = { r: ROUTES }; holder.r.a = 'large';`],
  ['an object that comes to hold it', `const holder = {}; holder.r = ROUTES; holder.r.a = 'large';`],
  ['a pattern of a list', `[ROUTES.a] = ['large'];`],
  ['a pattern of an object', `({ x: ROUTES.a } = other);`],
  ['a loop', `for (ROUTES.a of ['large']);`],
  ['a pattern in a loop', `for ([ROUTES.a] of [['large']]);`],
  ['Reflect.deleteProperty', `Reflect.deleteProperty(ROUTES, 'a');`],
  ['Object.assign by a name of its own', `const { assign } = Object; assign(ROUTES, { a: 'large' });`],
  ['globalThis', `globalThis.Object.assign(ROUTES, { a: 'large' });`],
  ['call', `Object.assign.call(Object, ROUTES, { a: 'large' });`],
  ['apply', `Object.assign.apply(null, [ROUTES, { a: 'large' }]);`],
  ['arguments that are spread', `Object.assign(...[ROUTES, { a: 'large' }]);`],
  ['what Object.assign answers', `Object.assign(ROUTES).a = 'large';`],
  ['a comma', `(0, ROUTES).a = 'large';`],
  ['a condition', `(x ? ROUTES : other).a = 'large';`],
  ['a callback', `[ROUTES].forEach((r) => { r.a = 'large'; });`],
  ['what a reduction collects into', `['a'].reduce((r, k) => { r[k] = 'large'; return r; }, ROUTES);`],
  ['a function of the file that is handed it', `function add(r) { r.a = 'large'; } add(ROUTES);`],
  ['a function that answers it', `const get = () => ROUTES; get().a = 'large';`],
  ['a field', `class Holder { r = ROUTES; go() { this.r.a = 'large'; } }`],
  ['a getter', `const holder = { get r() { return ROUTES; } }; holder.r.a = 'large';`],
  ['a promise', `(await Promise.resolve(ROUTES)).a = 'large';`],
  ['a frozen name', `Object.freeze(ROUTES).a = 'large';`],
  ['__defineGetter__', `ROUTES.__defineGetter__('a', () => 'large');`],
];

/** What only looks like it. */
const UNCHANGED: readonly (readonly [name: string, text: string])[] = [
  ['a copy that is changed', `const copy = { ...ROUTES }; copy.a = 'large'; delete copy.b;`],
  ['a copy by Object.assign that is changed', `const copy = Object.assign({}, ROUTES); copy.a = 'large';`],
  ['a copy by a pattern that is changed', `const { ...copy } = ROUTES; copy.a = 'large';`],
  ['another object of the same keys', `const other = { a: 'small' }; other.a = 'large'; delete other.a;`],
  ['its keys, sorted', `const names = Object.keys(ROUTES); names.push('c'); names.sort();`],
  ['an object that comes to hold it', `const holder = {}; holder.routes = ROUTES; holder.count = 1;`],
  ['a parameter that nobody passes it to', `export function paint(node) { node.a = ROUTES.a; }`],
  [
    'a class that keeps it',
    `class Holder { constructor() { this.routes = ROUTES; this.a = 0; } next() { this.a++; } }`,
  ],
  ['an export of CommonJS', `exports.ROUTES = ROUTES; Object.defineProperty(exports, '__esModule', { value: true });`],
];

const REQUIRED = `const { defineRouter } = require('@taskroute/router');\n`;

/** A CommonJS table, changed in its own module. */
function commonjs(name: string, text: string, more: Partial<TableCase> = {}): TableCase {
  return over(name, `import { ROUTES } from './routes.cjs';`, {
    files: { 'routes.cjs': `${REQUIRED}${text}` },
    gaps: [[2, 'changed after']],
    ...more,
  });
}

/** What is changed below an export is not known at all. */
const BELOW: Partial<TableCase> = { routes: {}, gaps: [[2, 'is changed after it was exported']] };

export const CHANGES: readonly TableCase[] = [
  ...CHANGED.map(([name, text]) =>
    over(`a table changed through ${name}`, `${MADE}${text}`, { gaps: [[3, 'changed after']] }),
  ),
  ...UNCHANGED.map(([name, text]) => over(`a table is not changed through ${name}`, `${MADE}${text}`)),
  over(
    'a part of a configuration changed through a name',
    `const config = { routes: { a: 'small', b: 'large' } };\nconst { routes } = config; routes.a = 'large';`,
    { gaps: [[3, 'changed after']] },
    'config.routes',
  ),
  over(
    'a static table that is changed',
    `class Table { static ROUTES = { a: 'small', b: 'large' }; }\nTable.ROUTES.a = 'large';`,
    { gaps: [[3, 'changed after']] },
    'Table.ROUTES',
  ),
  over(
    'a static table that its own block changes',
    `class Table { static ROUTES = { a: 'small', b: 'large' };\nstatic { this.ROUTES.a = 'large'; } }`,
    { gaps: [[3, 'changed after']] },
    'Table.ROUTES',
  ),
  over(
    'a static table that is replaced',
    `class Table { static ROUTES = { a: 'small', b: 'large' }; }\nTable.ROUTES = { a: 'large', b: 'large' };`,
    { routes: {}, gaps: [[4, 'not one object']] },
    'Table.ROUTES',
  ),
  over('JSON that is changed where it is required', `const ROUTES = require('./r.json');\nROUTES.c = 'small';`, {
    routes: { ...TWO, c: 'small' },
    files: { 'r.json': `{ "a": "small", "b": "large" }` },
    gaps: [[3, 'changed after']],
  }),
  over(
    'a table that is changed where it is imported with its module',
    `import * as parts from './a.js';\nObject.assign(parts.A, { b: 'large' });`,
    { files: { 'a.ts': `export const A = { a: 'small' };` }, gaps: [[3, 'changed after']] },
    'parts.A',
  ),
  commonjs('exports.x.y', `exports.ROUTES = { a: 'small' }; exports.ROUTES.b = 'large';`, BELOW),
  commonjs(
    'module.exports.x.y',
    `module.exports = { ROUTES: { a: 'small' } }; module.exports.ROUTES.b = 'large';`,
    BELOW,
  ),
  commonjs('const x = exports.x', `const ROUTES = exports.ROUTES = { a: 'small' }; ROUTES.b = 'large';`),
  over('a whole CommonJS module that goes on', `const ROUTES = require('./routes.cjs');`, {
    files: { 'routes.cjs': `module.exports = { a: 'small' };\nmodule.exports.b = 'large';` },
  }),
  over('a whole CommonJS module that may go on', `const ROUTES = require('./routes.cjs');`, {
    files: { 'routes.cjs': `module.exports = { a: 'small' };\nif (x) module.exports.b = 'large';` },
    routes: { a: 'small', b: null },
    gaps: [[2, 'is exported where that may not run']],
  }),
  over('exports = module.exports', `import ROUTES from './routes.cjs';`, {
    files: { 'routes.cjs': `exports = module.exports = { a: 'small' };\nexports.b = 'large';` },
    gaps: [[2, 'changed after']],
  }),
  over('keys that read like changes', `const ROUTES = { 'a = b': 'small', 'delete, for and push()': 'large' };`, {
    routes: { 'a = b': 'small', 'delete, for and push()': 'large' },
  }),
];
