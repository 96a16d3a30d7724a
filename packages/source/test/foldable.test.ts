import { expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { createFixture } from './fixture.ts';

const DEFINE = `import { defineRouter } from '@taskroute/router';\n`;
const CONFIG = `{ tiers: ['haiku', 'opus'], default: 'opus', routes: { summary: 'haiku' } }`;
const ROUTER = `${DEFINE}export const router = defineRouter(${CONFIG});\nexport const { routeModel } = router;\n`;

const FILES = {
  'effect.ts': 'console.log(1);\nexport const a = 1;',
  'table.ts': `export const TABLE = { summary: 'haiku' } as const;`,
  'table.json': '{ "summary": "haiku" }',
  'one.ts': `export * from './other.js';\nexport const one = 1;`,
  'other.ts': `export * from './one.js';\nexport const other = 2;`,
};

function isFoldable(text: string): boolean {
  using fixture = createFixture({ ...FILES, 'router.ts': text });
  return createProject({ root: fixture.root }).foldable('router.ts');
}

test.each([
  ['a router', ROUTER],
  ['a default export', `${DEFINE}export default defineRouter(${CONFIG});`],
  ['a directive of the language', `'use strict';\n${ROUTER}`],
  [
    'constants of every kind',
    `${ROUTER}export const a = [1, -1, 'a' + 'b', \`c\`, true, null, undefined, /d/, { e: { f: [] } }] as const;`,
  ],
  [
    'a frozen table',
    `${DEFINE}const ROUTES = Object.freeze({ summary: 'haiku' });\nexport const { decide } = defineRouter({ tiers: ['haiku'], default: 'haiku', routes: ROUTES });`,
  ],
  [
    'rules and what hears of unrouted tasks',
    `${DEFINE}export const r = defineRouter({ tiers: ['haiku'], default: 'haiku', routes: {}, rules: [{ name: 'a', when: (task) => task.length > 9, model: 'haiku' }], unrouted: () => { console.log(1); } });`,
  ],
  [
    'functions that nothing calls',
    `${ROUTER}export function f() { console.log(1); }\nexport const g = () => fetch('x');`,
  ],
  [
    'types',
    `${ROUTER}export type A = 1;\nexport interface B { a: 1 }\ndeclare const C: 1;\nexport declare function f(): void;\nimport type { Z } from './effect.js';\nexport type { Z };`,
  ],
  [
    'texts made of constants',
    'const a = { b: "c", d: [1] } as const;\nexport const e = `${a.b}` + a.d[0] + a.d.length + -1, f = { [a.b]: 1, ...a }, g = [...a.d, ..."hi"], h = typeof a, i = !a, j = void a;',
  ],
  ['a pattern in a pattern', `const a = { b: { c: 1 } };\nexport const { b: { c }, ...d } = a;`],
  ['an enum', `export enum Kind { A = 'a', B = 1, C }`],
  [
    'a table of another module',
    `${DEFINE}import { TABLE } from './table.js';\nimport json from './table.json' with { type: 'json' };\nexport const { routeModel } = defineRouter({ tiers: ['haiku'], default: 'haiku', routes: { ...json, ...TABLE } });`,
  ],
  [
    'a barrel',
    `export * from './table.js';\nexport { TABLE as T } from './table.js';\nexport * as all from './table.js';`,
  ],
  ['modules in a circle', `export * from './one.js';`],
])('a module may be left out that holds %s', (_name, text) => {
  expect(isFoldable(text)).toBe(true);
});

test.each([
  ['a call', `${ROUTER}console.log(1);`],
  ['a call of its router', `${ROUTER}export const model = routeModel('summary');`],
  ['a value of a call', `${ROUTER}export const now = Date.now();`],
  ['a spread of what a call gives', `export const a = { ...load() };`],
  ['what only the environment knows', `export const a = process.env.A;`],
  ['an assignment', `${ROUTER}globalThis.router = router;`],
  ['a variable that is written', `export let a = 1;\na = 2;`],
  ['a variable without a value', `export let a;`],
  ['an import for what it does', `import './effect.js';\n${ROUTER}`],
  ['an import of a module that does something', `import { a } from './effect.js';\nexport const b = a;`],
  ['a name of a module that does something', `export { a } from './effect.js';`],
  ['all of a module that does something', `export * from './effect.js';`],
  ['an import that cannot be resolved', `import { a } from './nowhere.js';\nexport const b = 1;`],
  ['an import of the platform', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`],
  [
    'a router that is refused',
    `${DEFINE}export const r = defineRouter({ tiers: ['haiku'], default: 'opus', routes: {} });`,
  ],
  [
    'a router that cannot be read',
    `${DEFINE}export const r = defineRouter({ tiers: ['haiku'], default: 'haiku', routes: load() });`,
  ],
  [
    'a strict router with rules',
    `${DEFINE}export const r = defineRouter({ tiers: ['haiku'], default: 'haiku', routes: {}, strict: true, rules: [{ name: 'a', when: () => true, model: 'haiku' }] });`,
  ],
  [
    'a mode that is not known',
    `${DEFINE}declare const mode: 'warn';\nexport const r = defineRouter({ tiers: ['haiku'], default: 'haiku', routes: {}, unrouted: mode });`,
  ],
  ['a class', `export class A { static a = console.log(1); }`],
  ['a condition', `${ROUTER}if (router) {}`],
  ['a directive of a framework', `'use client';\n${ROUTER}`],
  ['a getter', `export const a = { get b() { return 1; } };`],
  ['a default in a pattern', `const a = { b: 1 };\nexport const { b = console.log(1) } = a;`],
  ['a list taken apart', `export const [a] = [1];`],
  [
    'a table that is handed to a function',
    `export const T = { a: 1 };\nexport const f = () => patch(T);\nexport const U = { ...T };`,
  ],
  ['a namespace that does something', `namespace A { console.log(1); }`],
  ['an error', `export const a = ;`],
  ['an object in a template', 'export const a = `${{ toString() { console.log(1); return "" } }}`;'],
  ['an object that is added', `export const a = 'a' + { valueOf() { console.log(1); return 1 } };`],
  ['an object with a sign', `export const a = -{ valueOf() { console.log(1); return 1 } };`],
  ['an object for a key', `export const a = { [{ toString() { console.log(1); return 'a' } }]: 1 };`],
  [
    'an object for a key that is looked up',
    `export const a = ({ b: 1 })[{ toString() { console.log(1); return 'b' } }];`,
  ],
  ['an object for a member of an enum', `export enum A { B = { toString() { console.log(1); return 'b' } } as any }`],
  [
    'an object that a constant holds, in a template',
    'const o = { toString() { console.log(1); return "" } };\nexport const a = `${o}`;',
  ],
  ['a member of nothing', `const n: any = null;\nexport const a = n.a;`],
  ['a member of what is not there', `const n: any = {};\nexport const a = n.b.c;`],
  ['a member of what an object may not have', `const n: any = {};\nexport const { a: { b } } = n;`],
  ['a number and a bigint', `export const a = 1n + 1;`],
  ['a bigint with a sign', `export const a = +1n;`],
  ['a number that is spread', `export const a = [...(5 as any)];`],
  ['an object that is spread in a list', `export const a = [...({} as any)];`],
  ['nothing that is taken apart', `export const { a } = undefined as any;`],
  ['a key that is computed in a pattern', `const o = { a: 1 };\nexport const { [load()]: a } = o;`],
  ['a constant that is read before it is written', `export const a = b;\nconst b = 1;`],
  ['an enum that is read before it is written', `export const a = B.C;\nenum B { C = 'c' }`],
  ['what is disposed of', `using a = null;`],
])('a module may not be left out that holds %s', (_name, text) => {
  expect(isFoldable(text)).toBe(false);
});

test('a module that is not there, a JSON file, and one that changes', () => {
  using fixture = createFixture({ ...FILES, 'router.ts': ROUTER });
  const project = createProject({ root: fixture.root });
  expect(project.foldable('missing.ts')).toBe(false);
  expect(project.foldable('table.json')).toBe(true);
  expect(project.foldable(fixture.path('router.ts'))).toBe(true);
  fixture.write('router.ts', `${ROUTER}console.log(1);`);
  expect(project.foldable('router.ts')).toBe(false);
});
