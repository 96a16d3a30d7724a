import { caseOf, says, unsure, type CallCase, type Expected } from './case.ts';

const IMPORT = `import { routeModel } from './router.js';\n`;
const POST = says(2, 'blog-post', 'route');
const DRAFT = says(2, 'email-draft', 'route');
const TYPO = says(2, 'typo', 'default');

function within(name: string, text: string, ...expect: readonly Expected[]): CallCase {
  return caseOf(name, `${IMPORT}${text}`, expect);
}

/** A variable that begins with a slip, in a function. */
function slip(name: string, body: string, ...expect: readonly Expected[]): CallCase {
  return within(name, `export function f(x, y) { let t = 'typo'; ${body} }`, ...expect);
}

/** A variable that begins with a task, in a function. */
function task(name: string, body: string, ...expect: readonly Expected[]): CallCase {
  return within(name, `export function f(x, y) { let t = 'blog-post'; ${body} }`, ...expect);
}

/** Which writes may be the last one before a place, and what conditions say of them since. */
export const REACHING: readonly CallCase[] = [
  slip('both branches write', `if (x) { t = 'blog-post'; } else { t = 'email-draft'; } routeModel(t);`, POST, DRAFT),
  slip('one branch writes', `if (x) { t = 'blog-post'; } routeModel(t);`, POST, TYPO),
  slip('one branch writes, the other leaves', `if (x) { t = 'blog-post'; } else { return 0; } routeModel(t);`, POST),
  slip('both arms write', `x ? (t = 'blog-post') : (t = 'email-draft'); routeModel(t);`, POST, DRAFT),
  slip('one arm writes', `x && (t = 'blog-post'); routeModel(t);`, POST, TYPO),
  slip('a block writes', `{ t = 'blog-post'; } routeModel(t);`, POST),
  slip('a labelled block that may be left', `a: { if (x) break a; t = 'blog-post'; } routeModel(t);`, POST, TYPO),
  slip('a condition writes', `if ((t = 'blog-post')) routeModel(t);`, POST),
  slip('a pattern writes', `({ t } = { t: 'blog-post' }); routeModel(t);`, POST),
  slip(
    'each case writes or leaves',
    `switch (x) { case 1: t = 'blog-post'; break; default: throw new Error(); } routeModel(t);`,
    POST,
  ),
  slip(
    'each case writes',
    `switch (x) { case 1: t = 'blog-post'; break; case 2: default: t = 'email-draft'; } routeModel(t);`,
    POST,
    DRAFT,
  ),
  slip('a switch without a default', `switch (x) { case 1: t = 'blog-post'; break; } routeModel(t);`, POST, TYPO),
  task('a case that is fallen into', `switch (x) { case 1: t = 'typo'; case 2: routeModel(t); }`, POST, TYPO),
  slip('a finally writes', `try { y(); } finally { t = 'blog-post'; } routeModel(t);`, POST),
  slip('a try writes', `try { y(); t = 'blog-post'; } catch { } routeModel(t);`, POST, TYPO),
  slip('try and catch write', `try { y(); t = 'blog-post'; } catch { t = 'email-draft'; } routeModel(t);`, POST, DRAFT),
  slip(
    'a try writes, its catch leaves',
    `try { t = y('blog-post') ? 'blog-post' : 'email-draft'; } catch { return; } routeModel(t);`,
    POST,
    DRAFT,
  ),
  task('what is caught', `try { t = 'typo'; y(); t = 'blog-post'; } catch { routeModel(t); }`, POST, POST, TYPO),
  task(
    'what is caught behind a finally',
    `try { try { y(); } finally { t = 'typo'; x(); } t = 'blog-post'; } catch { routeModel(t); }`,
    POST,
    POST,
    TYPO,
  ),
  slip(
    'what leaves through a finally',
    `try { if (x) { t = 'blog-post'; return; } y(); } finally { routeModel(t); }`,
    POST,
    TYPO,
  ),
  slip(
    'a loop that is left through a finally',
    `for (;;) { try { if (x()) break; } finally { t = 'blog-post'; } } routeModel(t);`,
    POST,
  ),
  task('what is written afterwards', `routeModel(t); t = 'typo';`, POST),
  task('what is written afterwards, in a loop', `while (x()) { routeModel(t); t = 'typo'; }`, POST, TYPO),
  task(
    'what is written behind a continue',
    `for (const a of x) { routeModel(t); if (a) continue; t = 'typo'; }`,
    POST,
    TYPO,
  ),
  task('what a loop writes between its turns', `for (let i = 0; i < 3; t = 'typo', i++) routeModel(t);`, POST, TYPO),
  slip('a loop that is run once at least', `do { t = 'blog-post'; } while (x()); routeModel(t);`, POST),
  slip('a loop that may not be run', `while (x()) { t = 'blog-post'; } routeModel(t);`, POST, TYPO),
  slip(
    'a loop that is left by a write alone',
    `while (true) { if (x()) { t = 'blog-post'; break; } } routeModel(t);`,
    POST,
  ),
  slip(
    'an outer loop that is left',
    `outer: for (const a of x) { for (const b of a) if (b) { t = 'blog-post'; break outer; } return; } if (t === 'typo') return; routeModel(t);`,
    POST,
  ),
  slip(
    'a loop writes each turn',
    `for (const each of ['blog-post', 'email-draft']) { t = each; routeModel(t); }`,
    POST,
    DRAFT,
  ),
  within(
    'a loop writes through a pattern',
    `let t; for ({ t } of [{ t: 'blog-post' }, { t: 'typo' }]) routeModel(t);`,
    POST,
    TYPO,
  ),
  task('a closure writes before', `const set = () => { t = 'typo'; }; set(); routeModel(t);`, POST, TYPO),
  task('a closure writes, and nothing is called', `y.set = () => { t = 'typo'; }; routeModel(t);`, POST),
  task('a closure writes in a loop of a library', `x.forEach((each) => { t = 'typo'; }); routeModel(t);`, POST, TYPO),
  task(
    'a closure writes while something is waited for',
    `setTimeout(() => { t = 'typo'; }); routeModel(t);`,
    POST,
    TYPO,
  ),
  slip(
    'a closure reads what is sure',
    `if (x) t = 'blog-post'; else t = 'email-draft'; y.map((each) => routeModel(t));`,
    POST,
    DRAFT,
  ),
  task('a closure reads what is written afterwards', `const go = () => routeModel(t); t = 'typo'; go();`, POST, TYPO),
  task(
    'a closure reads what the next turn writes',
    `for (const a of x) { later(() => routeModel(t)); t = 'typo'; }`,
    POST,
    TYPO,
  ),
  within(
    "a closure reads what is its turn's own",
    `for (const a of b) { let t; if (a) t = 'blog-post'; else t = 'email-draft'; later(() => routeModel(t)); }`,
    POST,
    DRAFT,
  ),
  within(
    'a function reads what another one writes',
    `let t = 'typo'; export function f() { t = 'blog-post'; y(); return routeModel(t); } export function g() { t = 'typo'; }`,
    POST,
    TYPO,
  ),
  within(
    'a function reads what it has just written',
    `let t = 'typo'; export function f() { t = 'blog-post'; return routeModel(t); }`,
    POST,
  ),
  within(
    'a function is declared before a write',
    `let t = 'typo'; export function f() { routeModel(t); } t = 'blog-post';`,
    POST,
    TYPO,
  ),
  within(
    'a function reads what another run of it writes',
    `let t = 'blog-post'; export async function f() { t = 'blog-post'; await y(); routeModel(t); t = 'typo'; }`,
    POST,
    TYPO,
  ),
  within(
    'a parameter is written',
    `export function f(t: 'blog-post' | 'typo') { if (t === 'typo') t = 'email-draft'; routeModel(t); }`,
    POST,
    DRAFT,
  ),
  within(
    'a parameter is trimmed',
    `const g = (t: string) => { t = t.trim(); routeModel(t); }; g(' blog-post ');`,
    POST,
  ),
  within(
    'a parameter is written in a function that answers it',
    `const g = (t: string) => { if (x) t = 'blog-post'; return t; }; routeModel(g('typo'));`,
    POST,
    TYPO,
  ),
  within('a default by ||=', `export const f = (t: 'typo' | '') => { t ||= 'blog-post'; routeModel(t); };`, POST, TYPO),
  within('a write by &&=', `export const f = (t: 'typo' | '') => { t &&= 'blog-post'; if (t) routeModel(t); };`, POST),
  within(
    'a default of what is not known',
    `export const f = (t?: string) => { t ??= 'blog-post'; routeModel(t); };`,
    POST,
    unsure(2),
  ),
  within(
    'a cached value',
    `let model: 'blog-post' | undefined; export function f() { if (model === undefined) { model = 'blog-post'; } return routeModel(model); }`,
    POST,
  ),
  within(
    'an annotated variable of a closed type',
    `let t: 'blog-post' | 'email-draft' = load(); routeModel(t); t = load();`,
    POST,
    DRAFT,
  ),
  task(
    'made from what is made from it',
    `let u = 'typo'; while (x()) { routeModel(t); const h = t; t = u; u = h; }`,
    POST,
    TYPO,
    unsure(2),
  ),
  slip(
    'a found element',
    `for (const each of ['blog-post']) if (x(each)) { t = each; break; } if (t !== 'typo') routeModel(t);`,
    POST,
  ),
  slip(
    'a value that is thrown for',
    `if (x) t = 'blog-post'; if (t === 'typo') throw new Error(); routeModel(t);`,
    POST,
  ),
  slip('a value that is written for', `if (t === 'typo') t = 'email-draft'; routeModel(t);`, DRAFT),
  slip('a value that is asked for in place', `if (x) t = 'blog-post'; t !== 'typo' && routeModel(t);`, POST),
  slip(
    'a value that a case leaves for',
    `if (x) t = 'blog-post'; switch (t) { case 'typo': throw 1; } routeModel(t);`,
    POST,
  ),
  slip(
    'a value that is written behind the condition',
    `if (t === 'typo') t = 'blog-post'; t = x ? 'typo' : t; routeModel(t);`,
    POST,
    TYPO,
  ),
  task(
    'a value that the next turn writes',
    `while (x()) { if (t === 'typo') { y(); } routeModel(t); t = 'typo'; }`,
    POST,
    TYPO,
  ),
  task(
    'a value that the next turn leaves for',
    `while (x()) { if (t === 'typo') break; routeModel(t); t = 'typo'; }`,
    POST,
  ),
  task(
    'a value that a call may write behind the condition',
    `const w = () => { t = 'typo'; }; if (t !== 'typo') { w(); routeModel(t); }`,
    POST,
    TYPO,
  ),
  within(
    'a value that another function may write while it is waited',
    `let t = 'blog-post'; export async function f() { if (t === 'blog-post') { await y(); routeModel(t); } } export const set = () => { t = 'typo'; };`,
    POST,
    TYPO,
  ),
  task(
    'a name for a condition that held before a write',
    `const isBad = t === 'typo'; if (x) t = 'typo'; if (isBad) return; routeModel(t);`,
    POST,
    TYPO,
  ),
];
