import { caseOf, says, unsure, type CallCase, type Expected } from './case.ts';

const IMPORT = `import { routeModel, tasks } from './router.js';\n`;
const POST = says(2, 'blog-post', 'route');
const TYPO = says(2, 'typo', 'default');

function within(name: string, text: string, ...expect: readonly Expected[]): CallCase {
  return caseOf(name, `${IMPORT}${text}`, expect);
}

/** A loop over a task and a slip, in which a condition is asked. */
function looped(name: string, before: string, condition: string, ...expect: readonly Expected[]): CallCase {
  return within(
    name,
    `${before} for (const t of ['typo', 'blog-post'] as const) if (${condition}) routeModel(t);`,
    ...expect,
  );
}

/** What is not among some members is none of those that are there at all times; the others may reach the call. */
export const MEMBERSHIP: readonly CallCase[] = [
  looped('not a key', `const T = { typo: 1 };`, `!(t in T)`, POST),
  looped('not a key of Object.keys', `const T = { typo: 1 };`, `!Object.keys(T).includes(t)`, POST),
  looped('not a value of Object.values', `const T = { a: 'typo' };`, `!Object.values(T).includes(t)`, POST),
  looped('not an element', `const L = ['typo'];`, `!L.includes(t)`, POST),
  looped('not an element of a list that grows', `const L = ['typo']; if (x) L.push('other');`, `!L.includes(t)`, POST),
  looped('not an element beside a spread', `const L = [...(x ? ['a'] : []), 'typo'];`, `!L.includes(t)`, POST),
  looped('not an element of a Set beside a spread', `const L = new Set([...x, 'typo']);`, `!L.has(t)`, POST),
  looped('not a key beside a spread', `const T = { ...(x ? { a: 1 } : {}), typo: 1 };`, `!(t in T)`, POST),
  looped('not an element of joined lists', `const L = ['typo'].concat(x ? ['z'] : []);`, `!L.includes(t)`, POST),
  looped('not in the table', '', `!(t in tasks)`, TYPO),
  within(
    'not a key of a cache that begins with it',
    `const T: any = { typo: 1 }; for (const t of ['typo', 'blog-post']) { if (t in T) continue; T[t] = routeModel(t); }`,
    POST,
  ),
  looped('not a key that comes to be there', `const T: any = {};`, `!(t in T) && (T[t] = 1)`, POST, TYPO),
  within(
    'a cache',
    `const memo: Record<string, string> = {}; export function f(t: 'blog-post' | 'typo') { if (t in memo) return memo[t]; return (memo[t] = routeModel(t)); }`,
    POST,
    TYPO,
  ),
  within(
    'a cache that is asked with hasOwn',
    `const memo: Record<string, string> = {}; export function f(t: 'blog-post' | 'typo') { if (Object.hasOwn(memo, t)) return memo[t]; return (memo[t] = routeModel(t)); }`,
    POST,
    TYPO,
  ),
  within(
    'what is not done yet',
    `const done: string[] = []; for (const t of ['blog-post', 'typo']) { if (done.includes(t)) continue; done.push(t); routeModel(t); }`,
    POST,
    TYPO,
  ),
  within(
    'what is not seen yet',
    `const seen = new Set(['blog-post']); for (const t of ['typo', 'blog-post'] as const) if (!seen.has(t)) { seen.add('typo'); routeModel(t); }`,
    TYPO,
  ),
  looped(
    'an element that may be put in',
    `const L: string[] = []; if (x) L.push('typo');`,
    `!L.includes(t)`,
    POST,
    TYPO,
  ),
  looped('an element that may be taken out', `const L = ['typo']; L.pop();`, `!L.includes(t)`, POST, TYPO),
  looped('an element that is replaced', `const L = ['typo']; L[0] = 'z';`, `!L.includes(t)`, POST, TYPO),
  looped('an element that is filled over', `const L = ['typo']; L.fill('z');`, `!L.includes(t)`, POST, TYPO),
  looped('an element of what may be spread', `const L = [...(x ? ['typo'] : [])];`, `!L.includes(t)`, POST, TYPO),
  looped('an element that is filtered', `const L = ['typo', 'z'].filter(x);`, `!L.includes(t)`, POST, TYPO),
  looped('an element of one list or another', `const L = x ? ['typo'] : ['z'];`, `!L.includes(t)`, POST, TYPO),
  looped('one of two elements', `const L = [x ? 'typo' : 'z'].concat(['q']);`, `!L.includes(t)`, POST, TYPO),
  looped('an element of a list that is set anew', `let L = ['typo']; if (x) L = [];`, `!L.includes(t)`, POST, TYPO),
  looped('a key of what may be spread', `const T = { ...(x ? { typo: 1 } : {}) };`, `!(t in T)`, POST, TYPO),
  looped(
    'a key of what may be spread, by Object.keys',
    `const T = { ...(x ? { typo: 1 } : {}) };`,
    `!Object.keys(T).includes(t)`,
    POST,
    TYPO,
  ),
  looped('a key that is deleted', `const T: any = { typo: 1 }; delete T.typo;`, `!(t in T)`, POST, TYPO),
  looped('any key that is deleted', `const T: any = { typo: 1 }; delete T[x];`, `!(t in T)`, POST, TYPO),
  within(
    'a key that is written afterwards',
    `const T: any = {}; for (const t of ['typo', 'blog-post']) if (!(t in T)) routeModel(t); T.typo = 1;`,
    POST,
    TYPO,
  ),
  looped('a method of the same name', `const R = { has: (t) => false, a: 'typo' };`, `!R.has(t)`, POST, TYPO),
  within(
    'a Set of a type',
    `export const f = (done: Set<'typo' | 'blog-post'>, t: 'typo' | 'blog-post') => done.has(t) ? 0 : routeModel(t);`,
    POST,
    TYPO,
  ),
  within(
    'a list of a type',
    `export const f = (done: 'typo'[], t: 'typo' | 'blog-post') => done.includes(t) ? 0 : routeModel(t);`,
    POST,
    TYPO,
  ),
  within(
    'an object of a type',
    `export const f = (done: { typo?: 1 }, t: 'typo' | 'blog-post') => t in done ? 0 : routeModel(t);`,
    POST,
    TYPO,
  ),
  within(
    'a record of a type',
    `export const f = (done: Record<'typo', 1>, t: 'typo' | 'blog-post') => t in done ? 0 : routeModel(t);`,
    POST,
    TYPO,
  ),
  within(
    'a part of a text',
    `const t = x ? 'blog' : 'blog-post'; if ('blog-post'.includes(t)) routeModel(t);`,
    says(2, 'blog', 'default'),
    POST,
  ),
  within('no part of a text', `const t = x ? 'blog' : 'blog-post'; if (!'a blog'.includes(t)) routeModel(t);`, POST),
  within('any part of a text', `export const f = (t: string) => 'blog-post'.includes(t) && routeModel(t);`, unsure(2)),
];

/** What is handed to a function that is not seen may come back filled: no branch is left out for what it does not hold. */
export const HANDED: readonly CallCase[] = [
  within(
    'the length of a list that is handed on',
    `const errors: string[] = []; validate(errors); routeModel(errors.length === 0 ? 'blog-post' : 'typo');`,
    POST,
    TYPO,
  ),
  within(
    'the length of a list that is handed on, as a condition',
    `import { validate } from './v.js'; const errors: string[] = []; validate(errors); routeModel(errors.length ? 'typo' : 'blog-post');`,
    POST,
    TYPO,
  ),
  within(
    'the length of a list that nobody fills',
    `const errors: string[] = []; console.log(errors); routeModel(errors.length === 0 ? 'blog-post' : 'typo');`,
    POST,
  ),
  within(
    'a line that is not there where an object is handed on',
    `const argv: any = {}; parse(argv); routeModel(argv.task ?? 'blog-post');`,
    POST,
    unsure(2),
  ),
  within(
    'a default where an object is handed on',
    `const argv: any = {}; parse(argv); const { task = 'blog-post' } = argv; routeModel(task);`,
    POST,
    unsure(2),
  ),
  within(
    'a flag of an object that is handed on',
    `const flags = { on: false }; load(flags); routeModel(flags.on ? 'typo' : 'blog-post');`,
    POST,
    TYPO,
  ),
  within(
    'a flag that is read before it is asked',
    `const flags = { on: false }; load({ flags }); const isOn = flags.on; routeModel(isOn ? 'typo' : 'blog-post');`,
    POST,
    TYPO,
  ),
  within(
    'a flag of an object that a constructor takes',
    `const flags = { task: 'blog-post' }; new Loader(flags); routeModel(flags.task === 'blog-post' ? 'blog-post' : 'typo');`,
    POST,
    TYPO,
  ),
  within(
    'a flag of an object that a function of the file hands on',
    `const flags = { on: false }; show(flags); function show(f) { load(f); } routeModel(flags.on ? 'typo' : 'blog-post');`,
    POST,
    TYPO,
  ),
  within(
    'a flag of an object that a function of the file reads',
    `const flags = { on: false }; show(flags); function show(f) { console.log(f.on); } routeModel(flags.on ? 'typo' : 'blog-post');`,
    POST,
  ),
  within(
    'a flag of a constant that is handed on',
    `const flags = { on: false } as const; load(flags); routeModel(flags.on ? 'typo' : 'blog-post');`,
    POST,
  ),
  within(
    'a line of an object that is handed on',
    `const job = { task: 'blog-post' }; load(job); routeModel(job.task);`,
    POST,
  ),
  within(
    'a list that is handed on',
    `const L = ['blog-post']; z.enum(L); export const f = (t: string) => L.includes(t) && routeModel(t);`,
    POST,
  ),
  within(
    'an empty list that is handed on',
    `const L: string[] = []; fill(L); export const f = (t: string) => L.includes(t) && routeModel(t);`,
    unsure(2),
  ),
];
