import { says, type CallCase } from './case.ts';

/** The router as compilers that keep ES2022 leave it, without its exports. */
const BODY = `const ROUTES = { 'blog-post': 'opus', ...extra.default };
const router = (0, r.defineRouter)({ tiers: ['haiku', 'opus'], default: 'opus', routes: ROUTES });
const { routeModel, getTier } = router;
`;
const MARK = `Object.defineProperty(exports, "__esModule", { value: true });\n`;
const REQUIRES = `const r = require("@taskroute/router");\nconst extra = require("./extra");\n`;

/** A table whose every line is a default of another built module. */
const EXTRA = `${MARK}exports.default = { 'email-draft': 'haiku' };`;

/** The router, built by TypeScript. */
const PLAIN = `${MARK}${REQUIRES}${BODY}exports.routeModel = routeModel; exports.getTier = getTier; exports.default = router;`;

const ASKED = ['blog-post', 'email-draft', 'typo'];

/** A built module, asked through `name` of it: all of its table has to be there. */
function built(name: string, text: string, way = 'm.routeModel', files: CallCase['files'] = {}): CallCase {
  const app = `const m = require('./dist');\n${ASKED.map((task) => `${way}('${task}');`).join(' ')}`;
  const expected = ASKED.map((task) => says(2, task, task === 'typo' ? 'default' : 'route'));
  const all = { 'dist/index.js': text, 'dist/extra.js': EXTRA, 'dist/r.js': PLAIN, 'app.cjs': app, ...files };
  return { name, file: 'app.cjs', files: all, expect: expected };
}

const SWC_EXPORT = `function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, { enumerable: true, get: Object.getOwnPropertyDescriptor(all, name).get });
}
`;
const SWC_STAR = `function _export_star(from, to) {
    Object.keys(from).forEach(function(k) {
        if (k !== "default" && !Object.prototype.hasOwnProperty.call(to, k)) Object.defineProperty(to, k, { enumerable: true, get: function() { return from[k]; } });
    });
    return from;
}
`;
const ESBUILD = `var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __reExport = (target, mod, secondTarget) => (__copyProps(target, mod, "default"), secondTarget && __copyProps(secondTarget, mod, "default"));
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? Object.create(Object.getPrototypeOf(mod)) : {}, __copyProps(
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
`;
const ESBUILD_MINIFIED = `var s=Object.defineProperty;var c=Object.getOwnPropertyDescriptor;var l=Object.getOwnPropertyNames;var k=Object.prototype.hasOwnProperty;var g=(o,t)=>{for(var e in t)s(o,e,{get:t[e],enumerable:!0})},u=(o,t,e,i)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of l(t))!k.call(o,r)&&r!==e&&s(o,r,{get:()=>t[r],enumerable:!(i=c(t,r))||i.enumerable});return o},a=(o,r,e)=>(u(o,r,"default"),e&&u(e,r,"default"));var h=(o,t,e)=>(e=o!=null?Object.create(Object.getPrototypeOf(o)):{},u(t||!o||!o.__esModule?s(e,"default",{value:o,enumerable:!0}):e,o)),R=o=>u(s({},"__esModule",{value:!0}),o);`;
const BABEL_STAR = `var _exportNames = { pick: true };
Object.defineProperty(exports, "pick", { enumerable: true, get: function () { return _r.routeModel; } });
var _r = _interopRequireWildcard(require("./r"));
Object.keys(_r).forEach(function (key) {
  if (key === "default" || key === "__esModule") return;
  if (Object.prototype.hasOwnProperty.call(_exportNames, key)) return;
  if (key in exports && exports[key] === _r[key]) return;
  Object.defineProperty(exports, key, { enumerable: true, get: function () { return _r[key]; } });
});
function _interopRequireWildcard(e, t) { if (!t && e && e.__esModule) return e; var n = { __proto__: null, default: e }; for (var c in e) "default" !== c && (n[c] = e[c]); return n; }
`;
const SUCRASE = `"use strict";${MARK}function _createNamedExportFrom(obj, localName, importedName) { Object.defineProperty(exports, localName, {enumerable: true, configurable: true, get: () => obj[importedName]}); } function _createStarExport(obj) { Object.keys(obj) .filter((key) => key !== "default" && key !== "__esModule") .forEach((key) => { if (exports.hasOwnProperty(key)) { return; } Object.defineProperty(exports, key, {enumerable: true, configurable: true, get: () => obj[key]}); }); }
var _r = require('./r'); _createNamedExportFrom(_r, 'pick', 'routeModel'); _createStarExport(_r);`;
const UMD_BODY = `const router = r.defineRouter({ tiers: ['haiku', 'opus'], default: 'opus', routes: { 'blog-post': 'opus', ...extra.default } });
exports.routeModel = router.routeModel;`;

/** What compilers and bundlers make of a router and of the barrels before it, by their own output cut down. */
export const BUILT: readonly CallCase[] = [
  built('typescript', PLAIN),
  built('typescript, a default', PLAIN, 'm.default.routeModel'),
  built(
    'typescript to ES5, a spread',
    `var __assign = (this && this.__assign) || function () { __assign = Object.assign || function(t) { for (var s, i = 1, n = arguments.length; i < n; i++) { s = arguments[i]; for (var p in s) t[p] = s[p]; } return t; }; return __assign.apply(this, arguments); };
${MARK}var router_1 = require("@taskroute/router"); var extra_1 = __importDefault(require("./extra"));
exports.routeModel = (0, router_1.defineRouter)({ tiers: ['haiku', 'opus'], default: 'opus', routes: __assign({ 'blog-post': 'opus' }, extra_1.default) }).routeModel;`,
  ),
  built(
    'typescript, its helpers imported',
    `${MARK}const tslib_1 = require("tslib");
const router_1 = require("@taskroute/router"); const extra_1 = tslib_1.__importDefault(require("./extra"));
exports.routeModel = (0, router_1.defineRouter)({ tiers: ['haiku', 'opus'], default: 'opus', routes: tslib_1.__assign({ 'blog-post': 'opus' }, extra_1.default) }).routeModel;`,
  ),
  built(
    'typescript, a barrel with imported helpers',
    `${MARK}const tslib_1 = require("tslib");\ntslib_1.__exportStar(require("./r"), exports);`,
  ),
  built(
    'typescript, a barrel of another name',
    `${MARK}const tslib_1 = require("tslib");\nconst ns = tslib_1.__importStar(require("./r"));\nexports.ns = ns;`,
    'm.ns.default.routeModel',
  ),
  built(
    'typescript of old, a barrel',
    `function __export(m) { for (var p in m) if (!exports.hasOwnProperty(p)) exports[p] = m[p]; }\n${MARK}__export(require("./r"));`,
  ),
  built(
    'typescript, a universal module',
    `(function (factory) {
    if (typeof module === "object" && typeof module.exports === "object") {
        var v = factory(require, exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) { define(["require", "exports"], factory); }
})(function (require, exports) {
    ${MARK}${REQUIRES}${BODY}exports.routeModel = routeModel;
});`,
  ),
  built(
    'swc',
    `${MARK}${SWC_EXPORT}_export(exports, { get default () { return _default; }, get routeModel () { return routeModel; } });\n${REQUIRES}${BODY}const _default = router;`,
  ),
  built(
    'swc of old',
    `${MARK}${SWC_EXPORT}_export(exports, { default: function() { return router; }, routeModel: function() { return routeModel; } });\n${REQUIRES}${BODY}`,
    'm.default.routeModel',
  ),
  built(
    'swc, a barrel',
    `${MARK}${SWC_EXPORT}_export(exports, { get pick () { return _r.routeModel; } });\nconst _r = /*#__PURE__*/ _interop_require_wildcard(_export_star(require("./r"), exports));\n${SWC_STAR}`,
  ),
  built(
    'swc, a barrel with imported helpers',
    `${MARK}const _export_star = require("@swc/helpers/_/_export_star");\nconst _interop_require_wildcard = require("@swc/helpers/_/_interop_require_wildcard");\nconst _r = _interop_require_wildcard._(_export_star._(require("./r"), exports));\nexports.r = _r;`,
  ),
  built(
    'swc, a default with imported helpers',
    `${MARK}const _interop_require_default = require("@swc/helpers/_/_interop_require_default");\nconst _r = _interop_require_default._(require("./r"));\nexports.pick = _r.default.routeModel;`,
    'm.pick',
  ),
  built(
    'swc to ES5, a spread',
    `${MARK}var r = require("@taskroute/router"); var _extra = require("./extra");
function _object_spread(target) { for(var i = 1; i < arguments.length; i++){ var source = arguments[i] != null ? arguments[i] : {}; var ownKeys = Object.keys(source); ownKeys.forEach(function(key) { _define_property(target, key, source[key]); }); } return target; }
exports.routeModel = r.defineRouter({ tiers: ['haiku', 'opus'], default: 'opus', routes: _object_spread({ 'blog-post': 'opus' }, _extra.default) }).routeModel;`,
  ),
  built(
    'swc, loaded when it is needed',
    `${MARK}${SWC_EXPORT}_export(exports, { get pick () { return _r().routeModel; } });
function _r() { const data = require("./r"); _r = function() { return data; }; return data; }`,
    'm.pick',
  ),
  built('babel, a barrel', `${MARK}${BABEL_STAR}`),
  built('babel, a name of a barrel', `${MARK}${BABEL_STAR}`, 'm.pick'),
  built(
    'babel loose, a barrel',
    `exports.__esModule = true;\nvar _r = require("./r");\nObject.keys(_r).forEach(function (key) {\n  if (key === "default" || key === "__esModule") return;\n  if (key in exports && exports[key] === _r[key]) return;\n  exports[key] = _r[key];\n});`,
  ),
  built(
    'babel, loaded when it is needed',
    `${MARK}exports.routeModel = void 0;
function _router() { const data = require("@taskroute/router"); _router = function () { return data; }; return data; }
const extra = require("./extra");
const ROUTES = exports.ROUTES = { 'blog-post': 'opus', ...extra.default };
const router = (0, _router().defineRouter)({ tiers: ['haiku', 'opus'], default: 'opus', routes: ROUTES });
const { routeModel } = router;
exports.routeModel = routeModel;
var _default = exports.default = router;`,
  ),
  built(
    'esbuild',
    `${ESBUILD}var stdin_exports = {};
__export(stdin_exports, { default: () => stdin_default, routeModel: () => routeModel });
module.exports = __toCommonJS(stdin_exports);
const r = require("@taskroute/router"); var extra = __toESM(require("./extra"));
${BODY}var stdin_default = router;`,
    'm.default.routeModel',
  ),
  built(
    'esbuild, a barrel',
    `${ESBUILD}var stdin_exports = {};
__export(stdin_exports, { ns: () => ns });
module.exports = __toCommonJS(stdin_exports);
__reExport(stdin_exports, require("./r"), module.exports);
var ns = __toESM(require("./r"));
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = { ns, ...require("./r") });`,
  ),
  built(
    'esbuild minified',
    `${ESBUILD_MINIFIED}var E={};g(E,{default:()=>B,routeModel:()=>S});module.exports=R(E);var n=require("@taskroute/router"),d=h(require("./extra"));const f={"blog-post":"opus",...d.default},x=(0,n.defineRouter)({tiers:["haiku","opus"],default:"opus",routes:f}),{routeModel:S}=x;var B=x;`,
  ),
  built(
    'esbuild minified, a barrel',
    `${ESBUILD_MINIFIED}var m={};g(m,{pick:()=>i.routeModel});module.exports=R(m);a(m,require("./r"),module.exports);var i=require("./r");`,
  ),
  built(
    'esbuild bundled, a namespace',
    `${ESBUILD}var index_exports = {};
__export(index_exports, { ns: () => router_exports });
module.exports = __toCommonJS(index_exports);
var router_exports = {};
__export(router_exports, { default: () => router, routeModel: () => routeModel });
${REQUIRES}${BODY}`,
    'm.ns.routeModel',
  ),
  built('esbuild bundled to ES, a namespace', `export * from './bundle.mjs';`, 'm.ns.routeModel', {
    'dist/bundle.mjs': `var __defProp = Object.defineProperty;
var __export = (target, all) => { for (var name in all) __defProp(target, name, { get: all[name], enumerable: true }); };
var router_exports = {};
__export(router_exports, { default: () => router, routeModel: () => routeModel });
import * as r from "@taskroute/router"; import * as extra from "./extra.js";
${BODY}export { router_exports as ns };`,
  }),
  built(
    'rollup, a universal module',
    `(function (global, factory) {
	typeof exports === 'object' && typeof module !== 'undefined' ? factory(exports, require('@taskroute/router'), require('./extra')) :
	typeof define === 'function' && define.amd ? define(['exports', '@taskroute/router', './extra'], factory) :
	(global = typeof globalThis !== 'undefined' ? globalThis : global || self, factory(global.Lib = {}, global.x, global.extra));
})(this, (function (exports, r, extra) { 'use strict';
	${UMD_BODY}
}));`,
  ),
  built(
    'webpack of old, a universal module',
    `(function (root, factory) { if (typeof define === 'function' && define.amd) define(['exports', 'r', 'extra'], factory); else if (typeof exports !== 'undefined') factory(exports, require('@taskroute/router'), require('./extra')); })(this, function (exports, r, extra) { ${UMD_BODY} });`,
  ),
  built(
    'sucrase',
    `"use strict";${MARK}var _router = require('@taskroute/router');
var _extra = require('./extra'); var _extra2 = _interopRequireDefault(_extra); function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
 const ROUTES = { 'blog-post': 'opus', ..._extra2.default } ; exports.ROUTES = ROUTES;
const router = _router.defineRouter.call(void 0, { tiers: ['haiku', 'opus'], default: 'opus', routes: exports.ROUTES });
( { routeModel: exports.routeModel, getTier: exports.getTier } = router);
exports. default = router;`,
  ),
  built('sucrase, a barrel', SUCRASE),
  built('sucrase, a name of a barrel', SUCRASE, 'm.pick'),
  built(
    'a helper under any name',
    `function q(w, v) { for (const z of Reflect.ownKeys(v)) w[z] = v[z]; }\nq(exports, require('./r'));`,
  ),
];
