import fc from 'fast-check';

/** A router and a file of calls, as two modules of JavaScript. */
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
);
const uncertain = fc.constantFrom<Shape>(
  (lines) => [
    `const TABLE = { ${lines} };\nconst patch = (table) => { for (const key in table) table[key] = TIERS[0]; };\npatch(TABLE);\n`,
    'TABLE',
  ],
  (lines) => [`const TABLE = { ${lines} };\nfor (const key in TABLE) TABLE[key] = TIERS.at(-1);\n`, 'TABLE'],
  (lines) => ['', `Object.fromEntries(Object.entries({ ${lines} }).filter(([task]) => task.length > 9))`],
);
const shape = fc.oneof({ weight: 4, arbitrary: certain }, { weight: 1, arbitrary: uncertain });

const router = fc
  .record({
    tiers,
    routes: fc.uniqueArray(sureName, { minLength: 1, maxLength: 8 }),
    shape,
    picks: fc.infiniteStream(fc.nat()),
  })
  .chain(({ tiers: models, routes, shape: write, picks }) => {
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
${head}export const router = defineRouter({ tiers: ${order}, default: ${fallback}, routes: ${table}, ${unrouted} ${rules} });
export const { routeModel, getTier, decide, tasks } = router;
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
  );
  return fc
    .tuple(callee, task, options, around)
    .map(([name, one, more, [head, tail]]) => `${head}${name}(${one}${one === '' ? '' : more})${tail}`);
}

/** Every call's answer, or the code of what it throws, is said in order. */
export const routedProgram: fc.Arbitrary<RoutedProgram> = router.chain(({ models, routes, text: table }) =>
  fc.array(callOf(models, routes), { minLength: 1, maxLength: 12 }).map((calls) => ({
    router: table,
    app: `import { routeModel, getTier, decide, tasks, router, TIERS } from './router.js';
import * as all from './router.js';
const own = router.routeModel, TASK = 'blog-post', options = { atLeast: TIERS[0] };
const stub = { routeModel };
export const said = [];
const say = (answer) => { try { said.push(answer()); } catch (error) { said.push(error.code ?? error.message); } };
${calls.map((call) => `say(() => ${call});`).join('\n')}
stub.routeModel = () => 'stub';
say(() => stub.routeModel('blog-post'));
`,
  })),
);
