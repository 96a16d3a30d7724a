import fc from 'fast-check';

/** A router in JavaScript and a file of calls in TypeScript, where `a < b, c > (d)` may be a list of types. */
export interface RoutedProgram {
  readonly router: string;
  readonly app: string;
}

const TASKS = [
  'blog-post',
  'email-draft',
  'content/teaser',
  'content/a/b',
  'constructor',
  '__proto__x',
  'caf\u00e9 🦊',
  "it's",
];
const DOMAINS = ['content/*', 'content/a/*'];
const TIERS = ['haiku', 'sonnet', 'opus', 'a"b', 'line\nbreak'];

const text = (value: string): string => JSON.stringify(value);
const sureName = fc.constantFrom(...TASKS, ...DOMAINS);
const anyTask = fc.oneof(sureName, fc.constantFrom('typo', 'content/other', 'content/a/x', '', 'a/b/c', '/'));

const tiers = fc.uniqueArray(fc.constantFrom(...TIERS), { minLength: 1 });

type Shape = (lines: string) => readonly [string, string];

/** How a table can be written; each with what has to stand before it. */
const certain = fc.constantFrom<Shape>(
  (lines) => ['', `{ ${lines} }`],
  (lines) => [`const TABLE = { ${lines} };\n`, 'TABLE'],
  (lines) => [`const BASE = { ${lines} };\nconst MORE = { ...BASE };\n`, '{ ...BASE, ...MORE }'],
  (lines) => [`const TABLE = Object.freeze({ ${lines} });\nexport const keys = Object.keys(TABLE);\n`, 'TABLE'],
  (lines) => [
    `{ var TABLE = { ${lines} }; }\nexport const texts = Object.values(TABLE).concat(\`\${TABLE}\`);\n`,
    'TABLE',
  ],
  (lines) => [`export var TABLE = { ${lines} };\nvar KEY = 'blog-post';\n`, '{ [KEY]: TIERS[0], ...TABLE }'],
);
const uncertain = fc.constantFrom<Shape>(
  (lines) => [
    `const TABLE = { ${lines} };\nconst patch = (table) => { for (const key in table) table[key] = TIERS[0]; };\npatch(TABLE);\n`,
    'TABLE',
  ],
  (lines) => [`const TABLE = { ${lines} };\nfor (const key in TABLE) TABLE[key] = TIERS.at(-1);\n`, 'TABLE'],
  (lines) => [
    `const TABLE = { ${lines} };\nconst tag = (texts, table) => { for (const key in table) table[key] = TIERS.at(-1); };\ntag\`\${TABLE}\`;\n`,
    'TABLE',
  ],
  (lines) => [`const TABLE = { ${lines} };\neval("for (const key in TABLE) TABLE[key] = TIERS.at(-1)");\n`, 'TABLE'],
  (lines) => [
    `const ALL = { table: { ${lines} } };\nObject.values(ALL).forEach((table) => { for (const key in table) table[key] = TIERS.at(-1); });\n`,
    'ALL.table',
  ],
  (lines) => [
    `if (TIERS.length > 1) { var OVER = { 'blog-post': TIERS[0], ${lines} }; }\n`,
    `{ 'blog-post': TIERS.at(-1), ...OVER }`,
  ],
  (lines) => [
    `try { if (TIERS.length > 1) throw 1; var OVER = { ${lines} }; } catch {}\n`,
    `{ 'blog-post': TIERS.at(-1), ...OVER }`,
  ],
  (lines) => [`switch (TIERS.length) { case 2: var OVER = { ${lines} }; }\n`, `{ 'blog-post': TIERS.at(-1), ...OVER }`],
  (lines) => [
    `out: { if (TIERS.length > 1) break out; var OVER = { ${lines} }; }\n`,
    `{ 'blog-post': TIERS.at(-1), ...OVER }`,
  ],
  (lines) => ['', `{ 'blog-post': TIERS.at(-1), ${lines}, ...LATER }`],
  (lines) => ['', `{ ${lines}, [LATE_KEY]: TIERS.at(-1) }`],
  (lines) => ['', `Object.fromEntries(Object.entries({ ${lines} }).filter(([task]) => task.length > 9))`],
);
const shape = fc.oneof({ weight: 3, arbitrary: certain }, { weight: 1, arbitrary: uncertain });

/** What is done to the list of models before the router is made: most of it only reads. */
const touched = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'TIERS.includes(TIERS[0]); TIERS.join();',
      'TIERS.forEach((tier, index) => index); TIERS.map(String).filter(Boolean).reverse();',
      `TIERS.reduce((sum, tier) => sum + tier, '');`,
      'TIERS.toReversed().reverse(); TIERS.slice().reverse();',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'TIERS.valueOf().reverse();',
      `const method = 'reverse'; TIERS[method]();`,
      `TIERS['rev' + 'erse']();`,
      `TIERS[TIERS.length > 0 ? 'reverse' : 'at']();`,
      'TIERS.forEach((tier, index, all) => { if (index === 0) all.push(all.shift()); });',
      'TIERS.map(function () { if (arguments[1] === 0) arguments[2].reverse(); });',
      'TIERS.some((...each) => { each[2].reverse(); return true; });',
      'TIERS.reduce((sum, tier, index, all) => { if (index === 1) all.reverse(); return tier; }, 0);',
      'const turn = (tier, index, all) => { if (index === 0) all.reverse(); }; TIERS.forEach(turn);',
    ),
  },
);

const router = fc
  .record({
    tiers,
    routes: fc.uniqueArray(sureName, { minLength: 1, maxLength: 8 }),
    shape,
    touched,
    picks: fc.infiniteStream(fc.nat()),
  })
  .chain(({ tiers: models, routes, shape: write, touched: touch, picks }) => {
    const pick = (): string => models[(picks.next().value ?? 0) % models.length] ?? '';
    const [head, table] = write(routes.map((task) => `${text(task)}: ${text(pick())}`).join(', '));
    const fallback = text(pick());
    return fc
      .record({
        order: fc.constantFrom('TIERS', 'TIERS', 'TIERS', '[...TIERS]', 'TIERS.toReversed()'),
        unrouted: fc.constantFrom(
          '',
          '',
          `unrouted: 'silent',`,
          `unrouted: 'silent',`,
          `unrouted: 'warn',`,
          `unrouted: 'throw',`,
          'unrouted: ({ task }) => globalThis.heard.push(task),',
        ),
        rules: fc.constantFrom(
          '',
          '',
          '',
          `rules: [{ name: 'long', when: (task) => task.length > 8, model: TIERS[0] }],`,
        ),
      })
      .map(({ order, unrouted, rules }) => ({
        models,
        routes,
        text: `import { defineRouter } from '@taskroute/router';
export const TIERS = [${models.map(text).join(', ')}];
${touch}
${head}export const router = defineRouter({ tiers: ${order}, default: ${fallback}, routes: ${table}, ${unrouted} ${rules} });
export const { routeModel, getTier, decide, tasks } = router;
var LATER = { 'blog-post': TIERS[0] }, LATE_KEY = 'blog-post';
`,
      }));
  });

function callOf(models: readonly string[], routes: readonly string[]): fc.Arbitrary<string> {
  const model = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...models) }, fc.constant('gpt')).map(text);
  const option = fc
    .tuple(fc.constantFrom('override', 'atLeast', 'atMost'), model)
    .map(([key, value]) => `${key}: ${value}`);
  const options = fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 2, arbitrary: fc.array(option, { maxLength: 3 }).map((each) => `, { ${each.join(', ')} }`) },
    fc.constantFrom(', undefined', ', options', ', { ...options }', ', { signals: { a: 1 } }'),
  );
  const callee = fc.constantFrom(
    'routeModel',
    'routeModel',
    'getTier',
    'decide',
    'router.routeModel',
    'own',
    'all.getTier',
    'stub.routeModel',
  );
  const task = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('blog-post', ...routes).map(text) },
    { weight: 2, arbitrary: anyTask.map(text) },
    { weight: 1, arbitrary: sureName.map((each) => `tasks[${text(each)}]`) },
    fc.constantFrom('TASK', "'blog' + '-post'", '`blog-post`', ''),
  );
  const around = fc.constantFrom<readonly [string, string]>(
    ['', ''],
    ['(', ').length'],
    ['[', ']'],
    ['typeof ', ''],
    ['`${', '}`'],
    ['-', ''],
    ['String(', ')'],
    ['(', ' as any).at?.(0)'],
    ['', '!.toString()'],
    ['', '.toString().length'],
    ['String([...', ' + ""])'],
    ['[limit < ', ', other > (1)]'],
    ['[limit<', ',other>(other + 1)]'],
    ['limit<', '>(other)'],
    ['limit < ', ' > `a`'],
    ['[limit < (other | ', '), other > (1)]'],
    ['[limit < [limit][', '], other > (1)]'],
    ['[limit < (() => ', ')(), other > (1)]'],
    ['limit < ', ' || limit >= other'],
    ['[limit > ', ', limit < other]'],
    ['other ? ', '\n: 0'],
  );
  return fc
    .tuple(callee, task, options, around)
    .map(([name, one, more, [head, tail]]) => `${head}${name}(${one}${one === '' ? '' : more})${tail}`);
}

/** A call's answer is said, in an expression or by a function whose code has no semicolons. */
const saying = fc.constantFrom<(call: string) => string>(
  (call) => `say(() => ${call});`,
  (call) => `say(() => ${call});`,
  (call) => `say(() => { return ${call} });`,
  (call) => `say(() => { const made = limit\n${call}\nreturn made === limit });`,
  (call) => `say(() => { let made: any = limit\n${call}>other && (made = other)\nreturn made === limit });`,
  (call) => `say(function (this: any) { ${call}\nreturn this === undefined });`,
  (call) => `say(() => { if (other)${call}\nelse ${call}\nreturn other });`,
);

/** Every call's answer, or the code of what it throws, is said in order. */
export const routedProgram: fc.Arbitrary<RoutedProgram> = router.chain(({ models, routes, text: table }) =>
  fc.array(fc.tuple(saying, callOf(models, routes)), { minLength: 1, maxLength: 12 }).map((calls) => ({
    router: table,
    app: `import { routeModel, getTier, decide, tasks, router, TIERS } from './router.js';
import * as all from './router.js';
const own: any = router.routeModel, TASK: any = 'blog-post', options: any = { atLeast: TIERS[0] };
const stub: any = { routeModel };
const limit: any = (what: any) => { said.push('called'); return what }, other: any = 5;
export const said: any[] = [];
const say = (answer: any) => { try { said.push(answer()); } catch (error: any) { said.push(error.code ?? error.message); } };
say(() => early?.routeModel('blog-post') ?? 'none');
say(() => branch?.routeModel('blog-post') ?? 'none');
if (TIERS.length > 1) var branch = router;
var early = router;
say(() => early?.routeModel('blog-post') ?? 'none');
${calls.map(([write, call]) => write(call)).join('\n')}
stub.routeModel = () => 'stub';
say(() => stub.routeModel('blog-post'));
`,
  })),
);
