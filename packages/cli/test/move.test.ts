import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { runIn } from './run.ts';
import { faultsOfJson } from './schema.ts';
import { FILES, OTHER } from './two-tables.ts';

test('a move rewrites one value, and shows the diff and what it does to the callers', async () => {
  using fixture = createFixture(FILES);
  const { exit, out, err } = await runIn(fixture.root, 'move', 'cold-outreach', 'sonnet', '--reason', "it's  better");
  expect(out).toMatchInlineSnapshot(`
    "move cold-outreach from haiku to sonnet: it's better
    --- a/src/router.ts
    +++ b/src/router.ts
    @@ -4,5 +4,5 @@
       // haiku: quick
       'classification': 'haiku', // cheap
    -  'cold-outreach': "haiku",
    +  'cold-outreach': "sonnet",
     
       // opus: long form

    2 calls ask for it:
      src/mail.ts:3:21  routeModel  cold-outreach  haiku (route) → sonnet (route)
      src/mail.ts:4:21  routeModel  cold-outreach  sonnet (route, atLeast) → sonnet (route)
    cannot verify: 1 call asks for tasks that the text does not tell; see taskroute audit
    written: src/router.ts
    git commit -m 'move cold-outreach from haiku to sonnet: it'\\''s better' -- src/router.ts
    "
  `);
  expect([exit, err]).toEqual([0, '']);
  expect(readFileSync(fixture.path('src/router.ts'), 'utf8')).toBe(
    FILES['src/router.ts'].replace(`'cold-outreach': "haiku"`, `'cold-outreach': "sonnet"`),
  );
});

test('its JSON is as the schema says, and a dry run writes nothing', async () => {
  using fixture = createFixture(FILES);
  const { exit, out } = await runIn(fixture.root, 'move', 'cold-outreach', 'opus', '--dry-run', '--json');
  expect(exit).toBe(0);
  expect(faultsOfJson('edit', out)).toEqual([]);
  expect(JSON.parse(out)).toMatchInlineSnapshot(`
    {
      "callers": [
        {
          "after": [
            {
              "from": "cold-outreach",
              "hint": null,
              "model": "opus",
              "routed": "opus",
              "task": "cold-outreach",
              "tier": 3,
              "version": "ztdflb",
              "via": "route",
            },
          ],
          "before": [
            {
              "from": "cold-outreach",
              "hint": null,
              "model": "haiku",
              "routed": "haiku",
              "task": "cold-outreach",
              "tier": 1,
              "version": "1gi42bk",
              "via": "route",
            },
          ],
          "callee": "routeModel",
          "column": 21,
          "file": "src/mail.ts",
          "form": "value",
          "line": 3,
        },
        {
          "after": [
            {
              "from": "cold-outreach",
              "hint": null,
              "model": "opus",
              "routed": "opus",
              "task": "cold-outreach",
              "tier": 3,
              "version": "ztdflb",
              "via": "route",
            },
          ],
          "before": [
            {
              "from": "cold-outreach",
              "hint": "atLeast",
              "model": "sonnet",
              "routed": "haiku",
              "task": "cold-outreach",
              "tier": 2,
              "version": "1gi42bk",
              "via": "route",
            },
          ],
          "callee": "routeModel",
          "column": 21,
          "file": "src/mail.ts",
          "form": "value",
          "line": 4,
        },
      ],
      "command": "move",
      "dryRun": true,
      "files": [
        {
          "diff": "--- a/src/router.ts
    +++ b/src/router.ts
    @@ -4,5 +4,5 @@
       // haiku: quick
       'classification': 'haiku', // cheap
    -  'cold-outreach': "haiku",
    +  'cold-outreach': "opus",
     
       // opus: long form
    ",
          "file": "src/router.ts",
        },
      ],
      "from": "haiku",
      "inTheWay": [],
      "mentions": [],
      "name": "cold-outreach",
      "reason": null,
      "routers": [
        "src/router.ts#router",
      ],
      "summary": "move cold-outreach from haiku to opus",
      "task": "cold-outreach",
      "to": "opus",
      "unverified": 1,
      "version": 1,
      "written": false,
    }
  `);
  expect(readFileSync(fixture.path('src/router.ts'), 'utf8')).toBe(FILES['src/router.ts']);
});

test('a domain is moved with the calls that it serves', async () => {
  using fixture = createFixture(FILES);
  const { out } = await runIn(fixture.root, 'move', 'content/*', 'opus');
  expect(out).toContain('src/mail.ts:8:23  routeModel  content/teaser  sonnet (domain) → opus (domain)');
});

test('where the table says so already there is nothing to do', async () => {
  using fixture = createFixture(FILES);
  expect(await runIn(fixture.root, 'move', 'contract', 'sonnet')).toEqual({
    exit: 0,
    out: 'nothing to do: contract is routed to sonnet already\n',
    err: '',
  });
  const { out } = await runIn(fixture.root, 'move', 'contract', 'sonnet', '--json');
  expect(faultsOfJson('edit', out)).toEqual([]);
});

describe('what cannot be is said, with exit 2', () => {
  const cases: readonly (readonly [name: string, argv: readonly string[], err: string])[] = [
    [
      'a model that is no tier',
      ['contract', 'gpt'],
      `"gpt" is not a tier of src/router.ts#router; write "haiku", "sonnet" or "opus"`,
    ],
    ['a task that is misspelt', ['contrct', 'opus'], `no table has a line "contrct"; did you mean "contract"?`],
    [
      'a task that is none',
      ['health-check', 'opus'],
      'no table has a line "health-check"; taskroute audit shows the lines there are, taskroute add writes one',
    ],
    [
      'a task of several routers',
      ['blog-post', 'opus'],
      'several routers have a line "blog-post"; name one with --router: src/other.ts#other, src/router.ts#router',
    ],
    [
      'a router that is none',
      ['blog-post', 'opus', '--router', 'src/x.ts'],
      'no router is called src/x.ts; name one of src/other.ts#other, src/router.ts#router',
    ],
  ];
  test.each(cases)('%s', async (_, argv, err) => {
    using fixture = createFixture({ ...FILES, 'src/other.ts': OTHER });
    expect(await runIn(fixture.root, 'move', ...argv)).toEqual({ exit: 2, out: '', err: `taskroute: ${err}\n` });
  });

  test('a folder without a router', async () => {
    using fixture = createFixture({ 'a.ts': 'export {};' });
    const { exit, err } = await runIn(fixture.root, 'move', 'a', 'b');
    expect([exit, err.split(';')[0]]).toEqual([2, 'taskroute: no router was found here']);
  });
});

test('--router names one of several', async () => {
  using fixture = createFixture({ ...FILES, 'src/other.ts': OTHER });
  const { exit } = await runIn(fixture.root, 'move', 'blog-post', 'opus', '--router', 'src/other.ts');
  expect(exit).toBe(0);
  expect(readFileSync(fixture.path('src/other.ts'), 'utf8')).toContain(`'blog-post': 'opus'`);
  expect(readFileSync(fixture.path('src/router.ts'), 'utf8')).toBe(FILES['src/router.ts']);
});

describe('a line that two routers share', () => {
  const shared = {
    'shared.ts': `export const SHARED = { 'blog-post': 'haiku' } as const;\n`,
    'a.ts': `import { defineRouter } from '@taskroute/router';\nimport { SHARED } from './shared.js';\nexport const a = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: { ...SHARED, x: 'haiku' } });\na.routeModel('blog-post');\n`,
    'b.ts': `import { defineRouter } from '@taskroute/router';\nimport { SHARED } from './shared.js';\nexport const b = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: SHARED });\nb.routeModel('blog-post');\n`,
  };

  test('is moved for both', async () => {
    using fixture = createFixture(shared);
    const { exit, out } = await runIn(fixture.root, 'move', 'blog-post', 'opus', '--json');
    const { routers, callers } = JSON.parse(out) as { routers: string[]; callers: { file: string }[] };
    expect([exit, routers, callers.map(({ file }) => file)]).toEqual([0, ['a.ts#a', 'b.ts#b'], ['a.ts', 'b.ts']]);
  });

  test('is not moved for one of them alone', async () => {
    using fixture = createFixture(shared);
    const { exit, err } = await runIn(fixture.root, 'move', 'blog-post', 'opus', '--router', 'a.ts');
    expect([exit, err]).toEqual([
      2,
      'taskroute: cannot move blog-post: b.ts#b has the same line; leave --router out to change both, nothing was written\n',
    ]);
    expect(readFileSync(fixture.path('shared.ts'), 'utf8')).toBe(shared['shared.ts']);
  });
});

describe('the way in which a table says models stays', () => {
  const router = (head: string, routes: string) =>
    `import { defineRouter } from '@taskroute/router';\n${head}export const r = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: ${routes} });\n`;
  const ENUM = `enum Model { Haiku = 'haiku', Opus = 'opus' }\n`;
  const CONSTANTS = `const HAIKU = 'haiku';\nconst OPUS = 'opus';\n`;
  const cases: readonly (readonly [name: string, head: string, before: string, after: string])[] = [
    ['a template', '', '{ a: `haiku` }', '{ a: `opus` }'],
    ['a cast', '', `{ a: 'haiku' as const }`, `{ a: 'opus' as const }`],
    ["an enum's member", ENUM, '{ a: Model.Haiku }', '{ a: Model.Opus }'],
    [
      "a map's member",
      `const M = { low: 'haiku', 'so-high': 'opus' } as const;\n`,
      '{ a: M.low }',
      `{ a: M['so-high'] }`,
    ],
    ['a constant that another line names', CONSTANTS, '{ a: HAIKU, b: OPUS }', '{ a: OPUS, b: OPUS }'],
    ['a constant that no line names', CONSTANTS, '{ a: HAIKU, b: "haiku" }', '{ a: "opus", b: "haiku" }'],
    ['a shorthand', `const a = 'haiku';\n`, '{ a }', `{ a: 'opus' }`],
    ['a comment inside', '', `{ a: /* now */ 'haiku' /* then */, }`, `{ a: /* now */ 'opus' /* then */, }`],
    ['a computed key', `const K = 'a';\n`, `{ [K]: 'haiku' }`, `{ [K]: 'opus' }`],
    ['a key of an enum', `enum Task { A = 'a' }\n`, `{ [Task.A]: 'haiku' }`, `{ [Task.A]: 'opus' }`],
    ['a key with escapes', '', `{ '\\x61': 'haiku' }`, `{ '\\x61': 'opus' }`],
    ['a spread constant', `const BASE = { a: 'haiku' } as const;\n`, '{ ...BASE }', '{ ...BASE }'],
    [
      'a line beside a part that cannot be read',
      `declare const rest: Record<string, 'opus'>;\n`,
      `{ ...rest, a: 'haiku' }`,
      `{ ...rest, a: 'opus' }`,
    ],
  ];
  test.each(cases)('%s', async (_, head, before, after) => {
    using fixture = createFixture({ 'r.ts': router(head, before) });
    const { exit, err } = await runIn(fixture.root, 'move', 'a', 'opus');
    expect([exit, err]).toEqual([0, '']);
    const text = readFileSync(fixture.path('r.ts'), 'utf8');
    expect(text).toBe(before === after ? router(head, before).replace(`a: 'haiku'`, `a: 'opus'`) : router(head, after));
  });

  test('a table of JSON, with a byte order mark and Windows line ends', async () => {
    const json = '\uFEFF{\r\n\t"a": "haiku",\r\n\t"b": "opus"\r\n}\r\n';
    using fixture = createFixture({
      'routes.json': json,
      'r.ts': router(`import ROUTES from './routes.json' with { type: 'json' };\n`, 'ROUTES'),
    });
    expect((await runIn(fixture.root, 'move', 'a', 'opus')).exit).toBe(0);
    expect(readFileSync(fixture.path('routes.json'), 'utf8')).toBe(json.replace('"haiku"', '"opus"'));
  });

  test('a table that is written by hand', async () => {
    const text = `const ROUTES = {\n  'a': 'haiku',\n};\nconst DEFAULT = 'haiku';\nexports.routeModel = (task) => ROUTES[task] || DEFAULT;\n`;
    using fixture = createFixture({
      'taskroute.json': JSON.stringify({
        routers: [
          {
            module: 'hand.cjs',
            table: 'ROUTES',
            default: 'DEFAULT',
            tiers: ['haiku', 'opus'],
            functions: ['routeModel'],
          },
        ],
      }),
      'hand.cjs': text,
      'app.cjs': `const { routeModel } = require('./hand.cjs');\nrouteModel('a');\n`,
    });
    const { exit, out } = await runIn(fixture.root, 'move', 'a', 'opus');
    expect([exit, out.includes('app.cjs:2:1  routeModel  a  haiku (route) → opus (route)')]).toEqual([0, true]);
    expect(readFileSync(fixture.path('hand.cjs'), 'utf8')).toBe(text.replace(`'haiku',`, `'opus',`));
  });

  test('a table in a Vue component', async () => {
    const text = `<template>\n  <p>'a': 'haiku'</p>\n</template>\n<script setup lang="ts">\n${router('', `{ 'a': 'haiku' }`).replace('export ', '')}</script>\n`;
    using fixture = createFixture({ 'Page.vue': text });
    expect((await runIn(fixture.root, 'move', 'a', 'opus')).exit).toBe(0);
    expect(readFileSync(fixture.path('Page.vue'), 'utf8')).toBe(text.replace(`{ 'a': 'haiku' }`, `{ 'a': 'opus' }`));
  });
});

describe('what is not written as one line stays, and it is said why', () => {
  const router = (routes: string, head = '') =>
    `import { defineRouter } from '@taskroute/router';\n${head}export const r = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: ${routes} });\n`;
  const cases: readonly (readonly [name: string, files: Readonly<Record<string, string>>, reason: string])[] = [
    [
      'an expression',
      { 'r.ts': router(`{ a: 'hai' + 'ku' }`) },
      'its model is worked out by an expression (r.ts:2:87)',
    ],
    [
      'a table that a program makes',
      { 'r.ts': router(`Object.fromEntries([['a', 'haiku']])`) },
      'its line is not written in an object: a program makes it (r.ts:2:106)',
    ],
    [
      'a line twice',
      { 'r.ts': router(`{ a: 'haiku', a: 'haiku' }`) },
      'its line stands twice, and the later one wins: drop one (r.ts:2:87)',
    ],
    [
      'a spread that may stand over it',
      { 'r.ts': router(`{ a: 'haiku', ...rest }`, `declare const rest: Record<string, 'opus'>;\n`) },
      'something that cannot be read may stand over its line (r.ts:3:87)',
    ],
    [
      'a line of a package',
      {
        'node_modules/base/package.json': '{ "name": "base", "type": "module", "main": "index.js" }',
        'node_modules/base/index.js': `export const BASE = { a: 'haiku' };\n`,
        'r.ts': router('{ ...BASE }', `import { BASE } from 'base';\n`),
      },
      'its line stands in a package (node_modules/base/index.js:1:23)',
    ],
  ];
  test.each(cases)('%s', async (_, files, reason) => {
    using fixture = createFixture(files);
    const { exit, err } = await runIn(fixture.root, 'move', 'a', 'opus');
    expect([exit, err]).toEqual([2, `taskroute: cannot move a: ${reason}; nothing was written\n`]);
    expect(readFileSync(fixture.path('r.ts'), 'utf8')).toBe(files['r.ts']);
  });
});
