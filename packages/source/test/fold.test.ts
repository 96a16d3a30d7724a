import { describe, expect, test } from 'vitest';
import { createProject, type Project } from '../src/index.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { foldedText } from './folded.ts';

const MODELS = `tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet'`;
const ROUTES = `{ 'blog-post': 'opus', 'email-draft': 'haiku', 'content/*': 'sonnet', 'content/teaser': 'haiku' }`;
const DEFINE = `import { defineRouter } from '@taskroute/router';\n`;
const ROUTER = `${DEFINE}export const ROUTES = ${ROUTES} as const;
export const router = defineRouter({ ${MODELS}, routes: ROUTES });
export const { routeModel, getTier, decide, tasks } = router;
export default router;
`;
const IMPORT = `import { routeModel, getTier, decide, tasks, router } from './router.js';\n`;

interface Asked {
  readonly text: string;
  readonly reasons: readonly string[];
}

function fold(files: Readonly<Record<string, string>>, text: string, file = 'app.ts'): Asked {
  using fixture = createFixture({ 'router.ts': ROUTER, ...files });
  return foldIn(createProject({ root: fixture.root }), fixture, text, file);
}

function foldIn(project: Project, fixture: Fixture, text: string, file = 'app.ts'): Asked {
  const source = { file: fixture.path(file), text };
  const { kept } = project.fold(source);
  return { text: foldedText(project, source), reasons: kept.map(({ reason }) => reason) };
}

describe('a call whose answer is certain is that answer', () => {
  test.each([
    ['a text', `use(routeModel('blog-post'));`, `use("opus");`],
    ['a template', 'use(routeModel(`blog-post`));', `use("opus");`],
    ['a cast', `use(routeModel(('blog-post' as const)));`, `use("opus");`],
    ['a tier', `use(getTier('blog-post'));`, `use(3);`],
    ['a member of the router', `use(router.routeModel('email-draft'));`, `use("haiku");`],
    ['an optional call', `use(router?.routeModel?.('email-draft'));`, `use("haiku");`],
    ['an alias', `const own = routeModel; use(own('blog-post'));`, `const own = routeModel; use("opus");`],
    ['an override', `use(routeModel('email-draft', { override: 'opus' }));`, `use("opus");`],
    ['a hint', `use(routeModel('email-draft', { atLeast: 'sonnet' }));`, `use("sonnet");`],
    ['two hints', `use(getTier('email-draft', { 'atLeast': 'haiku', atMost: \`opus\` }));`, `use(1);`],
    ['no options', `use(routeModel('blog-post', {}));`, `use("opus");`],
    ['inside a domain, by its own line', `use(routeModel('content/teaser'));`, `use("haiku");`],
    ['an erased call', `use(routeModel<'blog-post'>());`, `use("opus");`],
    ['a member of the answer', `use(routeModel('blog-post').length);`, `use("opus".length);`],
    ['a member of a number', `use(getTier('blog-post').toFixed(1));`, `use(3 .toFixed(1));`],
    ['beside a keyword', `const f = () => { return(getTier)('blog-post') };`, `const f = () => { return 3 };`],
    ['before a keyword', `use(getTier('blog-post')in list);`, `use(3 in list);`],
    ['behind a minus', `use(-getTier('blog-post'));`, `use(-3);`],
    ['a statement', `use();\nrouteModel('blog-post');`, `use();\nvoid "opus";`],
    [
      'a statement that would be a directive',
      `const f = () => { routeModel('blog-post'); };`,
      `const f = () => { void "opus"; };`,
    ],
    [
      'a statement in a branch',
      `if (a) routeModel('blog-post'); else(routeModel)('blog-post');`,
      `if (a) void "opus"; else void "opus";`,
    ],
    [
      'a statement with a cast that would be a directive',
      `const f = () => { routeModel?.('blog-post')! as string; };`,
      `const f = () => { void "opus"! as string; };`,
    ],
    ['a number that begins a line', `const g = f\ngetTier('blog-post')>2 && g()`, `const g = f\n3>2 && g()`],
    [
      'a member of a number that begins a line',
      `const g = f\ngetTier('blog-post').toFixed()`,
      `const g = f\n3 .toFixed()`,
    ],
    ['a text that begins a line', `const g = f\nrouteModel('blog-post').split('')`, `const g = f\n"opus".split('')`],
    [
      'a number behind dots',
      `use([...[getTier('blog-post')], ...getTier('blog-post')+'']);`,
      `use([...[3], ... 3+'']);`,
    ],
    ['a number with a cast', `use(getTier('blog-post')!.toFixed());`, `use(3 !.toFixed());`],
    ['a comparison', `if (limit < getTier('blog-post')) use(() => a > b);`, `if (limit < 3) use(() => a > b);`],
    ['comparisons', `use(limit < getTier('blog-post'), (a) => a >= b);`, `use(limit < 3, (a) => a >= b);`],
    ['a greater side', `use(limit > getTier('blog-post'), a < b);`, `use(limit > 3, a < b);`],
    ['a template around it', "use(`${routeModel('blog-post')}`);", 'use(`${"opus"}`);'],
    ['twice', `use(routeModel('blog-post'), getTier('blog-post'));`, `use("opus", 3);`],
  ])('%s', (_name, text, expected) => {
    expect(fold({}, IMPORT + text)).toEqual({ text: IMPORT + expected, reasons: [] });
  });

  test.each([
    ['a default import', `import own from './router.js';\nuse(own.routeModel('blog-post'));`],
    ['a namespace', `import * as own from './router.js';\nuse(own.router.routeModel('blog-post'));`],
    ['a barrel', `import { pick } from './barrel.js';\nuse(pick('blog-post'));`],
    ['a star', `import { routeModel } from './star.js';\nuse(routeModel('blog-post'));`],
    ['a namespace of a barrel', `import { all } from './barrel.js';\nuse(all.routeModel('blog-post'));`],
  ])('through %s', (_name, text) => {
    const files = {
      'barrel.ts': `export { routeModel as pick } from './router.js';\nexport * as all from './router.js';`,
      'star.ts': `export * from './router.js';`,
    };
    expect(fold(files, text)).toEqual({ text: text.replace(/use\(.*\)/, 'use("opus")'), reasons: [] });
  });

  test.each([
    `TIERS.includes('opus');`,
    'TIERS.forEach((tier, index) => { console.log(tier, index); });',
    'export const list = TIERS.filter(Boolean).map((tier) => tier);',
    `export const line = TIERS.reduce((sum, tier) => sum + tier, '');`,
    'for (const tier in TIERS) console.log(tier);',
    'export const texts = Object.values(ROUTES), pairs = Object.entries(ROUTES);',
    'console.log(`${TIERS}`);',
  ])('of a router whose table is only read: %s', (text) => {
    const router = `${DEFINE}const TIERS = ['haiku', 'sonnet', 'opus'] as const;\nconst ROUTES = ${ROUTES} as const;\n${text}
var name = 'blog-post';\n{ const inner = 1; }\nexport const { routeModel } = defineRouter({ tiers: TIERS, default: 'opus', routes: { ...ROUTES, [name]: 'opus' } });`;
    const app = `import { routeModel } from './router.js';\nexport default () => routeModel('blog-post');`;
    expect(fold({ 'router.ts': router }, app, 'app.js').text).toBe(app.replace(/routeModel\('.*'\)/, '"opus"'));
  });

  test('in a file with the router in it', () => {
    const text = `${ROUTER}export const model = routeModel('blog-post');`;
    expect(fold({}, text).text).toBe(`${ROUTER}export const model = "opus";`);
  });

  test('of a table that is put together from constants', () => {
    const files = {
      'router.ts': `${DEFINE}import { BASE, Task } from './base.js';\nimport more from './more.json' with { type: 'json' };
const KEY = 'email' + '-draft';
const CONFIG = { ${MODELS}, routes: { ...BASE, ...more, [KEY]: 'haiku', [Task.Blog]: 'opus' } } as const;
const named = Object.freeze(defineRouter(Object.freeze(CONFIG)));
export const { routeModel } = named;
export const isListed = (task: string) => task in CONFIG.routes;
export const modelOf = (task: 'email-draft') => CONFIG.routes[task];
export const LIST = Object.keys(BASE).filter((task) => task !== '');`,
      'base.ts': `export enum Task { Blog = 'blog-post' }\nexport const BASE = { summary: 'sonnet' } as const;`,
      'more.json': '{ "report": "opus" }',
    };
    const text = `import { routeModel } from './router.js';\nuse(routeModel('blog-post'), routeModel('email-draft'), routeModel('summary'), routeModel('report'));`;
    expect(fold(files, text)).toEqual({
      // The list is made by a call, so the module stays.
      text: text
        .replace(`'./router.js';`, `'./router.js';import './router.js';`)
        .replace(/use\(.*\)/, 'use("opus", "haiku", "sonnet", "opus")'),
      reasons: [],
    });
  });
});

describe('a call whose answer is not certain stays a call', () => {
  const OTHER = 'what it calls may be another function at run time';
  const TYPE = 'its answer may be taken for a type there';
  test.each([
    ['decide, which gives more', `decide('blog-post');`, 'decide gives more than a text'],
    ['a task of no line', `routeModel('typo');`, 'no line of its own serves "typo"'],
    ['a task of a domain', `routeModel('content/other');`, 'no line of its own serves "content/other"'],
    [
      'an override of a task of no line',
      `routeModel('typo', { override: 'opus' });`,
      'no line of its own serves "typo"',
    ],
    ['a constant', `const TASK = 'blog-post'; routeModel(TASK);`, 'its task is no literal'],
    ["the router's tasks", `routeModel(tasks['blog-post']);`, 'its task is no literal'],
    ['no task', `routeModel();`, 'its task is no literal'],
    ['a template of parts', 'routeModel(`${a}`);', 'its task is no literal'],
    ['options that are no literal', `routeModel('blog-post', options);`, 'its options are no literals'],
    ['an option that is no literal', `routeModel('blog-post', { override: a });`, 'its options are no literals'],
    ['options that are spread', `routeModel('blog-post', { ...a });`, 'its options are no literals'],
    ['signals', `routeModel('blog-post', { signals: {} });`, 'its options are no literals'],
    ['a computed option', `routeModel('blog-post', { ['override']: 'opus' });`, 'its options are no literals'],
    ['an argument too many', `routeModel('blog-post', {}, a());`, 'its options are no literals'],
    ['arguments that are spread', `routeModel('blog-post', ...a);`, 'its options are no literals'],
    ['a model that is no tier', `routeModel('blog-post', { override: 'gpt' });`, '"gpt" is not a tier of this router'],
    ['hints that contradict', `routeModel('blog-post', { atLeast: 'opus', atMost: 'haiku' });`, 'so no model fits'],
    ['an injected function', `const f = ({ routeModel }: typeof router) => routeModel('blog-post');`, OTHER],
    ['a variable that is written again', `let own = routeModel; own = own.bind(null); own('blog-post');`, OTHER],
    ['a default', `export const f = ({ own = routeModel } = {}) => own('blog-post');`, OTHER],
    ['a property of an object', `const own = { routeModel }; own.routeModel('blog-post');`, OTHER],
    [
      'an annotated constant',
      `declare const a: any; const own: typeof router = a; own.routeModel('blog-post');`,
      OTHER,
    ],
    ['a field', `class A { own = routeModel; f() { return this.own('blog-post'); } }`, OTHER],
    ['bind', `routeModel.bind(null, 'blog-post')();`, OTHER],
    ['call', `routeModel.call(null, 'blog-post');`, OTHER],
    ['each of a list', `['blog-post'].map(routeModel);`, OTHER],
    ['a module that is imported at run time', `(await import('./router.js')).routeModel('blog-post');`, OTHER],
    ['a list of comparisons', `use([limit < getTier('blog-post'), other > (max + 1)]);`, TYPE],
    ['a list of comparisons of texts', `use([limit < routeModel('blog-post'), other > (2)]);`, TYPE],
    ['a chain of comparisons', `use(a<getTier('blog-post')>(2));`, TYPE],
    ['a comparison and a template', "use(a<getTier('blog-post')>`b`);", TYPE],
    ['a comparison with a part', `use(a < b[getTier('blog-post')], c > (d));`, TYPE],
    ['a comparison with what a function answers', `use(a < (() => getTier('blog-post')), c > (d));`, TYPE],
    ['a comparison with a union of bits', `use(a < (b | getTier('blog-post')), c > (d));`, TYPE],
    ['a member of an enum', `enum Kind { A = getTier('blog-post'), B }`, 'a member of an enum'],
    [
      'a function that may be called before there is a router',
      `const f = () => later('blog-post'); const { routeModel: later } = router;`,
      OTHER,
    ],
    [
      'a function that is called before there is a router',
      `f(); var later = router; function f() { return later?.routeModel('blog-post') ?? 'none'; }`,
      OTHER,
    ],
    ['a router in a branch', `if (a) { var own = router; } own?.routeModel('blog-post') ?? 'none';`, OTHER],
    ['a router that is a var and defined later', `own?.routeModel('blog-post') ?? 'none'; var own = router;`, OTHER],
    [
      'a router in another case',
      `switch (a) { case 1: const own = router; break; default: own.routeModel('blog-post'); }`,
      OTHER,
    ],
    ['a decorator', `@routeModel('blog-post') class A {}`, 'it is a decorator'],
  ])('%s', (_name, text, reason) => {
    const { text: folded, reasons } = fold({}, IMPORT + text);
    expect(folded).toBe(IMPORT + text);
    expect(reasons).toEqual([expect.stringContaining(reason)]);
  });

  const table = (routes: string, head = ''): string =>
    `${DEFINE}${head}\nexport const { routeModel } = defineRouter({ ${MODELS}, routes: ${routes} });`;
  const CHANGE = 'may change a constant that goes into it';
  const MORE = 'is more than constants';
  test.each([
    [
      'has rules',
      `${DEFINE}export const { routeModel } = defineRouter({ ${MODELS}, routes: ${ROUTES}, rules: [{ name: 'a', when: () => false, model: 'opus' }] });`,
      'its router has rules',
    ],
    [
      'has rules that are not known',
      `${DEFINE}export const { routeModel } = defineRouter({ ${MODELS}, routes: ${ROUTES}, rules: load() });`,
      'cannot be read',
    ],
    [
      'throws',
      `${DEFINE}export const { routeModel } = defineRouter({ ${MODELS}, routes: ${ROUTES}, unrouted: 'throw' });`,
      `unrouted: 'throw'`,
    ],
    [
      'observes',
      `${DEFINE}export const { routeModel } = defineRouter({ ${MODELS}, routes: ${ROUTES}, unrouted: () => {} });`,
      'unrouted: a function',
    ],
    [
      'may throw',
      `${DEFINE}export const { routeModel } = defineRouter({ ${MODELS}, routes: ${ROUTES}, unrouted: process.env.CI ? 'throw' : 'warn' });`,
      'unrouted:',
    ],
    ['has a line that is not known', table(`{ ...${ROUTES}, other: process.env.MODEL }`), 'cannot be read'],
    ['has a spread that is not known', table(`{ ...${ROUTES}, ...load() }`), 'cannot be read'],
    ['would be refused', table(`{ 'blog-post': 'gpt' }`), 'cannot be read'],
    [
      'is chosen at run time',
      `${DEFINE}const one = defineRouter({ ${MODELS}, routes: ${ROUTES} });\nexport const { routeModel } = process.env.CI ? one : one;`,
      OTHER,
    ],
    [
      'is a variable',
      `${DEFINE}export let { routeModel } = defineRouter({ ${MODELS}, routes: ${ROUTES} });\nexport const mock = (fake: any) => { routeModel = fake; };`,
      OTHER,
    ],
    ['has a table that a function is handed', table('TABLE', `const TABLE: any = ${ROUTES};\npatch(TABLE);`), CHANGE],
    [
      'has a table that a function is handed in a list',
      table('TABLE', `const TABLE = ${ROUTES} as const;\n[TABLE].forEach(patch);`),
      CHANGE,
    ],
    [
      'has a table with another name',
      table('TABLE', `const TABLE = ${ROUTES} as const;\nconst other = TABLE;\npatch(other);`),
      CHANGE,
    ],
    [
      'has a table that a function gives away',
      table('TABLE', `const TABLE = ${ROUTES} as const;\nexport const get = () => TABLE;`),
      CHANGE,
    ],
    [
      'has a table that is imported and handed on',
      `${DEFINE}import { TABLE } from './table.js';\npatch(TABLE);\nexport const { routeModel } = defineRouter({ ${MODELS}, routes: TABLE });`,
      CHANGE,
    ],
    [
      'has a table of a namespace that is handed on',
      `${DEFINE}import * as t from './table.js';\npatch(t.TABLE);\nexport const { routeModel } = defineRouter({ ${MODELS}, routes: t.TABLE });`,
      CHANGE,
    ],
    [
      'has a table that a tag is handed',
      table('TABLE', `const TABLE = ${ROUTES} as const;\ntag\`\${TABLE}\`;`),
      CHANGE,
    ],
    ['has a table where code is evaluated', table('TABLE', `const TABLE = ${ROUTES} as const;\neval(code);`), CHANGE],
    [
      'has a table whose parts are handed on',
      table('ALL.routes', `const ALL = { routes: ${ROUTES} } as const;\nObject.values(ALL).forEach(patch);`),
      CHANGE,
    ],
    ...[
      'TIERS.valueOf().reverse();',
      `const method = 'reverse';\nTIERS[method]();`,
      `TIERS['rev' + 'erse']();`,
      `TIERS[a ? 'reverse' : 'at']();`,
      'TIERS.forEach((tier, index, all) => { if (index === 0) all[0] = tier; });',
      'TIERS.map(function () { arguments[2].reverse(); });',
      'TIERS.some((...all) => patch(all));',
      'TIERS.reduce((sum, tier, index, all) => patch(all));',
      'TIERS.every(patch);',
    ].map((text) => [
      `has tiers of which it is said: ${text}`,
      `${DEFINE}const TIERS: any = ['haiku', 'sonnet', 'opus'];\n${text}\nexport const { routeModel } = defineRouter({ tiers: TIERS, default: 'opus', routes: { 'blog-post': 'opus' } });`,
      CHANGE,
    ]),
    [
      'spreads what is written later',
      table(`{ ...${ROUTES}, ...OVER }`) + `\nvar OVER = { 'blog-post': 'haiku' };`,
      'cannot be read',
    ],
    [
      'spreads what is written in a branch',
      table(`{ ...${ROUTES}, ...OVER }`, `if (a) { var OVER = { 'blog-post': 'haiku' }; }`),
      'cannot be read',
    ],
    [
      'spreads what is exported in a branch',
      `${DEFINE}import { BRANCH } from './table.js';\nexport const { routeModel } = defineRouter({ ${MODELS}, routes: { ...${ROUTES}, ...BRANCH } });`,
      MORE,
    ],
    [
      'has a key that is written later',
      table(`{ ...${ROUTES}, [KEY]: 'haiku' }`) + `\nvar KEY = 'blog-post';`,
      'cannot be read',
    ],
    [
      'has tiers that are sorted',
      `${DEFINE}const TIERS = ['opus', 'haiku'] as const;\nexport const { routeModel } = defineRouter({ tiers: TIERS.toReversed(), default: 'opus', routes: { 'blog-post': 'opus' } });`,
      MORE,
    ],
    [
      'has tiers that are sorted in place',
      `${DEFINE}const TIERS: any = ['opus', 'haiku'];\nTIERS.reverse();\nexport const { routeModel } = defineRouter({ tiers: TIERS, default: 'opus', routes: { 'blog-post': 'opus' } });`,
      'the tiers are not a list',
    ],
    [
      'has lines that are computed',
      table(`Object.fromEntries(Object.entries(${ROUTES}).filter(([task]) => task !== 'blog-post'))`),
      'some may be missing',
    ],
  ])('because the router %s', (_name, router, reason) => {
    const text = `import { routeModel } from './router.js';\nuse(routeModel('blog-post', { atLeast: 'opus' }));`;
    const branch = `if (Math.random() < 1) { var BRANCH = { 'blog-post': 'haiku' }; }\nexport { BRANCH };`;
    const files = { 'router.ts': router, 'table.ts': `export const TABLE = ${ROUTES} as const;\n${branch}` };
    const { text: folded, reasons } = fold(files, text);
    expect(folded).toBe(text);
    expect(reasons).toEqual([expect.stringContaining(reason)]);
  });

  test('because it is one of two routers', () => {
    const files = { 'other.ts': ROUTER.replace("'opus', 'email", "'haiku', 'email") };
    const text = `${IMPORT}import { routeModel as other } from './other.js';\n(Math.random() < 1 ? routeModel : other)('blog-post');`;
    expect(fold(files, text)).toEqual({ text, reasons: ['it may be one of several routers'] });
  });

  test('because the router is written by hand', () => {
    const files = {
      'taskroute.json': `{ "routers": [{ "module": "hand.js", "table": "R", "default": "sonnet", "tiers": ["sonnet", "opus"], "functions": ["pick"] }] }`,
      'hand.js': `const R = { 'blog-post': 'opus' };\nexport const pick = (task) => R[task] ?? 'sonnet';`,
    };
    const text = `import { pick } from './hand.js';\npick('blog-post');`;
    expect(fold(files, text)).toEqual({ text, reasons: ['pick is written by hand'] });
  });
});

test('where nothing is said of unrouted tasks, the default is certain too', () => {
  const silent = ROUTER.replace('routes: ROUTES', `routes: ROUTES, unrouted: 'silent'`);
  const text = `${IMPORT}use(routeModel('typo'), routeModel('content/other'), getTier('typo', { atLeast: 'opus' }));`;
  expect(fold({ 'router.ts': silent }, text)).toEqual({
    text: `${IMPORT}use("sonnet", "sonnet", 3);`,
    reasons: [],
  });
});

describe('what a module does when it is loaded is done, though a compiler drops an import that no value is read of', () => {
  const LOUD = { 'router.ts': `${ROUTER}console.log('loaded');` };
  const again = (text: string): string => text.replace(`'./router.js';`, `'./router.js';import './router.js';`);

  test.each([
    ['app.ts', again(IMPORT)],
    ['app.mts', again(IMPORT)],
    ['app.tsx', again(IMPORT)],
    // In JavaScript every import stays.
    ['app.js', IMPORT],
  ])('%s', (file, head) => {
    const calls = `use(routeModel('blog-post'), router.getTier('blog-post'));`;
    expect(fold(LOUD, IMPORT + calls, file).text).toBe(`${head}use("opus", 3);`);
  });

  test('without a semicolon, through a barrel, and not for an import that is read all the same', () => {
    const barrel = { ...LOUD, 'barrel.ts': `export * from './router.js';` };
    const text = `import { routeModel as pick } from './barrel.js'\nuse(pick('blog-post'))`;
    expect(fold(barrel, text).text).toBe(
      `import { routeModel as pick } from './barrel.js';import './barrel.js';\nuse("opus")`,
    );
    const alias = `${IMPORT}const own = routeModel; use(own('blog-post'));`;
    expect(fold(LOUD, alias).text).toBe(`${IMPORT}const own = routeModel; use("opus");`);
  });

  test('edits are more than calls there', () => {
    using fixture = createFixture(LOUD);
    const source = { file: fixture.path('app.ts'), text: `${IMPORT}use(routeModel('blog-post'));` };
    const { edits, calls } = createProject({ root: fixture.root }).fold(source);
    expect([calls, edits.map(({ text }) => text)]).toEqual([1, [`'./router.js';import './router.js';`, '"opus"']]);
  });
});

test('strings, templates, comments and shadowed names stay as they are', () => {
  const text = `${IMPORT}"routeModel('blog-post')"; \`routeModel('blog-post')\`; /routeModel('blog-post')/; // routeModel('blog-post')
{ const routeModel = (task: string) => task; routeModel('blog-post'); }`;
  expect(fold({}, text)).toEqual({ text, reasons: [] });
});

test('a table that is changed on the disk changes the answer at once', () => {
  using fixture = createFixture({ 'router.ts': ROUTER });
  const project = createProject({ root: fixture.root });
  const text = `${IMPORT}use(routeModel('blog-post'));`;
  expect(foldIn(project, fixture, text).text).toContain('use("opus")');
  fixture.write('router.ts', ROUTER.replace("'blog-post': 'opus'", "'blog-post': 'haiku'"));
  expect(foldIn(project, fixture, text).text).toContain('use("haiku")');
  fixture.write('router.ts', `${ROUTER}patch(ROUTES);`);
  expect(foldIn(project, fixture, text).text).toContain("use(routeModel('blog-post'))");
  const { files } = project.fold({ file: fixture.path('app.ts'), text });
  expect(files).toContain(fixture.path('router.ts'));
});

test('what cannot be read is not folded, and nothing throws', () => {
  using fixture = createFixture({ 'router.ts': ROUTER });
  const project = createProject({ root: fixture.root });
  const nothing = { edits: [], calls: 0, kept: [], files: [] };
  expect(project.fold(fixture.path('missing.ts'))).toEqual(nothing);
  expect(project.fold({ file: fixture.path('app.ts'), text: `${IMPORT}routeModel('blog-post'` })).toEqual(nothing);
});
