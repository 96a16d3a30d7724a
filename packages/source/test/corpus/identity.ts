import { LOADED_AND_LAZY } from './identity-loaded.ts';
import { caseOf, ROUTER, ROUTER_COMMONJS, says, unsure, type CallCase } from './case.ts';

const IMPORT = `import { routeModel } from './router.js';\n`;
const ROUTE = [says(2, 'blog-post', 'route')];

/** Ways for a call to lead to a router, and ways to only look as if. */
export const IDENTITY: readonly CallCase[] = [
  caseOf('a named import', `${IMPORT}routeModel('blog-post');`, ROUTE),
  caseOf('a renamed import', `import { routeModel as pick } from './router.js';\npick('blog-post');`, ROUTE),
  caseOf('a string-named import', `import { 'routeModel' as pick } from './router.js';\npick('blog-post');`, ROUTE),
  caseOf('a namespace import', `import * as m from './router.js';\nm.routeModel('blog-post');`, ROUTE),
  caseOf('a namespace import with a string', `import * as m from './router.js';\nm['routeModel']('blog-post');`, ROUTE),
  caseOf('a default import', `import r from './router.js';\nr.routeModel('blog-post');`, ROUTE),
  caseOf('default as', `import { default as r } from './router.js';\nr.routeModel('blog-post');`, ROUTE),
  caseOf('the router itself', `import { router } from './router.js';\nrouter.routeModel('blog-post');`, ROUTE),
  caseOf('getTier', `import { getTier } from './router.js';\ngetTier('blog-post');`, ROUTE),
  caseOf('decide', `import { decide } from './router.js';\ndecide('content/teaser');`, [
    says(2, 'content/teaser', 'domain'),
  ]),
  caseOf('no extension', `import { routeModel } from './router';\nrouteModel('typo');`, [says(2, 'typo', 'default')]),
  caseOf('a .ts extension', `import { routeModel } from './router.ts';\nrouteModel('blog-post');`, ROUTE),
  caseOf('a comma call', `import * as m from './router.js';\n(0, m.routeModel)('blog-post');`, ROUTE),
  caseOf('optional calls', `import * as m from './router.js';\nm?.routeModel?.('blog-post');`, ROUTE),
  caseOf('a non-null assertion', `import { router } from './router.js';\nrouter!.routeModel!('blog-post');`, ROUTE),
  caseOf('an alias', `${IMPORT}const f = routeModel; f('blog-post');`, ROUTE),
  caseOf('an alias of an alias', `${IMPORT}const f = routeModel; const g = f; g('blog-post');`, ROUTE),
  caseOf('a let alias', `${IMPORT}let f; f = routeModel; f('blog-post');`, ROUTE),
  caseOf(
    'destructured',
    `import { router } from './router.js';\nconst { routeModel: r } = router; r('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'destructured with a rest',
    `import { router } from './router.js';\nconst { tasks, ...rest } = router; rest.routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'destructured deep',
    `import * as m from './router.js';\nconst { router: { routeModel: r } } = m; r('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'destructured with a default',
    `import { router } from './router.js';\nconst { routeModel: r = null } = router; r('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'assigned by a pattern',
    `import { router } from './router.js';\nlet r; ({ routeModel: r } = router); r('blog-post');`,
    ROUTE,
  ),
  caseOf('in an array', `${IMPORT}const [f] = [routeModel]; f('blog-post');`, ROUTE),
  caseOf('in an object', `${IMPORT}const deps = { route: routeModel }; deps.route('blog-post');`, ROUTE),
  caseOf(
    'spread into an object',
    `import { router } from './router.js';\nconst deps = { ...router }; deps.routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf('frozen', `${IMPORT}const deps = Object.freeze({ routeModel }); deps.routeModel('blog-post');`, ROUTE),
  caseOf(
    'one function or another',
    `import { routeModel, getTier } from './router.js';\n(x ? routeModel : getTier)('blog-post');`,
    [says(2, 'blog-post', 'route'), says(2, 'blog-post', 'route')],
  ),
  caseOf('or a fallback', `${IMPORT}const f = given || routeModel; f('blog-post');`, ROUTE),
  caseOf('bind', `${IMPORT}routeModel.bind(null)('blog-post');`, ROUTE),
  caseOf('bind a task', `${IMPORT}const f = routeModel.bind(null, 'typo'); f();`, [says(2, 'typo', 'default')]),
  caseOf('call', `${IMPORT}routeModel.call(undefined, 'blog-post');`, ROUTE),
  caseOf('apply', `${IMPORT}routeModel.apply(undefined, ['blog-post']);`, ROUTE),
  caseOf('Reflect.apply', `${IMPORT}Reflect.apply(routeModel, undefined, ['blog-post']);`, ROUTE),
  caseOf(
    'require, destructured',
    `const { routeModel } = require('./router');\nrouteModel('blog-post');`,
    ROUTE,
    {},
    'app.cjs',
  ),
  caseOf('require, in place', `\nrequire('./router').routeModel('blog-post');`, ROUTE, {}, 'app.cjs'),
  caseOf('require, kept', `const m = require('./router');\nm.routeModel('blog-post');`, ROUTE, {}, 'app.cjs'),
  caseOf(
    'require of CommonJS',
    `const { routeModel } = require('./r');\nrouteModel('blog-post');`,
    ROUTE,
    { 'r.cjs': ROUTER_COMMONJS, 'r.js': ROUTER_COMMONJS },
    'app.cjs',
  ),
  caseOf('a default import of CommonJS', `import r from './r.cjs';\nr.routeModel('blog-post');`, ROUTE, {
    'r.cjs': ROUTER_COMMONJS,
  }),
  caseOf('a named import of CommonJS', `import { routeModel } from './r.cjs';\nrouteModel('blog-post');`, ROUTE, {
    'r.cjs': ROUTER_COMMONJS,
  }),
  caseOf(
    'a template as a specifier',
    'const m = require(`./router`);\nm.routeModel("blog-post");',
    ROUTE,
    {},
    'app.cjs',
  ),
  caseOf(
    'createRequire',
    `import { createRequire } from 'node:module';\ncreateRequire(import.meta.url)('./router.js').routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf('import equals', `import m = require('./router');\nm.routeModel('blog-post');`, ROUTE),
  caseOf(
    'import equals of a part',
    `import * as m from './router.js'; import r = m.router;\nr.routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf('a dynamic import', `const m = await import('./router.js');\nm.routeModel('blog-post');`, ROUTE),
  caseOf('a dynamic import in place', `\n(await import('./router.js')).routeModel('blog-post');`, ROUTE),
  caseOf(
    'a dynamic import, destructured',
    `const { routeModel } = await import('./router.js');\nrouteModel('blog-post');`,
    ROUTE,
  ),
  caseOf('a dynamic import, then', `\nimport('./router.js').then((m) => m.routeModel('blog-post'));`, ROUTE),
  caseOf(
    'a dynamic import, then destructured',
    `\nimport('./router.js').then(({ routeModel }) => routeModel('blog-post'));`,
    ROUTE,
  ),
  caseOf(
    'a function that imports, with all its calls in sight',
    `const load = () => import('./router.js');\nload().then((m) => m.routeModel('blog-post'));`,
    ROUTE,
  ),
  caseOf('a function that imports, handed out', `\nexport const load = () => import('./router.js');`, [unsure(2)]),
  caseOf(
    'Promise.all of imports',
    `const [m] = await Promise.all([import('./router.js')]);\nm.routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf('a barrel', `import { routeModel } from './lib/index.js';\nrouteModel('blog-post');`, ROUTE, {
    'lib/index.ts': `export * from '../router.js';`,
  }),
  caseOf('a directory', `import { routeModel } from './lib';\nrouteModel('blog-post');`, ROUTE, {
    'lib/index.ts': `export * from '../router.js';`,
  }),
  caseOf('two barrels', `import { routeModel } from './a.js';\nrouteModel('blog-post');`, ROUTE, {
    'a.ts': `export * from './b.js';`,
    'b.ts': `export * from './router.js';`,
  }),
  caseOf('a renaming barrel', `import { pick } from './a.js';\npick('blog-post');`, ROUTE, {
    'a.ts': `export { routeModel as pick } from './router.js';`,
  }),
  caseOf('a namespace barrel', `import { models } from './a.js';\nmodels.routeModel('blog-post');`, ROUTE, {
    'a.ts': `export * as models from './router.js';`,
  }),
  caseOf('import, then export', `import { routeModel } from './a.js';\nrouteModel('blog-post');`, ROUTE, {
    'a.ts': `import { routeModel } from './router.js';\nexport { routeModel };`,
  }),
  caseOf('import, then export as default', `import r from './a.js';\nr('blog-post');`, ROUTE, {
    'a.ts': `import { routeModel } from './router.js';\nexport { routeModel as default };`,
  }),
  caseOf('export default', `import r from './a.js';\nr('blog-post');`, ROUTE, {
    'a.ts': `import { routeModel } from './router.js';\nexport default routeModel;`,
  }),
  caseOf('a namespace, then export', `import { m } from './a.js';\nm.routeModel('blog-post');`, ROUTE, {
    'a.ts': `import * as m from './router.js';\nexport { m };`,
  }),
  caseOf('default from', `import { r } from './a.js';\nr.routeModel('blog-post');`, ROUTE, {
    'a.ts': `export { default as r } from './router.js';`,
  }),
  caseOf('exported as a const', `import { pick } from './a.js';\npick('blog-post');`, ROUTE, {
    'a.ts': `import { router } from './router.js';\nexport const pick = router.routeModel;`,
  }),
  caseOf('exported in an object', `import { services } from './a.js';\nservices.route('blog-post');`, ROUTE, {
    'a.ts': `import { routeModel } from './router.js';\nexport const services = { route: routeModel };`,
  }),
  caseOf('a cycle of barrels', `import { routeModel } from './a.js';\nrouteModel('blog-post');`, ROUTE, {
    'a.ts': `export * from './b.js';`,
    'b.ts': `export * from './a.js';\nexport * from './router.js';`,
  }),
  caseOf('a barrel beside what is missing', `import { routeModel } from './a.js';\nrouteModel('blog-post');`, ROUTE, {
    'a.ts': `export * from './missing.js';\nexport * from './router.js';`,
  }),
  caseOf('a path of tsconfig', `import { routeModel } from '@/router';\nrouteModel('blog-post');`, ROUTE, {
    'tsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }`,
  }),
  caseOf('a path of an extended tsconfig', `import { routeModel } from '~models';\nrouteModel('blog-post');`, ROUTE, {
    'tsconfig.json': `{ "extends": "./base.json" }`,
    'base.json': `{ "compilerOptions": { "paths": { "~models": ["./router.ts"] } } }`,
  }),
  caseOf('an import of package.json', `import { routeModel } from '#router';\nrouteModel('blog-post');`, ROUTE, {
    'package.json': `{ "name": "x", "imports": { "#router": "./router.ts" } }`,
  }),
  caseOf('its own name', `import { routeModel } from 'me/router';\nrouteModel('blog-post');`, ROUTE, {
    'package.json': `{ "name": "me", "exports": { "./router": "./router.ts" } }`,
  }),
  caseOf('a package, built', `import { routeModel } from '@acme/models';\nrouteModel('blog-post');`, ROUTE, {
    'node_modules/@acme/models/package.json': `{ "name": "@acme/models", "exports": { ".": { "types": "./dist/index.d.ts", "default": "./dist/index.js" } }, "dependencies": { "@taskroute/router": "1" } }`,
    'node_modules/@acme/models/dist/index.js': `export * from './router.js';`,
    'node_modules/@acme/models/dist/router.js': ROUTER.replace(' as const', ''),
  }),
  caseOf(
    'built by tsc to CommonJS',
    `"use strict";\nvar __importStar = (this && this.__importStar) || function (m) { return m; };\nObject.defineProperty(exports, "__esModule", { value: true });\nconst router_1 = require("./r"); const ns = __importStar(require("./r"));\n(0, router_1.routeModel)('blog-post');\nns.routeModel('typo');`,
    [says(5, 'blog-post', 'route'), says(6, 'typo', 'default')],
    {
      'r.js': `"use strict";
var _a;
Object.defineProperty(exports, "__esModule", { value: true });
exports.tasks = exports.decide = exports.getTier = exports.routeModel = exports.ROUTES = void 0;
const router_1 = require("@taskroute/router");
exports.ROUTES = { 'blog-post': 'opus', 'email-draft': 'haiku' };
_a = (0, router_1.defineRouter)({ tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet', routes: exports.ROUTES }), exports.routeModel = _a.routeModel, exports.getTier = _a.getTier, exports.decide = _a.decide, exports.tasks = _a.tasks;
`,
    },
    'app.js',
  ),
  caseOf(
    'a barrel built by tsc to CommonJS',
    `const a = require("./a");\na.routeModel('blog-post');`,
    ROUTE,
    {
      'a.js': `"use strict";
var __exportStar = (this && this.__exportStar) || function(m, exports) { for (var p in m) exports[p] = m[p]; };
Object.defineProperty(exports, "__esModule", { value: true });
__exportStar(require("./r"), exports);
`,
      'r.js': ROUTER_COMMONJS,
    },
    'app.cjs',
  ),
  caseOf(
    'a getter built by tsc',
    `const a = require("./a");\na.pick('blog-post');`,
    ROUTE,
    {
      'a.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.pick = void 0;
var r_1 = require("./r");
Object.defineProperty(exports, "pick", { enumerable: true, get: function () { return r_1.routeModel; } });
`,
      'r.js': ROUTER_COMMONJS,
    },
    'app.cjs',
  ),
  caseOf(
    'built by esbuild to CommonJS',
    `const a = require("./a");\na.routeModel('blog-post');`,
    ROUTE,
    {
      'a.js': `"use strict";
var __defProp = Object.defineProperty;
var __export = (target, all) => { for (var name in all) __defProp(target, name, { get: all[name], enumerable: true }); };
var __toCommonJS = (mod) => mod;
var index_exports = {};
__export(index_exports, { routeModel: () => routeModel });
module.exports = __toCommonJS(index_exports);
var import_router = require("@taskroute/router");
var { routeModel } = (0, import_router.defineRouter)({ tiers: ["haiku", "opus"], default: "opus", routes: { "blog-post": "opus" } });
0 && (module.exports = { routeModel });
`,
    },
    'app.cjs',
  ),
  caseOf(
    'a default import built by tsc',
    `"use strict";\nconst r_1 = __importDefault(require("./r")); r_1.default.routeModel('blog-post');`,
    ROUTE,
    {
      'r.js': `Object.defineProperty(exports, "__esModule", { value: true });
const router_1 = require("@taskroute/router");
exports.default = (0, router_1.defineRouter)({ tiers: ["haiku", "opus"], default: "opus", routes: { "blog-post": "opus" } });
`,
    },
    'app.js',
  ),
  caseOf(
    'module.exports one by one',
    `const { pick } = require('./r');\npick('blog-post');`,
    ROUTE,
    {
      'r.js': `const { routeModel } = require('./inner');\nmodule.exports.pick = routeModel;`,
      'inner.js': ROUTER_COMMONJS,
    },
    'app.cjs',
  ),
  caseOf(
    'module.exports of a function',
    `const pick = require('./r');\npick('blog-post');`,
    ROUTE,
    { 'r.js': `module.exports = require('./inner').routeModel;`, 'inner.js': ROUTER_COMMONJS },
    'app.cjs',
  ),
  caseOf(
    'module.exports with a spread',
    `const m = require('./r');\nm.routeModel('blog-post');`,
    ROUTE,
    { 'r.js': `module.exports = { ...require('./inner'), other: 1 };`, 'inner.js': ROUTER_COMMONJS },
    'app.cjs',
  ),
  caseOf('export equals', `import m from './r';\nm.routeModel('blog-post');`, ROUTE, {
    'r.ts': `import m = require('./router');\nexport = m;`,
  }),
  caseOf('defined in the file itself', `${ROUTER.replaceAll('\n', ' ')}\nrouteModel('blog-post');`, ROUTE),
  caseOf(
    'renamed defineRouter',
    `import { defineRouter as make } from '@taskroute/router'; const r = make({ tiers: ['a'], default: 'a', routes: { 'blog-post': 'a' } });\nr.routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'namespace of the package',
    `import * as t from '@taskroute/router'; const r = t.defineRouter({ tiers: ['a'], default: 'a', routes: { 'blog-post': 'a' } });\nr.routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'two routers, each by its own table',
    `import { routeModel } from './router.js'; import { routeModel as other } from './other.js';\nrouteModel('blog-post'); other('blog-post'); other('only-there');`,
    [says(2, 'blog-post', 'route'), says(2, 'blog-post', 'default'), says(2, 'only-there', 'route')],
    {
      'other.ts': `import { defineRouter } from '@taskroute/router'; export const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: { 'only-there': 'a' } });`,
    },
  ),
  caseOf('a static field', `${IMPORT}class A { static route = routeModel; } A.route('blog-post');`, ROUTE),
  caseOf(
    'a private field',
    `${IMPORT}class A { #route = routeModel; run() { return this.#route('blog-post'); } }`,
    ROUTE,
  ),
  caseOf(
    'a private parameter',
    `${IMPORT}class A { constructor(private readonly route: typeof routeModel) {} run() { return this.route('blog-post'); } }`,
    ROUTE,
  ),
  caseOf(
    'a public field is called, and escapes',
    `${IMPORT}class A { route = routeModel; run() { return this.route('blog-post'); } }`,
    [unsure(2), says(2, 'blog-post', 'route')],
  ),
  caseOf(
    'a field of a constructor',
    `${IMPORT}class A { constructor() { this.route = routeModel; } run() { return (() => this.route('blog-post'))(); } }`,
    [unsure(2), says(2, 'blog-post', 'route')],
    {},
    'app.js',
  ),
  caseOf(
    'a subclass',
    `${IMPORT}class A { protected static route = routeModel; } class B extends A { static run() { return this.route('blog-post'); } }`,
    ROUTE,
  ),
  caseOf(
    'injected by type',
    `import type { router } from './router.js';\nexport function run({ routeModel }: typeof router) { return routeModel('blog-post'); }`,
    ROUTE,
  ),
  caseOf(
    'injected whole by type',
    `import type { router } from './router.js';\nexport const run = (r: typeof router) => r.routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'injected by the type of a function',
    `import type { routeModel } from './router.js';\nexport const run = (pick: typeof routeModel) => pick('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'injected by an alias',
    `import type { Deps } from './deps.js';\nexport const run = (deps: Deps) => deps.route('blog-post');`,
    ROUTE,
    {
      'deps.ts': `import type { routeModel } from './router.js';\nexport interface Deps { readonly route: typeof routeModel }`,
    },
  ),
  caseOf(
    'injected by an imported type',
    `\nexport const run = (m: typeof import('./router.js')) => m.routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'injected by Pick',
    `import type { router } from './router.js';\nexport const run = ({ routeModel }: Pick<typeof router, 'routeModel'>) => routeModel('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'a default parameter',
    `${IMPORT}export function run(route = routeModel) { return route('blog-post'); }`,
    ROUTE,
  ),
  caseOf(
    'a parameter that is always the router',
    `${IMPORT}function run(route) { return route('blog-post'); } run(routeModel);`,
    ROUTE,
    {},
    'app.js',
  ),
  caseOf(
    'a namespace of TypeScript',
    `${IMPORT}namespace Models { export const pick = routeModel; } Models.pick('blog-post');`,
    ROUTE,
  ),
  caseOf(
    'JSX around it',
    `${IMPORT}export const A = () => <p title={routeModel('blog-post')} />;`,
    ROUTE,
    {},
    'app.tsx',
  ),
  caseOf('erased', `${IMPORT}routeModel<'blog-post'>();`, ROUTE),
  caseOf('erased through a namespace', `import * as m from './router.js';\nm.routeModel<'typo'>();`, [
    says(2, 'typo', 'default'),
  ]),
  caseOf('erased, by an alias', `${IMPORT}type T = 'blog-post'; routeModel<T>();`, ROUTE),
  caseOf('erased, a union', `${IMPORT}routeModel<'blog-post' | 'typo'>();`, [
    says(2, 'blog-post', 'route'),
    says(2, 'typo', 'default'),
  ]),
  caseOf('erased, a generic', `${IMPORT}export function f<T extends string>() { return routeModel<T>(); }`, [
    unsure(2),
  ]),
  caseOf('erased, stored', `${IMPORT}const f = routeModel<'blog-post'>; f();`, [
    unsure(2),
    says(2, 'blog-post', 'route'),
  ]),
  // What only looks like a router.
  caseOf('another function of that name', `import { routeModel } from './other.js';\nrouteModel('typo');`, [], {
    'other.ts': `export const routeModel = (x: string) => x;`,
  }),
  caseOf('a global of that name', `${IMPORT.replace('routeModel', 'ROUTES')}routeModel('typo');`, []),
  caseOf(
    'shadowed by a parameter',
    `${IMPORT}export function f(routeModel: (x: string) => void) { routeModel('typo'); }`,
    [],
  ),
  caseOf('shadowed by a const', `${IMPORT}{ const routeModel = String; routeModel('typo'); }`, []),
  caseOf(
    'shadowed by a function',
    `${IMPORT}export function f() { function routeModel(x) { return x; } return routeModel('typo'); }`,
    [],
    {},
    'app.js',
  ),
  caseOf('shadowed by catch', `${IMPORT}try {} catch (routeModel) { routeModel('typo'); }`, []),
  caseOf(
    'a method of that name',
    `${IMPORT}const o = { routeModel(x: string) { return x; } }; o.routeModel('typo');`,
    [],
  ),
  caseOf(
    'a defineRouter of another package',
    `import { defineRouter } from 'vue-router';\nconst { routeModel } = defineRouter({ routes: {} }); routeModel('typo');`,
    [],
  ),
  caseOf(
    'an own defineRouter',
    `const defineRouter = (x: object) => ({ routeModel: (y: string) => y });\ndefineRouter({}).routeModel('typo');`,
    [],
  ),
  caseOf(
    'a type of that name',
    `import type { routeModel } from './router.js';\nexport type T = typeof routeModel;`,
    [],
  ),
  caseOf('a text that mentions it', `// import { routeModel } from './router.js'\nconst s = "routeModel('typo')";`, []),
  // Where a function goes out of sight.
  caseOf('passed to a function', `import { register } from 'x'; ${IMPORT}register(routeModel);`, [unsure(2)]),
  caseOf('passed in an object', `import { register } from 'x'; ${IMPORT}register({ routeModel });`, [unsure(2)]),
  caseOf(
    'passed as the router',
    `import { register } from 'x'; import { router } from './router.js';\nregister(router);`,
    [unsure(2)],
  ),
  caseOf('passed as a namespace', `import { register } from 'x'; import * as m from './router.js';\nregister(m);`, [
    unsure(2),
  ]),
  caseOf('returned', `${IMPORT}export function make() { return routeModel; }`, [unsure(2)]),
  caseOf('returned by an arrow', `${IMPORT}export const make = () => ({ routeModel });`, [unsure(2)]),
  caseOf('stored in an object', `${IMPORT}globalThis.route = routeModel;`, [unsure(2)]),
  caseOf('given to a constructor', `${IMPORT}new Service(routeModel);`, [unsure(2)]),
  caseOf(
    'a property of a component',
    `${IMPORT}export const A = () => <App route={routeModel} />;`,
    [unsure(2)],
    {},
    'app.tsx',
  ),
  caseOf(
    'an unknown member',
    `import { router } from './router.js';\nexport const f = (name) => router[name]('blog-post');`,
    [says(2, 'blog-post', 'route'), says(2, 'blog-post', 'route'), says(2, 'blog-post', 'route'), unsure(2)],
    {},
    'app.js',
  ),
  caseOf('map over an unknown list', `${IMPORT}export const f = (list: string[]) => list.map(routeModel);`, [
    unsure(2),
  ]),
  caseOf(
    'not followed by typeof, length or a test',
    `${IMPORT}if (routeModel) console.log(typeof routeModel, routeModel.length);`,
    [],
  ),
  ...LOADED_AND_LAZY,
];
