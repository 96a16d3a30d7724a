import { caseOf, says, unsure, type CallCase, type Expected } from './case.ts';

const IMPORT = `import { routeModel } from './router.js';\n`;
const POST = says(2, 'blog-post', 'route');
const TYPO = says(2, 'typo', 'default');
const LIST = `const L = ['typo', 'blog-post']; `;

function value(name: string, text: string, ...expect: readonly Expected[]): CallCase {
  return caseOf(name, `${IMPORT}${text}`, expect);
}

/** Where an element stands in a list, and what functions answer. */
export const LISTS: readonly CallCase[] = [
  value('a slice', `${LIST}routeModel(L.slice(1)[0]);`, POST),
  value('a slice to a place that is not known', `${LIST}routeModel(L.slice(n)[0]);`, POST, TYPO),
  value('a list turned round', `${LIST}routeModel(L.toReversed()[0]);`, POST),
  value('a list turned round in place', `routeModel(['typo', 'blog-post'].reverse()[0]);`, POST, TYPO),
  value('a list that is sorted', `${LIST}routeModel(L.toSorted()[0]);`, POST),
  value('a list that is sorted in a way', `${LIST}routeModel(L.toSorted(by)[0]);`, POST, TYPO),
  value('the last of a list', `${LIST}routeModel(L.at(-1));`, POST),
  value('the last of a list by its length', `${LIST}routeModel(L[L.length - 1]);`, POST),
  value('one that is found', `${LIST}routeModel(L.find(f));`, POST, TYPO),
  value('a list that is filtered by a function', `${LIST}routeModel(L.filter(f)[0]);`, POST, TYPO),
  value('a list without what is empty', `routeModel(['blog', '', 'post'].filter(Boolean).join('-'));`, POST),
  value('a list with a hole', `routeModel([, 'blog-post'][1]);`, POST),
  value('a spread of one list or another', `routeModel([...(x ? ['typo'] : []), 'blog-post'][1]);`, POST, TYPO),
  value('arguments spread from a shuffled list', `${LIST}routeModel(...L.filter(f));`, POST, TYPO, unsure(2)),
  value('a text that is split', `'blog-post,typo'.split(',').forEach((t) => routeModel(t));`, POST, TYPO),
  value('a text that is replaced', `routeModel('blog_post'.replace('_', '-'));`, POST),
  value('what may not be found', `routeModel(['blog-post'].find(f) ?? 'typo');`, POST, TYPO),
  value('a key that may not be there', `const M = { a: 'blog-post' }; routeModel(M[k] ?? 'typo');`, POST, TYPO),
  value('an optional parameter', `export const f = (t?: 'blog-post') => routeModel(t ?? 'typo');`, POST, TYPO),
  value('what may be null', `export const f = (t: 'blog-post' | null) => routeModel(t || 'typo');`, POST, TYPO),
  value('an optional property', `export const f = (p: { t?: 'blog-post' }) => routeModel(p.t ?? 'typo');`, POST, TYPO),
  value(
    'a default of an optional one',
    `export const f = ({ t = 'typo' }: { t?: 'blog-post' }) => routeModel(t);`,
    POST,
    TYPO,
  ),
  value('an optional one by itself', `export const f = (t?: 'blog-post') => routeModel(t);`, POST),
  value(
    'an option that may be absent',
    `export const f = (override?: 'opus') => routeModel('typo', { override });`,
    TYPO,
    says(2, 'typo', 'override'),
  ),
  value('an option behind and', `routeModel('typo', { override: x && 'opus' });`, TYPO, says(2, 'typo', 'override')),
  value(
    'options behind and',
    `routeModel('typo', { ...(x && { override: 'opus' }) });`,
    TYPO,
    says(2, 'typo', 'override'),
  ),
  value(
    'options that are optional',
    `export const f = (o?: { override: 'opus' }) => routeModel('typo', o);`,
    TYPO,
    says(2, 'typo', 'override'),
  ),
  value(
    'and, over a line',
    `const C = { task: 'blog-post', ...(x && { task: 'typo' }) }; routeModel(C.task);`,
    POST,
    TYPO,
  ),
  value('or assigned', `let t = ''; t ||= 'blog-post'; routeModel(t);`, POST),
  value('a condition that is known', `const DEV = false; routeModel(DEV ? 'typo' : 'blog-post');`, POST),
  value('written anew before', `let t = 'typo'; t = 'blog-post'; routeModel(t);`, POST),
  value('written anew in a branch', `let t = 'typo'; if (x) t = 'blog-post'; routeModel(t);`, POST, TYPO),
  value(
    'written anew behind, in a loop',
    `let t = 'typo'; for (;;) { t = 'blog-post'; routeModel(t); t = 'typo'; }`,
    POST,
  ),
  value('written behind, in a loop', `let t; t = 'blog-post'; for (;;) { routeModel(t); t = 'typo'; }`, POST, TYPO),
  value(
    'written by a function in between',
    `let t; t = 'blog-post'; set(); routeModel(t); function set() { t = 'typo'; }`,
    POST,
    TYPO,
  ),
  value('a parameter that is added to', `function f(t) { t += '-post'; routeModel(t); } f('blog');`, unsure(2)),
  value(
    'two returns',
    `function pick(x) { if (x) return 'blog-post'; return 'typo'; } routeModel(pick(y));`,
    POST,
    TYPO,
  ),
  value('a return of a constant', `function pick() { const t = 'blog-post'; return t; } routeModel(pick());`, POST),
  value(
    'a return in an inner function',
    `function pick() { go(() => { return 'typo'; }); return 'blog-post'; } routeModel(pick());`,
    POST,
  ),
  value(
    'returns of a switch',
    `function pick(k) { switch (k) { case 1: return 'blog-post'; default: return 'typo'; } } routeModel(pick(z));`,
    POST,
    TYPO,
  ),
  value(
    'a return of what is not known',
    `function pick() { if (x) return 'blog-post'; return load(); } routeModel(pick());`,
    POST,
    unsure(2),
  ),
  value('a return type', `function pick(): 'blog-post' { return load(); } routeModel(pick());`, POST),
  value(
    'a function that calls itself',
    `const f = function g(t) { routeModel(t); g('typo'); }; f('blog-post');`,
    POST,
    TYPO,
  ),
  value('a function handed to then', `import('./router.js').then(go); function go(m) { m.routeModel('typo'); }`, TYPO),
  value('a function that is overwritten', `function pick(t) {} pick = routeModel; pick('typo');`, TYPO),
  value(
    'a namespace in two parts',
    `namespace M { export const a = 1; } namespace M { export const route = routeModel; } M.route('typo');`,
    TYPO,
  ),
  value('new', `new routeModel('typo');`, unsure(2)),
  value('a tag', 'routeModel`typo`;', unsure(2)),
  value(
    'a type beside a value',
    `const T = { 'blog-post': 'Blog' } as const; type T = keyof typeof T; export const f = (t: T) => routeModel(t);`,
    POST,
  ),
  value(
    'keys and string',
    `const T = { 'blog-post': 1 }; export const f = (t: keyof typeof T & string) => routeModel(t);`,
    POST,
  ),
  value('Extract', `export const f = (t: Extract<'blog-post' | 'typo', 'blog-post'>) => routeModel(t);`, POST),
  value('Exclude', `export const f = (t: Exclude<'blog-post' | 'typo', 'typo'>) => routeModel(t);`, POST),
  value(
    'keys of Omit',
    `type C = { 'blog-post': 1; typo: 2 }; export const f = (t: keyof Omit<C, 'typo'>) => routeModel(t);`,
    POST,
  ),
  value(
    'keys of Pick',
    `type C = { 'blog-post': 1; typo: 2 }; export const f = (t: keyof Pick<C, 'typo'>) => routeModel(t);`,
    TYPO,
  ),
  value('keys of Record', `export const f = (t: keyof Record<'blog-post', 1>) => routeModel(t);`, POST),
  value(
    'an interface that extends',
    `interface A { t: 'blog-post' } interface B extends A {} export const f = (b: B) => routeModel(b.t);`,
    POST,
  ),
  value(
    'an interface in two parts',
    `interface A { x: 1 } interface A { t: 'blog-post' } export const f = (a: A) => routeModel(a.t);`,
    POST,
  ),
  value(
    'an enum as tsc writes it',
    `var E; (function (E) { E["A"] = "blog-post"; E[E["B"] = 0] = "B"; })(E || (E = {})); routeModel(E.A);`,
    POST,
  ),
  value(
    'an enum as esbuild writes it',
    `var E = /* @__PURE__ */ ((E2) => { E2["A"] = "blog-post"; return E2; })(E || {}); routeModel(E.A);`,
    POST,
  ),
  value(
    'an enum as babel writes it',
    `var E = function (E) { E["A"] = "blog-post"; return E; }({}); routeModel(E.A);`,
    POST,
  ),
  value(
    'an enum as babel exports it',
    `var E = exports.E = /*#__PURE__*/function (E) { E["A"] = "blog-post"; return E; }({}); routeModel(E.A);`,
    POST,
  ),
  value(
    'a key that nobody knows',
    `const E = {}; ((e) => { e.A = 'blog-post'; })(E); const T = { [E.A]: 'x', b: 'typo' }; Object.keys(T).map(routeModel);`,
    says(2, 'b', 'default'),
    unsure(2),
  ),
  value(
    'an object that a function fills',
    `var E; (function (E) { for (const k of load()) E[k] = k; })(E || (E = {})); routeModel(E.A);`,
    unsure(2),
  ),
];
