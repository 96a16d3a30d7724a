import { describe, expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { runIn } from './run.ts';
import { faultsOfJson } from './schema.ts';
import { FILES, OTHER } from './two-tables.ts';

test('a task is explained by its steps, its line and its callers', async () => {
  using fixture = createFixture(FILES);
  const { exit, out, err } = await runIn(fixture.root, 'explain', 'cold-outreach');
  expect([exit, err]).toEqual([0, '']);
  expect(out).toMatchInlineSnapshot(`
    "cold-outreach → haiku, tier 1 of 3, by its own line

    src/router.ts#router
      override  none
      route     cold-outreach  haiku   ← serves
      domain    none                   not reached
      rule      none                   not reached
      default                  sonnet  not reached
      hint      none

    src/router.ts:6:3
      'cold-outreach': "haiku",

    2 calls ask for it:
      src/mail.ts:3:21  routeModel  haiku   route
      src/mail.ts:4:21  routeModel  sonnet  route, atLeast
    cannot verify: 1 call asks for tasks that the text does not tell; see taskroute audit
    "
  `);
});

test('its JSON is as the schema says', async () => {
  using fixture = createFixture(FILES);
  const { exit, out } = await runIn(fixture.root, 'explain', 'content/teaser', '--at-least', 'opus', '--json');
  expect([exit, faultsOfJson('explain', out)]).toEqual([0, []]);
  expect(JSON.parse(out)).toMatchInlineSnapshot(`
    {
      "callers": [
        {
          "callee": "routeModel",
          "column": 23,
          "complete": true,
          "decisions": [
            {
              "from": "content/*",
              "hint": null,
              "model": "sonnet",
              "routed": "sonnet",
              "task": "content/teaser",
              "tier": 2,
              "version": "1gi42bk",
              "via": "domain",
            },
          ],
          "file": "src/mail.ts",
          "form": "value",
          "line": 8,
        },
      ],
      "certain": true,
      "from": "content/*",
      "hint": "atLeast",
      "line": {
        "column": 3,
        "file": "src/router.ts",
        "line": 11,
        "task": "content/*",
        "text": "  'content/*': 'sonnet',",
      },
      "model": "opus",
      "near": [],
      "reason": null,
      "routed": "sonnet",
      "router": "src/router.ts#router",
      "steps": [
        {
          "model": null,
          "outcome": "passed",
          "step": "override",
          "tried": null,
        },
        {
          "model": null,
          "outcome": "passed",
          "step": "route",
          "tried": "content/teaser",
        },
        {
          "model": "sonnet",
          "outcome": "serves",
          "step": "domain",
          "tried": "content/*",
        },
        {
          "model": null,
          "outcome": "not reached",
          "step": "rule",
          "tried": null,
        },
        {
          "model": "sonnet",
          "outcome": "not reached",
          "step": "default",
          "tried": null,
        },
        {
          "model": "opus",
          "outcome": "changes",
          "step": "hint",
          "tried": "atLeast",
        },
      ],
      "table": "1gi42bk",
      "task": "content/teaser",
      "tier": 3,
      "tiers": [
        "haiku",
        "sonnet",
        "opus",
      ],
      "unverified": 1,
      "version": 1,
      "via": "domain",
    }
  `);
});

interface Shape {
  readonly certain: boolean;
  readonly model: string;
  readonly via: string;
  readonly steps: readonly { readonly step: string; readonly tried: string | null; readonly outcome: string }[];
  readonly line: { readonly task: string | null } | null;
  readonly near: readonly string[];
}

async function explained(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  using fixture = createFixture(files);
  const { exit, out } = await runIn(fixture.root, 'explain', '--json', ...argv);
  expect(faultsOfJson('explain', out)).toEqual([]);
  const { certain, model, via, steps, line, near } = JSON.parse(out) as Shape;
  const shown = steps.map(({ step, tried, outcome }) => `${step} ${tried ?? '-'} ${outcome}`);
  return { exit, certain, model, via, steps: shown, line: line?.task, near };
}

const DEEP = `import { defineRouter } from '@taskroute/router';
export const r = defineRouter({ tiers: ['a', 'b', 'c'], default: 'a', routes: { 'x/*': 'b', 'x/y/*': 'c', 'x/y/z': 'a' } });
`;

describe('the steps are those of the judge', () => {
  test('the own line before the nearer domain, that before the farther one', async () => {
    const { steps } = await explained({ 'r.ts': DEEP }, 'x/y/z');
    expect(steps).toEqual([
      'override - passed',
      'route x/y/z serves',
      'domain x/y/* not reached',
      'domain x/* not reached',
      'rule - not reached',
      'default - not reached',
      'hint - passed',
    ]);
  });

  test('a domain that the table does not list is said to be none', async () => {
    const { steps, line } = await explained({ 'r.ts': DEEP }, 'x/other/z');
    expect(steps.slice(1, 4)).toEqual(['route x/other/z passed', 'domain x/other/* passed', 'domain x/* serves']);
    expect(line).toBe('x/*');
  });

  test('an override is final: nothing else is reached', async () => {
    const { model, via, steps, line } = await explained({ 'r.ts': DEEP }, 'x/y/z', '--override', 'c', '--at-most', 'b');
    expect([model, via, line]).toEqual(['c', 'override', 'x/y/z']);
    expect(steps).toEqual([
      'override c serves',
      'route x/y/z not reached',
      'domain x/y/* not reached',
      'domain x/* not reached',
      'rule - not reached',
      'default - not reached',
      'hint atMost not reached',
    ]);
  });

  test('a hint changes what was found, or does not', async () => {
    const { steps } = await explained({ 'r.ts': DEEP }, 'x/y/z', '--at-least', 'b', '--at-most', 'c');
    expect(steps.slice(-2)).toEqual(['hint atLeast changes', 'hint atMost passed']);
  });

  test('a task without a line is served by the default, and the names near it are told', async () => {
    const { exit, steps, line, near } = await explained(FILES, 'contrct');
    expect([exit, steps.at(-2), line, near]).toEqual([0, 'default - serves', null, ['contract']]);
  });

  test('a rule is code: whether it serves is not known, and the exit code says so', async () => {
    const ruled = DEEP.replace(
      'routes:',
      `rules: [{ name: 'long', when: (task) => task.length > 9, model: 'c' }], routes:`,
    );
    const { exit, certain, steps } = await explained({ 'r.ts': ruled }, 'elsewhere-and-long');
    expect([exit, certain, steps.slice(-3)]).toEqual([
      1,
      false,
      ['rule long unknown', 'default - serves', 'hint - passed'],
    ]);
  });

  test('a line that may stand in a part that cannot be read is not known to be none', async () => {
    const open = `declare const rest: Record<string, 'b'>;\n${DEEP.replace("{ 'x/*'", "{ ...rest, 'x/*'")}`;
    const { exit, steps } = await explained({ 'r.ts': open }, 'x/q');
    expect([exit, steps[1], steps[2]]).toEqual([1, 'route x/q unknown', 'domain x/* serves']);
  });
});

describe('what cannot be explained is said, with exit 2', () => {
  test.each([
    ['a model that is no tier', ['contract', '--override', 'gpt']],
    ['hints that contradict each other', ['contract', '--at-least', 'opus', '--at-most', 'haiku']],
  ])('%s', async (_, argv) => {
    using fixture = createFixture(FILES);
    const { exit, out, err } = await runIn(fixture.root, 'explain', ...argv);
    expect([exit, out, err.split('\n').length]).toEqual([2, '', 2]);
  });

  test('a task that several routers have', async () => {
    using fixture = createFixture({ ...FILES, 'src/other.ts': OTHER });
    const { exit, err } = await runIn(fixture.root, 'explain', 'blog-post');
    expect([exit, err]).toEqual([
      2,
      'taskroute: several routers have a line "blog-post"; name one with --router: src/other.ts#other, src/router.ts#router\n',
    ]);
    expect((await runIn(fixture.root, 'explain', 'blog-post', '--router', 'other')).out).toContain('blog-post → haiku');
  });

  test('a router whose table cannot be read at all', async () => {
    using fixture = createFixture({
      'r.ts': `import { defineRouter } from '@taskroute/router';\ndeclare const tiers: string[];\nexport const r = defineRouter({ tiers, default: 'a', routes: {} });\n`,
    });
    const { exit, err } = await runIn(fixture.root, 'explain', 'x');
    expect([exit, err.startsWith('taskroute: cannot explain x: the router cannot be read')]).toEqual([2, true]);
  });
});
