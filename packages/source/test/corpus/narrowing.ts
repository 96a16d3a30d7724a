import { caseOf, says, unsure, type CallCase, type Expected } from './case.ts';

const IMPORT = `import { routeModel, tasks, ROUTES } from './router.js';\n`;
const POST = says(2, 'blog-post', 'route');
const DRAFT = says(2, 'email-draft', 'route');
const TYPO = says(2, 'typo', 'default');

function within(name: string, text: string, ...expect: readonly Expected[]): CallCase {
  return caseOf(name, `${IMPORT}${text}`, expect);
}

/** A function whose parameter is a closed union. */
function given(name: string, body: string, ...expect: readonly Expected[]): CallCase {
  return within(name, `export function f(t: 'blog-post' | 'typo', x: boolean) { ${body} }`, ...expect);
}

/** A function whose parameter is any string. */
function open(name: string, body: string, ...expect: readonly Expected[]): CallCase {
  return within(name, `export function f(t: string, x: boolean) { ${body} }`, ...expect);
}

/** The conditions on the way to a call are minded. */
export const NARROWING: readonly CallCase[] = [
  given('a value that is returned for', `if (t === 'typo') return null; return routeModel(t);`, POST),
  given('a value that is thrown for, in a block', `if (t === 'typo') { x; throw 1; } return routeModel(t);`, POST),
  given('a value that is not the other', `if (t !== 'typo') return routeModel(t);`, POST),
  given('the other branch', `if (t === 'typo') return 1; else return routeModel(t);`, POST),
  given('the branch that leaves is the other', `if (t !== 'typo') { x; } else return; routeModel(t);`, POST),
  given('both branches leave', `if (t === 'typo') { if (x) return; else throw 1; } routeModel(t);`, POST),
  given('a branch that may go on', `if (t === 'typo') { if (x) return; } routeModel(t);`, POST, TYPO),
  given('a ternary', `return t === 'typo' ? null : routeModel(t);`, POST),
  given('and', `return t !== 'typo' && routeModel(t);`, POST),
  given('or', `return t === 'typo' || routeModel(t);`, POST),
  given('not', `if (!(t === 'typo')) routeModel(t);`, POST),
  given('loosely', `if (t == 'typo') return; routeModel(t);`, POST),
  given('the literal first', `if ('typo' === t) return; routeModel(t);`, POST),
  given('a constant', `const no = 'typo'; if (t === no) return; routeModel(t);`, POST),
  given('one of two conditions', `if (x && t === 'typo') return; routeModel(t);`, POST, TYPO),
  given('either of two conditions', `if (x || t === 'typo') return; routeModel(t);`, POST),
  given('two at once', `if (t !== 'typo' && x) routeModel(t);`, POST),
  given('a switch', `switch (t) { case 'typo': return; case 'blog-post': return routeModel(t); }`, POST),
  given('a default', `switch (t) { case 'typo': return; default: return routeModel(t); }`, POST),
  given(
    'a case that falls through',
    `switch (t) { case 'typo': x; case 'blog-post': return routeModel(t); }`,
    POST,
    TYPO,
  ),
  given('a default that is fallen into', `switch (t) { case 'typo': default: return routeModel(t); }`, POST, TYPO),
  given('in a closure behind it', `if (t === 'typo') return; return () => routeModel(t);`, POST),
  given(
    'in a function that is called before it',
    `g(); if (t === 'typo') return; function g() { routeModel(t); }`,
    POST,
    TYPO,
  ),
  given('a variable that is written again', `if (t === 'typo') return; t = x ? 'typo' : t; routeModel(t);`, POST, TYPO),
  given('another variable', `const u = 'typo'; if (u === 'typo') return; routeModel(t);`, POST, TYPO),
  within(
    'a loop that goes on',
    `for (const t of ['blog-post', 'typo']) { if (t === 'typo') continue; routeModel(t); }`,
    POST,
  ),
  within(
    'a list that is filtered',
    `['blog-post', 'typo'].filter((t) => t !== 'typo').map((t) => routeModel(t));`,
    POST,
  ),
  within(
    'a list that is filtered by its text',
    `['blog-post', 'typo'].filter((t) => t.startsWith('blog')).map(routeModel);`,
    POST,
  ),
  open('one text', `if (t === 'blog-post') routeModel(t);`, POST),
  open('one of two texts', `if (t === 'blog-post' || t === 'typo') routeModel(t);`, POST, TYPO),
  open('not one text', `if (t === 'blog-post') return; routeModel(t);`, unsure(2)),
  open('a switch over any', `switch (t) { case 'blog-post': case 'typo': routeModel(t); }`, POST, TYPO),
  open('in the table', `if (t in ROUTES) routeModel(t);`, POST, DRAFT, says(2, 'content/*', 'domain')),
  open('not in the table', `if (!(t in ROUTES)) return; routeModel(t);`, POST, DRAFT, says(2, 'content/*', 'domain')),
  open('an own key', `if (Object.hasOwn(ROUTES, t)) routeModel(t);`, POST, DRAFT, says(2, 'content/*', 'domain')),
  open(
    'an own key, the long way',
    `if (Object.prototype.hasOwnProperty.call(tasks, t)) routeModel(t);`,
    POST,
    DRAFT,
    says(2, 'content/*', 'domain'),
  ),
  open('in a list', `if (['blog-post', 'typo'].includes(t)) routeModel(t);`, POST, TYPO),
  open('in a list that is not known', `if (x.includes(t)) routeModel(t);`, unsure(2)),
  open(
    'a guard',
    `if (isTask(t)) routeModel(t); function isTask(u: string): u is 'blog-post' { return u in ROUTES; }`,
    POST,
  ),
  open(
    'not the guarded',
    `if (isTask(t)) return; routeModel(t); function isTask(u: string): u is 'blog-post' { return u in ROUTES; }`,
    unsure(2),
  ),
  within(
    'a text, where it may be missing',
    `export function f(t?: 'blog-post') { if (t === undefined) return; routeModel(t); }`,
    POST,
  ),
  within('a truthy text', `export function f(t?: 'blog-post') { if (t) routeModel(t); }`, POST),
  within('typeof', `export function f(t?: 'blog-post') { if (typeof t === 'string') routeModel(t); }`, POST),
  given('not what may be another', `y(x); function y(no = 'typo') { if (t !== no) routeModel(t); }`, POST, TYPO),
  within(
    'not what something else may write',
    `let now = 'typo'; export const set = () => { now = load(); }; export const f = (t: 'blog-post' | 'typo') => { if (t === now) return; routeModel(t); };`,
    POST,
    TYPO,
  ),
  within(
    'not what a line may come to be',
    `const S = { no: 'typo' }; export const set = (v) => { S.no = v; }; export const f = (t: 'blog-post' | 'typo') => t !== S.no && routeModel(t);`,
    POST,
    TYPO,
  ),
  within(
    'not what a line is',
    `const S = { no: 'typo' }; export const f = (t: 'blog-post' | 'typo') => t !== S.no && routeModel(t);`,
    POST,
  ),
  within(
    'a member of what a loop goes over',
    `for (const j of [{ kind: 'typo' }, { kind: 'blog-post' }]) { if (j.kind === 'typo') continue; routeModel(j.kind); }`,
    POST,
  ),
  within(
    'a member of a type',
    `export function f(j: { kind: 'typo' | 'blog-post' }) { if (j.kind === 'typo') return; routeModel(j.kind); }`,
    POST,
  ),
  within(
    'a member of an interface',
    `interface J { kind: 'typo' | 'blog-post' } export function f(j: J) { if (j.kind !== 'typo') routeModel(j.kind); }`,
    POST,
  ),
  within(
    'a member, deep',
    `export function f(j: { a: { kind: 'typo' | 'blog-post' } }) { if (j.a.kind === 'typo') return; routeModel(j.a.kind); }`,
    POST,
  ),
  within(
    'a member that may be missing',
    `export function f(j: { t?: 'blog-post' }) { if (!j.t) return; routeModel(j.t); }`,
    POST,
  ),
  within(
    'a member in a switch',
    `export function f(j: { kind: 'typo' | 'blog-post' }) { switch (j.kind) { case 'typo': return; default: return routeModel(j.kind); } }`,
    POST,
  ),
  within(
    'a member beside the one that is asked',
    `type J = { kind: 'a'; t: 'blog-post' } | { kind: 'b'; t: 'typo' }; export function f(j: J) { switch (j.kind) { case 'a': return routeModel(j.t); case 'b': return 0; } }`,
    POST,
  ),
  within(
    'a member that is written again',
    `export function f(j: { kind: 'typo' | 'blog-post' }) { if (j.kind === 'typo') return; j.kind = pick(); routeModel(j.kind); }`,
    POST,
    TYPO,
  ),
  within(
    'a member that is written through another name',
    `export function f(j: { kind: 'typo' | 'blog-post' }) { if (j.kind === 'typo') return; const k = j; k.kind = 'typo'; routeModel(j.kind); }`,
    POST,
    TYPO,
  ),
  within(
    'a member that may be assigned',
    `export function f(j: { kind: 'typo' | 'blog-post' }, more: any) { if (j.kind === 'typo') return; Object.assign(j, more); routeModel(j.kind); }`,
    POST,
    TYPO,
  ),
  given('a name for a condition', `const isBad = t === 'typo'; if (isBad) return; routeModel(t);`, POST),
  given('a name for one of two conditions', `const isBad = t === 'typo' || x; if (!isBad) routeModel(t);`, POST),
  given(
    'a name for a condition that is set anew',
    `let isBad = t === 'typo'; isBad &&= x; if (isBad) return; routeModel(t);`,
    POST,
    TYPO,
  ),
  given('the end of the process', `if (t === 'typo') { console.error(x); process.exit(1); } routeModel(t);`, POST),
  given(
    'a process of its own',
    `const process = { exit() {} }; if (t === 'typo') process.exit(); routeModel(t);`,
    POST,
    TYPO,
  ),
  given(
    'a function that never returns',
    `if (t === 'typo') fail(); routeModel(t); function fail(): never { throw 1; }`,
    POST,
  ),
  given(
    'a constant that never returns',
    `const fail = (): never => { throw 1; }; if (t === 'typo') { fail(); } routeModel(t);`,
    POST,
  ),
  given(
    'a function that may return',
    `if (t === 'typo') fail(); routeModel(t); function fail() { if (x) throw 1; }`,
    POST,
    TYPO,
  ),
  within(
    'assert',
    `import assert from 'node:assert'; export function f(t: 'blog-post' | 'typo') { assert(t !== 'typo'); routeModel(t); }`,
    POST,
  ),
  within(
    'assert.ok',
    `import assert from 'node:assert/strict'; export function f(t: 'blog-post' | 'typo') { assert.ok(t !== 'typo', 'no'); routeModel(t); }`,
    POST,
  ),
  within(
    'assert.notEqual',
    `import assert from 'assert'; export function f(t: 'blog-post' | 'typo') { assert.notEqual(t, 'typo'); routeModel(t); }`,
    POST,
  ),
  within(
    'assert.strictEqual',
    `import * as assert from 'node:assert'; export function f(t: 'blog-post' | 'typo') { assert.strictEqual(t, 'blog-post'); routeModel(t); }`,
    POST,
  ),
  within(
    'ok of node:assert',
    `import { ok as sure } from 'node:assert'; export function f(t: 'blog-post' | 'typo') { sure(t !== 'typo'); routeModel(t); }`,
    POST,
  ),
  within(
    'assert.deepEqual',
    `import assert from 'node:assert'; export function f(t: 'blog-post' | 'typo', x) { assert.deepEqual(x, t); routeModel(t); }`,
    POST,
    TYPO,
  ),
  within(
    'an assert of another module',
    `import assert from './mine.js'; export function f(t: 'blog-post' | 'typo') { assert(t !== 'typo'); routeModel(t); }`,
    POST,
    TYPO,
  ),
  given('console.assert', `console.assert(t !== 'typo'); routeModel(t);`, POST, TYPO),
  given(
    'an assertion that may not be run',
    `if (x) check(t); routeModel(t); function check(u: string): asserts u is 'blog-post' { }`,
    POST,
    TYPO,
  ),
  open(
    'an assertion of a text',
    `check(t); routeModel(t); function check(u: string): asserts u is 'blog-post' { if (u !== 'blog-post') throw 1; }`,
    POST,
  ),
  given(
    'an assertion of a condition',
    `check(t !== 'typo'); routeModel(t); function check(u: unknown): asserts u { if (!u) throw 1; }`,
    POST,
  ),
  given('behind a switch', `switch (t) { case 'typo': return; } routeModel(t);`, POST),
  given('behind a switch that goes on', `switch (t) { case 'typo': break; } routeModel(t);`, POST, TYPO),
  given(
    'behind a switch that may go on',
    `switch (t) { case 'typo': if (x) break; return; } routeModel(t);`,
    POST,
    TYPO,
  ),
  given(
    'behind a switch whose default leaves',
    `switch (t) { case 'blog-post': break; default: throw 1; } routeModel(t);`,
    POST,
  ),
  given('behind a block', `{ if (t === 'typo') return; } routeModel(t);`, POST),
];
