import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { runIn } from './run.ts';
import { faultsOfJson } from './schema.ts';
import { FILES, OTHER } from './two-tables.ts';

test('a line is added behind the last one of its model, in the way of those that are there', async () => {
  using fixture = createFixture({
    ...FILES,
    'src/late.ts': `import { routeModel } from './router.js';\nrouteModel('follow-up');\n`,
  });
  const { exit, out, err } = await runIn(fixture.root, 'add', 'follow-up', 'haiku');
  expect([exit, err]).toEqual([0, '']);
  expect(out).toMatchInlineSnapshot(`
    "route follow-up to haiku
    --- a/src/router.ts
    +++ b/src/router.ts
    @@ -5,4 +5,5 @@
       'classification': 'haiku', // cheap
       'cold-outreach': "haiku",
    +  'follow-up': "haiku",
     
       // opus: long form

    1 call asks for it:
      src/late.ts:2:1  routeModel  follow-up  sonnet (default) → haiku (route)
    cannot verify: 1 call asks for tasks that the text does not tell; see taskroute audit
    written: src/router.ts
    "
  `);
});

test('its JSON is as the schema says', async () => {
  using fixture = createFixture(FILES);
  const { out } = await runIn(fixture.root, 'add', 'follow-up', 'haiku', '--json', '--reason', 'asked for');
  expect(faultsOfJson('edit', out)).toEqual([]);
  const { from, to, summary, written } = JSON.parse(out) as Record<string, unknown>;
  expect([from, to, summary, written]).toEqual([null, 'haiku', 'route follow-up to haiku: asked for', true]);
});

test("a domain's default changes the calls that it will serve", async () => {
  using fixture = createFixture({
    ...FILES,
    'src/late.ts': `import { routeModel } from './router.js';\nrouteModel('ops/restart');\n`,
  });
  const { out } = await runIn(fixture.root, 'add', 'ops/*', 'haiku');
  expect(out).toContain('src/late.ts:2:1  routeModel  ops/restart  sonnet (default) → haiku (domain)');
});

describe('where it is written', () => {
  const router = (routes: string, head = '') =>
    `import { defineRouter } from '@taskroute/router';\n${head}export const r = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: ${routes} });\n`;
  const cases: readonly (readonly [name: string, task: string, before: string, after: string, head?: string])[] = [
    ['in an empty table', 'new', '{}', `{\n  'new': 'opus',\n}`],
    ['in a table of comments', 'new', '{\n  // none yet\n}', `{\n  // none yet\n  'new': 'opus',\n}`],
    ['on one line', 'new', `{ a: 'opus', b: 'haiku' }`, `{ a: 'opus', new: 'opus', b: 'haiku' }`],
    [
      'behind the last line without a comma',
      'new',
      `{\n  a: "haiku" // low\n}`,
      `{\n  a: "haiku", // low\n  new: "opus"\n}`,
    ],
    ['with quotes where it needs them', 'a-b', `{\n  a: 'opus',\n}`, `{\n  a: 'opus',\n  'a-b': 'opus',\n}`],
    ['with quotes where the others have them', 'new', `{\n\t"a": "opus",\n}`, `{\n\t"a": "opus",\n\t"new": "opus",\n}`],
    [
      'with a cast where the line before has one',
      'new',
      `{\n  a: 'opus' as const,\n}`,
      `{\n  a: 'opus' as const,\n  new: 'opus' as const,\n}`,
    ],
    [
      "with an enum's member where the lines have such",
      'new',
      `{\n  a: M.Haiku,\n}`,
      `{\n  a: M.Haiku,\n  new: M.Opus,\n}`,
      `enum M { Haiku = 'haiku', Opus = 'opus' }\n`,
    ],
    [
      'behind a comment of several lines',
      'new',
      `{\n  a: 'opus', /* one\n  two */\n}`,
      `{\n  a: 'opus', new: 'opus', /* one\n  two */\n}`,
    ],
    ['behind a spread', 'new', `{\n  ...BASE,\n}`, `{\n  ...BASE,\n  'new': 'opus',\n}`, `const BASE = {} as const;\n`],
    [
      'with the commas first',
      'new',
      `{\n    a: 'opus'\n  , b: 'haiku'\n}`,
      `{\n    a: 'opus', new: 'opus'\n  , b: 'haiku'\n}`,
    ],
  ];
  test.each(cases.map(([name, task, before, after, head = '']) => ({ name, task, before, after, head })))(
    '$name',
    async ({ task, before, after, head }) => {
      using fixture = createFixture({ 'r.ts': router(before, head) });
      expect(await runIn(fixture.root, 'add', task, 'opus')).toMatchObject({ exit: 0, err: '' });
      expect(readFileSync(fixture.path('r.ts'), 'utf8')).toBe(router(after, head));
    },
  );

  test('with its domain, where the table is put together of several', async () => {
    using fixture = createFixture({
      'content.ts': `export const CONTENT = {\n  'content/*': 'haiku',\n} as const;\n`,
      'r.ts': router(`{ ...CONTENT, x: 'opus' }`, `import { CONTENT } from './content.js';\n`),
    });
    expect((await runIn(fixture.root, 'add', 'content/new', 'opus')).exit).toBe(0);
    expect(readFileSync(fixture.path('content.ts'), 'utf8')).toContain(`  'content/new': 'opus',\n}`);
  });
});

test('a line that is there with that model is nothing to do', async () => {
  using fixture = createFixture(FILES);
  expect(await runIn(fixture.root, 'add', 'contract', 'sonnet')).toMatchObject({
    exit: 0,
    out: 'nothing to do: contract is routed to sonnet already\n',
  });
});

describe('what cannot be is said, with exit 2', () => {
  const cases: readonly (readonly [
    name: string,
    files: Readonly<Record<string, string>>,
    argv: readonly string[],
    err: RegExp,
  ])[] = [
    [
      'a line that is there',
      FILES,
      ['contract', 'opus'],
      /"contract" is routed to sonnet \(src\/router\.ts:10:3\); taskroute move changes that/,
    ],
    ['a name that no table takes', FILES, ['a//b', 'opus'], /the route "a\/\/b" is malformed; write/],
    ['an empty name', FILES, ['', 'opus'], /the route "" is malformed/],
    ['a name that would set a prototype', FILES, ['__proto__', 'opus'], /prototype/],
    [
      'one of several routers',
      { ...FILES, 'src/other.ts': OTHER },
      ['new', 'opus'],
      /several routers could take a line "new"; name one with --router: src\/other\.ts#other, src\/router\.ts#router/,
    ],
    [
      'a table with a part that cannot be read',
      { 'r.ts': OTHER.replace('{ ', '{ ').replace(`routes: {`, 'routes: { ...(globalThis as any).rest,') },
      ['new', 'opus'],
      /cannot add new: part of the table cannot be read: .*; nothing was written/,
    ],
  ];
  test.each(cases)('%s', async (_, files, argv, err) => {
    using fixture = createFixture(files);
    const ran = await runIn(fixture.root, 'add', ...argv);
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(err);
    for (const [name, text] of Object.entries(files)) expect(readFileSync(fixture.path(name), 'utf8')).toBe(text);
  });
});
