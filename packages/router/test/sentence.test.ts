import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../src/error.ts';
import { sentence } from '../src/sentence.ts';
import { faultsOf } from '../src/validate.ts';
import { FLEET } from './fleet.ts';

/** A call of `sentence` and what it says. */
type Said = readonly [about: readonly unknown[], message: string];

const NO_ROUTE = 'No route for the task "blog-psot": the default gave it "sonnet".';

// Written by code, so that the compiler asks for each new one.
const ERRORS: Readonly<Record<ErrorCode, readonly Said[]>> = {
  TASKROUTE_BROKEN_TABLE: [
    [[{}, '\n- one fault; mend it\n- another'], 'The router cannot be defined:\n- one fault; mend it\n- another'],
  ],
  TASKROUTE_INVALID_TASK: [
    [[7], 'A task is a string; this one is 7.'],
    [[['blog-post']], 'A task is a string; this one is an array.'],
  ],
  TASKROUTE_UNKNOWN_MODEL: [
    [['gpt', FLEET.tiers], '"gpt" is not a tier of this router; write one of "haiku", "sonnet", "opus".'],
    [[null, ['haiku']], 'null is not a tier of this router; write one of "haiku".'],
  ],
  TASKROUTE_CONTRADICTORY_HINTS: [
    [[{}, 'opus', 'haiku'], 'atLeast: "opus" is above atMost: "haiku", so no model fits; drop one of the two hints.'],
  ],
  TASKROUTE_UNROUTED: [
    [['blog-psot', 'sonnet', FLEET], `${NO_ROUTE} Did you mean "blog-post"? Else add a line for it to the table.`],
    [['blog-psot', 'sonnet', { ...FLEET, routes: {} }], `${NO_ROUTE} Add a line for it to the table.`],
  ],
  TASKROUTE_NOT_LOWERED: [
    [
      [undefined],
      "routeModel was called without a task: a type argument is gone at run time. Write routeModel('your-task'), " +
        'or let @taskroute/unplugin lower the call in the build, or start Node with --import @taskroute/unplugin/register.',
    ],
  ],
};

const WARNINGS: Readonly<Record<string, readonly Said[]>> = {
  TASKROUTE_RULE_FAILED: [
    [
      ['long-form', new TypeError('no such signal')],
      `The rule "long-form" failed and does not apply: no such signal. Mend its 'when'.`,
    ],
    [
      ['long-form', runInNewContext('new Error("no such signal")')],
      `The rule "long-form" failed and does not apply: no such signal. Mend its 'when'.`,
    ],
    [['long-form', 'no'], `The rule "long-form" failed and does not apply: it gave "no". Mend its 'when'.`],
    [['long-form', undefined], `The rule "long-form" failed and does not apply: it gave undefined. Mend its 'when'.`],
    [
      ['long-form', { message: 'no error' }],
      `The rule "long-form" failed and does not apply: no error. Mend its 'when'.`,
    ],
  ],
  TASKROUTE_UNROUTED_FAILED: [
    [[new Error('disk full')], "The router's 'unrouted' function failed: disk full. Mend it."],
    [[28], "The router's 'unrouted' function failed: it gave 28. Mend it."],
  ],
};

/** By kind; a kind is named after what the place at fault is not. */
const FAULTS: Readonly<Record<string, readonly Said[]>> = {
  'new-name': [
    [['tiers', 'haiku', 'haiku'], 'tiers has "haiku"; each tier is a name that stands once'],
    [
      ['rules', undefined, undefined],
      'a rule is named undefined; each rule has a name of its own, for decisions to say which one made them',
    ],
  ],
  tier: [
    [['default', 'gpt'], 'the default is "gpt", which is not in tiers; add it there or choose one of them'],
    [
      ['routes', 'gpt', 'letter'],
      'the model of "letter" is "gpt", which is not in tiers; add it there or choose one of them',
    ],
    [
      ['rules', 3, 'long-form'],
      'the model of the rule "long-form" is 3, which is not in tiers; add it there or choose one of them',
    ],
  ],
  list: [
    [['tiers', 'haiku'], 'tiers is a list of models, cheapest first, with one at least; it is "haiku"'],
    [['rules', null], 'rules is a list of { name, when, model }; it is null'],
  ],
  plain: [[['routes', 7], 'routes is a plain object, task → model, without a prototype of its own; it is 7']],
  route: [
    [
      ['routes', '/x', '/x'],
      `the route "/x" is malformed; write 'task', 'domain/task' or 'domain/*', no part empty, no other '*', under 1,000 characters`,
    ],
    [
      ['routes', '__proto__', '__proto__'],
      "the route '__proto__' would set a prototype where it is written as a plain key; choose another name",
    ],
  ],
  function: [
    [
      ['rules', true, 'long-form'],
      `'when' of the rule "long-form" is true; write a function (task, signals) => boolean`,
    ],
  ],
  alone: [
    [
      ['strict', 1],
      'strict is 1 and there are rules; rules serve tasks that a strict router refuses: drop one of the two',
    ],
  ],
  mode: [
    [['unrouted', 'shout'], `unrouted is "shout"; write 'warn', 'throw', 'silent' or a function (decision) => void`],
  ],
};

describe.each([
  ['an error', '', ERRORS],
  ['a warning', '', WARNINGS],
  ['a fault', 'not-', FAULTS],
])('%s', (_what, before, all) => {
  const each = Object.entries(all).flatMap(([code, said]) =>
    said.map(([about, message]) => [before + code, about, message] as const),
  );

  test.each(each)('%s of %o says what happened and what to do', (code, about, message) => {
    expect(sentence(code, ...about)).toBe(message);
  });
});

// The sources name the kinds; the test reads what they were built to, which no tool rewrites.
function builtModule(name: string): string {
  return readFileSync(new URL(`../dist/${name}.js`, import.meta.url), 'utf8');
}

test('every kind of fault that is looked for has its sentence here, and no other is here', () => {
  const kinds = builtModule('validate').matchAll(/(?:where|'[a-z]+'), '([a-z-]+)', \w+(?:, \w+)?\);/g);
  const found = new Set(Array.from(kinds, ([, kind]) => kind));
  expect([...found].sort()).toEqual(Object.keys(FAULTS).sort());
});

test('every code that is thrown or warned of has its sentence here, and no other is here', () => {
  const modules = ['create-table', 'define-router', 'judge', 'unrouted'].map(builtModule).join('\n');
  const codes = modules.matchAll(/(?:new TaskrouteError|warnOnce)\('([A-Z_]+)'/g);
  const found = new Set(Array.from(codes, ([, code]) => code));
  expect([...found].sort()).toEqual([...Object.keys(ERRORS), ...Object.keys(WARNINGS)].sort());
});

test('whatever is wrong with a table, each fault is a sentence in one line and names its place', () => {
  const anyPart = fc.oneof(
    fc.constantFrom(undefined, null, true, 7, '', 'haiku', 'haiku\u202e', [], {}, 'warn'),
    fc.array(fc.constantFrom(undefined, '', 'haiku', 'opus', 7, {}, { name: 'one' }, { name: 'one', model: 'opus' })),
    fc.dictionary(fc.constantFrom('', '/', '*', 'a', 'a/*', '__proto__'), fc.constantFrom('haiku', 7, null, 'gpt\n')),
  );
  const anyTable = fc.record(
    { tiers: anyPart, default: anyPart, routes: anyPart, rules: anyPart, strict: anyPart, unrouted: anyPart },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyTable, (source) => {
      for (const { where, message } of faultsOf(source)) {
        expect(message).toMatch(/^[^\n\u202e]+[;:][^\n\u202e]+$/);
        expect(message).toContain(where === 'routes' || where === 'rules' ? ' ' : where);
        expect(message).not.toMatch(/^not-/);
      }
    }),
    { numRuns: 500 },
  );
});

test('a code that is not known is said as it is', () => {
  expect(sentence('TASKROUTE_FROM_ELSEWHERE', 'x')).toBe('TASKROUTE_FROM_ELSEWHERE');
});

test('an error whose message is no text is said to be what it is, not thrown over', () => {
  const failure = Object.assign(new Error(), { message: Symbol('no such signal') });
  expect(sentence('TASKROUTE_UNROUTED_FAILED', failure)).toBe(
    "The router's 'unrouted' function failed: it gave a value of type object. Mend it.",
  );
});

test('what is said of a megabyte fits on a screen', () => {
  const long = 'x'.repeat(1_000_000);
  for (const [code, about] of [
    ['TASKROUTE_UNKNOWN_MODEL', [long, FLEET.tiers]],
    ['TASKROUTE_UNROUTED', [long, 'sonnet', FLEET]],
    ['TASKROUTE_RULE_FAILED', [long, long]],
    ['not-tier', ['routes', long, long]],
  ] as const) {
    expect(sentence(code, ...about).length).toBeLessThan(400);
  }
});

test('a failure that cannot even be read is still said', () => {
  const failure = {
    get message(): string {
      throw new Error('not even this');
    },
  };
  expect(sentence('TASKROUTE_UNROUTED_FAILED', failure)).toBe(
    "The router's 'unrouted' function failed: it gave what cannot be read. Mend it.",
  );
});
