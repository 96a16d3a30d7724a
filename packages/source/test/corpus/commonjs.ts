import { caseOf, ROUTER_COMMONJS, says, type CallCase } from './case.ts';

const ROUTE = [says(2, 'blog-post', 'route')];

/** A module that hands a router on in some way, required by the file that calls it. */
function through(name: string, text: string, way = 'm.routeModel', expected = ROUTE): CallCase {
  const app = `const m = require('./r');\n${way}('blog-post');`;
  return caseOf(name, app, expected, { 'r.js': text, 'inner.js': ROUTER_COMMONJS }, 'app.cjs');
}

/** What a compiler makes of a module whose default is a router. */
const BUILT_DEFAULT = `Object.defineProperty(exports, "__esModule", { value: true });\n${ROUTER_COMMONJS.replace('module.exports', 'exports.default')}`;

const OTHER = ROUTER_COMMONJS.replace(`'blog-post': 'opus', `, '');

/** Ways for a CommonJS module to export a router, below its top level too. */
export const COMMONJS: readonly CallCase[] = [
  through(
    'one module or another',
    `if (process.env.NODE_ENV === 'production') module.exports = require('./inner'); else module.exports = require('./inner');`,
  ),
  caseOf(
    'one module or another, which differ',
    `const m = require('./r');\nm.routeModel('blog-post');`,
    [says(2, 'blog-post', 'route'), says(2, 'blog-post', 'default')],
    {
      'r.js': `if (process.env.NODE_ENV === 'production') { module.exports = require('./inner'); } else { module.exports = require('./other'); }`,
      'inner.js': ROUTER_COMMONJS,
      'other.js': OTHER,
    },
    'app.cjs',
  ),
  through('in a block', `const r = require('./inner'); { exports.routeModel = r.routeModel; }`),
  through(
    'in a function that is called at once',
    `(function () { exports.routeModel = require('./inner').routeModel; })();`,
  ),
  through(
    'in a function that is called with the exports',
    `(function (e) { e.routeModel = require('./inner').routeModel; })(exports);`,
  ),
  through(
    'by Object.assign',
    `const { routeModel } = require('./inner'); Object.assign(module.exports, { routeModel });`,
  ),
  through(
    'by Object.defineProperties',
    `Object.defineProperties(exports, { routeModel: { get: () => require('./inner').routeModel } });`,
  ),
  through(
    'by a property with a value',
    `Object.defineProperty(exports, 'routeModel', { value: require('./inner').routeModel });`,
  ),
  through(
    'under another name of the exports',
    `const e = module.exports; e.routeModel = require('./inner').routeModel;`,
  ),
  through(
    'under a name that is the exports',
    `const api = module.exports = {}; api.routeModel = require('./inner').routeModel;`,
  ),
  through('by a pattern', `({ routeModel: exports.routeModel } = require('./inner'));`),
  through('by a pattern in a pattern', `({ a: { routeModel: exports.routeModel } } = { a: require('./inner') });`),
  through('as this', `this.routeModel = require('./inner').routeModel;`),
  through('name by name in a loop', `const r = require('./inner'); for (const k of Object.keys(r)) exports[k] = r[k];`),
  through(
    'entry by entry in a loop',
    `const r = require('./inner'); for (const [k, v] of Object.entries(r)) exports[k] = v;`,
  ),
  through(
    'a default beside the whole',
    `const r = require('./inner'); module.exports = r; module.exports.default = r;`,
    'm.default.routeModel',
  ),
  through('what is written last', `exports.routeModel = other; exports.routeModel = require('./inner').routeModel;`),
  through(
    'what a nested function has, which is no export',
    `const r = require('./inner'); function f(exports) { exports.routeModel = null; } exports.routeModel = r.routeModel;`,
  ),

  caseOf(
    'a path below the folder',
    `const path = require('path');\nrequire(path.join(__dirname, 'inner')).routeModel('blog-post');`,
    ROUTE,
    { 'inner.js': ROUTER_COMMONJS },
    'app.cjs',
  ),
  caseOf(
    'a path in a template',
    `\nrequire(\`\${__dirname}/inner\`).routeModel('blog-post');`,
    ROUTE,
    { 'inner.js': ROUTER_COMMONJS },
    'app.cjs',
  ),
  caseOf(
    'a path in a sum',
    `\nrequire(__dirname + '/inner').routeModel('blog-post');`,
    ROUTE,
    { 'inner.js': ROUTER_COMMONJS },
    'app.cjs',
  ),
  caseOf(
    'module.require',
    `\nmodule.require('./inner').routeModel('blog-post');`,
    ROUTE,
    { 'inner.js': ROUTER_COMMONJS },
    'app.cjs',
  ),
  caseOf(
    'jest.requireActual',
    `\njest.requireActual('./inner').routeModel('blog-post');`,
    ROUTE,
    { 'inner.js': ROUTER_COMMONJS },
    'app.cjs',
  ),
  caseOf(
    'createRequire of a default import',
    `import module from 'node:module';\nmodule.createRequire(import.meta.url)('./inner.js').routeModel('blog-post');`,
    ROUTE,
    { 'inner.js': ROUTER_COMMONJS },
    'app.mjs',
  ),

  caseOf('export = beside an import, as a default', `import r from './r.js';\nr.routeModel('blog-post');`, ROUTE, {
    'r.ts': `import { router } from './router.js';\nexport = router;`,
  }),
  caseOf(
    'the default of a built module, as Node gives it to its own',
    `import r from './r.cjs';\nr.default.routeModel('blog-post');`,
    ROUTE,
    {
      'r.cjs': BUILT_DEFAULT,
    },
    'app.mjs',
  ),
  caseOf(
    'the default of a built module, as either gives it',
    `import r from './r.cjs';\nr.default.routeModel('blog-post'); r.routeModel('blog-post');`,
    ROUTE.concat(ROUTE),
    {
      'package.json': '{ "type": "module" }',
      'r.cjs': BUILT_DEFAULT,
    },
    'app.js',
  ),
  caseOf(
    'behind a star over a package without one',
    `import { routeModel } from './lib.js';\nrouteModel('blog-post');`,
    ROUTE,
    {
      'lib.ts': `export * from 'other'; export * from './router.js';`,
      'node_modules/other/package.json': '{ "name": "other", "main": "./index.js" }',
      'node_modules/other/index.js': 'exports.x = 1;',
    },
  ),
  caseOf('by two stars that lead to one', `import { routeModel } from './lib.js';\nrouteModel('blog-post');`, ROUTE, {
    'lib.ts': `export * from './one.js'; export * from './two.js';`,
    'one.ts': `export * from './router.js';`,
    'two.ts': `export { routeModel } from './router.js';`,
  }),
];
