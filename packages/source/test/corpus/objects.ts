import { caseOf, says, unsure, type CallCase, type Expected } from './case.ts';

const IMPORT = `import { routeModel, router } from './router.js';\n`;
const POST = says(2, 'blog-post', 'route');
const MAIL = says(2, 'email-draft', 'route');
const TYPO = says(2, 'typo', 'default');
const OPEN = unsure(2);

function on(name: string, text: string, ...expect: readonly Expected[]): CallCase {
  return caseOf(name, `${IMPORT}${text}`, expect);
}

/** A class that asks for its own field. */
function field(name: string, members: string, ...expect: readonly Expected[]): CallCase {
  return on(name, `class Service { ${members} run() { return routeModel(this.task); } }`, ...expect);
}

export const OBJECTS: readonly CallCase[] = [
  // Lines that stand over others.
  on(
    'a line that a later one covers, as a value',
    `const A = { p: 'typo' }; for (const t of Object.values({ ...A, p: 'blog-post' })) routeModel(t);`,
    POST,
  ),
  on(
    'a line that a later one covers, by any key',
    `const A = { p: 'typo' }; const B = { ...A, p: 'blog-post' }; export const f = (k: keyof typeof B) => routeModel(B[k]);`,
    POST,
  ),
  on(
    'a function under what is spread of a global',
    `const api = { ask: routeModel, ...window.api }; api.ask('typo');`,
    TYPO,
  ),
  on(
    'a line that may be there',
    `const o = { ...(x ? { task: 'blog-post' } : {}) }; routeModel(o.task ?? 'typo');`,
    POST,
    TYPO,
  ),
  on(
    'a line of a long object',
    `const o = { ${Array.from({ length: 20 }, (_, index) => `k${String(index)}: 'typo'`).join(', ')}, k7: 'blog-post' }; routeModel(o.k7);`,
    POST,
  ),
  // The rest of an object.
  on(
    'the rest of an object',
    `const { bad, ...rest } = { bad: 'typo', good: 'blog-post' }; for (const t of Object.values(rest)) routeModel(t);`,
    POST,
  ),
  on(
    'the rest of a router',
    `const { getTier: first, ...rest } = router; rest.getTier('email-draft'); rest.routeModel('typo');`,
    TYPO,
  ),
  on('the rest of a list', `const [, ...rest] = ['typo', 'blog-post']; for (const t of rest) routeModel(t);`, POST),
  // Changes after an object was made.
  on(
    'a line that is written later',
    `const job = { task: 'blog-post' }; if (x) job.task = 'typo'; routeModel(job.task);`,
    POST,
    TYPO,
  ),
  on(
    'a line that another one stands beside',
    `const job = { task: 'blog-post', id: 1 }; job.id = 2; job.id++; routeModel(job.task);`,
    POST,
  ),
  on(
    'a line that is written through another name',
    `const C = { task: 'blog-post' }; const D = C; D.task = pick(); routeModel(C.task);`,
    POST,
    OPEN,
  ),
  on(
    'a line that a pattern writes',
    `const C = { task: 'blog-post' }; [C.task] = ['typo']; routeModel(C.task);`,
    POST,
    TYPO,
  ),
  on(
    'a line that is assigned',
    `const C = { task: 'blog-post' }; Object.assign(C, { task: 'typo' }); routeModel(C.task);`,
    POST,
    TYPO,
  ),
  on('a line that is there from then on', `const C: any = {}; C.task = 'blog-post'; routeModel(C.task);`, POST),
  on(
    'a line that is empty until then',
    `const C = { task: '' }; if (x) C.task = 'blog-post'; routeModel(C.task);`,
    POST,
  ),
  on(
    'a line that is made of itself',
    `const C = { task: 'blog-post' }; C.task = C.task + '!'; routeModel(C.task);`,
    POST,
    OPEN,
  ),
  on(
    'a line that a type holds to',
    `interface Job { task: 'blog-post' } export function f(job: Job) { job.task = load(); routeModel(job.task); }`,
    POST,
  ),
  on(
    'a list that is added to',
    `const L = ['blog-post']; L.push('typo'); for (const t of L) routeModel(t);`,
    POST,
    TYPO,
  ),
  on(
    'a list that what is not known is added to',
    `const L = ['blog-post']; L.push(load()); for (const t of L) routeModel(t);`,
    POST,
    OPEN,
  ),
  on('a list that is taken from', `const L = ['blog-post', 'typo']; while (L.length) routeModel(L.pop());`, POST, TYPO),
  on('a list that is sorted', `const L = ['blog-post', 'email-draft']; L.sort(); routeModel(L[0]);`, POST, MAIL),
  on(
    'a copy of a list that is added to',
    `const L = ['blog-post']; const copy = L.slice(); copy.push('typo'); for (const t of L) routeModel(t);`,
    POST,
  ),
  on(
    'a set that is added to',
    `const S = new Set(['blog-post']); S.add('typo'); for (const t of S) routeModel(t);`,
    POST,
    TYPO,
  ),
  // Fields.
  on(
    'a private field that a method writes',
    `class S { #task = 'blog-post'; set(t) { this.#task = t; } run() { routeModel(this.#task); } }`,
    POST,
    OPEN,
  ),
  on(
    'a private field beside another one',
    `class S { #task = 'blog-post'; #n = 0; next() { this.#n++; } run() { routeModel(this.#task); } }`,
    POST,
  ),
  field('a field that a method writes', `task = 'blog-post'; go() { this.task = 'typo'; }`, POST, TYPO),
  field(
    'a field that a branch of the constructor writes',
    `task = 'blog-post'; constructor(x) { if (x) this.task = 'typo'; }`,
    POST,
    TYPO,
  ),
  field('a field that only a type gives', `abstract readonly task: 'blog-post' | 'typo';`, POST, TYPO),
  field('a getter', `get task() { return 'blog-post'; }`, POST),
  field('a getter of a field', `#own = 'blog-post'; get task() { return this.#own; }`, POST),
  on(
    'a field that a class below has of its own',
    `class A { task = 'blog-post'; run() { routeModel(this.task); } } class B extends A { task = 'typo'; }`,
    POST,
    OPEN,
  ),
  on(
    'a field of a class that is exported',
    `export class S { task = 'blog-post'; run() { routeModel(this.task); } }`,
    POST,
    OPEN,
  ),
  on(
    'a field of a class that is handed on',
    `class S { task = 'blog-post'; run() { routeModel(this.task); } } register(S);`,
    POST,
    OPEN,
  ),
  on(
    'a field that the compiler holds to its type',
    `export class S { task: 'blog-post' | 'typo' = 'blog-post'; run() { routeModel(this.task); } }`,
    POST,
    TYPO,
  ),
  on(
    'a readonly field of a class that is exported',
    `export class S { readonly task = 'blog-post'; constructor(private other = 'typo') {} run() { routeModel(this.task); } }`,
    POST,
  ),
  on(
    'a field of what a class made',
    `class S { task = 'blog-post'; } const s = new S(); s.task = pick(); routeModel(s.task);`,
    POST,
    OPEN,
  ),
  on(
    'a static that is written',
    `class S { static task = 'blog-post'; } S.task = pick(); routeModel(S.task);`,
    POST,
    OPEN,
  ),
  on(
    'a static that its own block writes',
    `class S { static task = 'blog-post'; static { this.task = 'typo'; } } routeModel(S.task);`,
    POST,
    TYPO,
  ),
  on('a static of a static', `class S { static P = 'blog-post'; static Q = S.P; } routeModel(S.Q);`, POST),
  on('a static getter', `class S { static get task() { return 'blog-post'; } } routeModel(S.task);`, POST),
  // `this` in an object.
  on(
    'a method that asks its object',
    `const service = { routeModel, run() { return this.routeModel('typo'); } };`,
    TYPO,
  ),
  on(
    'a function that asks its object',
    `export default { router, run: function () { return this.router.routeModel('typo'); } };`,
    TYPO,
  ),
  on(
    'an arrow in a method',
    `export default { methods: { routeModel, run() { return [1].map(() => this.routeModel('typo')); } } };`,
    TYPO,
  ),
  on(
    'a task of the object',
    `const service = { task: 'blog-post', run() { return routeModel(this.task); } };`,
    POST,
    OPEN,
  ),
];
