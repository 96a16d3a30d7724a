import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../src/validate.ts';
import { FLEET } from './fleet.ts';

/** What is said of a table that is sound but for some of its parts. */
function messagesOf(parts: Readonly<Record<string, unknown>>): readonly string[] {
  return faultsOf({ ...FLEET, ...parts }).map(({ message }) => message);
}

test('a sound table has no fault', () => {
  expect(faultsOf(FLEET)).toEqual([]);
});

describe('the whole', () => {
  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'routes'],
    ['a function', () => FLEET],
    ['a list', [FLEET]],
    ['an empty object', {}],
  ])('%s lacks everything, and is told so at once', (_what, source) => {
    expect(faultsOf(source)).toEqual([
      {
        where: 'tiers',
        key: null,
        message: 'tiers is a list of models, cheapest first, with one at least; it is undefined',
      },
      {
        where: 'default',
        key: null,
        message: 'the default is undefined, which is not in tiers; add it there or choose one of them',
      },
      {
        where: 'routes',
        key: null,
        message: 'routes is a plain object, task → model, without a prototype of its own; it is undefined',
      },
    ]);
  });
});

describe('tiers', () => {
  test.each([
    [[], 'an array'],
    ['haiku', '"haiku"'],
    [{ haiku: 1 }, 'a value of type object'],
    [null, 'null'],
  ])('%o is no list of models', (tiers, shown) => {
    expect(faultsOf({ ...FLEET, tiers })[0]).toEqual({
      where: 'tiers',
      key: null,
      message: `tiers is a list of models, cheapest first, with one at least; it is ${shown}`,
    });
  });

  test('a model stands once', () => {
    expect(faultsOf({ ...FLEET, tiers: ['haiku', 'sonnet', 'haiku', 'opus', 'opus'] })).toEqual([
      { where: 'tiers', key: 'haiku', message: 'tiers has "haiku"; each tier is a name that stands once' },
      { where: 'tiers', key: 'opus', message: 'tiers has "opus"; each tier is a name that stands once' },
    ]);
  });

  test('a model has a name', () => {
    expect(faultsOf({ ...FLEET, tiers: ['haiku', '', 'sonnet', 'opus'] })).toEqual([
      { where: 'tiers', key: '', message: 'tiers has ""; each tier is a name that stands once' },
    ]);
  });

  test('a model is a string', () => {
    expect(faultsOf({ ...FLEET, tiers: ['haiku', 'sonnet', 'opus', 3, null] })).toEqual([
      { where: 'tiers', key: null, message: 'tiers has 3; each tier is a name that stands once' },
      { where: 'tiers', key: null, message: 'tiers has null; each tier is a name that stands once' },
    ]);
  });
});

test('a hole in a list is a fault like any other', () => {
  const rule = { name: 'one', when: () => true, model: 'opus' };
  // eslint-disable-next-line no-sparse-arrays -- it is what is refused
  expect(messagesOf({ tiers: ['haiku', , 'sonnet', 'opus'] })).toEqual([
    'tiers has undefined; each tier is a name that stands once',
  ]);
  // eslint-disable-next-line no-sparse-arrays -- it is what is refused
  expect(messagesOf({ rules: [, rule] })).toHaveLength(3);
});

describe('the default', () => {
  test('is one of the tiers', () => {
    expect(faultsOf({ ...FLEET, default: 'gpt' })).toEqual([
      {
        where: 'default',
        key: null,
        message: 'the default is "gpt", which is not in tiers; add it there or choose one of them',
      },
    ]);
  });

  test('is refused with the tiers, where those hold something else than a string', () => {
    expect(messagesOf({ tiers: ['haiku', 'sonnet', 'opus', 4], default: 4 })).toEqual([
      'tiers has 4; each tier is a name that stands once',
    ]);
    expect(messagesOf({ default: 4 })).toEqual([
      'the default is 4, which is not in tiers; add it there or choose one of them',
    ]);
  });

  test('is not found by its letters in tiers that are no list', () => {
    expect(messagesOf({ tiers: 'haiku', default: 'h', routes: {} })).toHaveLength(2);
  });
});

describe('routes', () => {
  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [0, '0'],
    [7, '7'],
    [true, 'true'],
    ['', '""'],
    [7n, 'a value of type bigint'],
    [Symbol('blog-post'), 'a value of type symbol'],
    [() => FLEET.routes, 'a value of type function'],
  ])('%s is no table', (routes, shown) => {
    expect(faultsOf({ ...FLEET, routes })).toEqual([
      {
        where: 'routes',
        key: null,
        message: `routes is a plain object, task → model, without a prototype of its own; it is ${shown}`,
      },
    ]);
  });

  test.each([
    [
      'a model outside tiers',
      'gpt',
      'the model of "letter" is "gpt", which is not in tiers; add it there or choose one of them',
    ],
    ['no string', 3, 'the model of "letter" is 3, which is not in tiers; add it there or choose one of them'],
    [
      'nothing',
      undefined,
      'the model of "letter" is undefined, which is not in tiers; add it there or choose one of them',
    ],
    [
      'a list',
      ['opus'],
      'the model of "letter" is an array, which is not in tiers; add it there or choose one of them',
    ],
  ])('a line that gives %s is at fault', (_what, model, message) => {
    expect(faultsOf({ ...FLEET, routes: { letter: model } })).toEqual([{ where: 'routes', key: 'letter', message }]);
  });

  test('a value that is no string is at fault: in tiers, where those hold it', () => {
    expect(messagesOf({ tiers: ['haiku', 'sonnet', 'opus', 3], routes: { letter: 3 } })).toEqual([
      'tiers has 3; each tier is a name that stands once',
    ]);
  });

  test.each([
    '',
    '/',
    '/letter',
    '/*',
    'letter/',
    'mail//letter',
    'mail//*',
    '*',
    '**',
    'mail/**',
    'mail/*/*',
    'mail/*/letter',
    'mail-*',
    'm*il/letter',
    'm*il/*',
    'mail/',
    'mail/*x',
    '*/letter',
    'mail/letter/',
  ])('the name %j is malformed', (task) => {
    expect(faultsOf({ ...FLEET, routes: { [task]: 'opus' } })).toEqual([
      {
        where: 'routes',
        key: task,
        message: `the route ${JSON.stringify(task)} is malformed; write 'task', 'domain/task' or 'domain/*', no part empty, no other '*', under 1,000 characters`,
      },
    ]);
  });

  test.each([
    'letter',
    'mail/letter',
    'mail/*',
    'a/b/c/*',
    'a b',
    'constructor',
    '42',
    'é/ü',
    '.',
    '?',
    '__proto__x',
    'x__proto__',
    '__proto__/*',
    'two\nlines',
  ])('the name %j is sound', (task) => {
    expect(faultsOf({ ...FLEET, routes: { [task]: 'opus' } })).toEqual([]);
  });

  test('one line can be at fault twice', () => {
    expect(messagesOf({ routes: { '*': 'gpt' } })).toHaveLength(2);
  });

  test("a line '__proto__' from JSON is at fault", () => {
    const routes: unknown = JSON.parse('{ "__proto__": "opus", "letter": "opus" }');
    expect(faultsOf({ ...FLEET, routes })).toEqual([
      {
        where: 'routes',
        key: '__proto__',
        message: "the route '__proto__' would set a prototype where it is written as a plain key; choose another name",
      },
    ]);
  });

  test('a prototype that holds lines is at fault: the table would lack them', () => {
    const fault = {
      where: 'routes',
      key: null,
      message: expect.stringMatching(
        /^routes is a plain object, task → model, without a prototype of its own; it is /,
      ) as unknown,
    };
    const written = { __proto__: { letter: 'haiku' }, synthesis: 'sonnet' };
    const withoutParent = Object.create(Object.assign(Object.create(null) as object, { letter: 'haiku' })) as object;
    class Lines {
      readonly letter = 'haiku';
    }
    for (const routes of [written, withoutParent, new Lines(), ['haiku'], [], new Map([['letter', 'haiku']])]) {
      expect(faultsOf({ ...FLEET, routes })).toContainEqual(fault);
    }
  });

  test('an empty prototype, none, and the plain one of another realm are sound', () => {
    for (const routes of [
      Object.assign(Object.create(Object.create(null) as object) as object, { letter: 'haiku' }),
      Object.assign(Object.create(null) as object, { letter: 'haiku' }),
      runInNewContext("({ letter: 'haiku' })") as unknown,
      Object.freeze({ letter: 'haiku' }),
    ]) {
      expect(faultsOf({ ...FLEET, routes })).toEqual([]);
    }
  });

  test('an inherited model is no line of the table', () => {
    expect(faultsOf({ ...FLEET, routes: { toString: 'opus' } })).toEqual([]);
    expect(messagesOf({ routes: { letter: 'toString' } })).toHaveLength(1);
  });
});

describe('rules', () => {
  const when = (): boolean => true;
  const nameless = (shown: string): string =>
    `a rule is named ${shown}; each rule has a name of its own, for decisions to say which one made them`;

  test('a list of sound rules has no fault, and neither has none at all', () => {
    expect(
      faultsOf({
        ...FLEET,
        rules: [
          { name: 'one', when, model: 'opus' },
          { name: 'two', when, model: 'opus' },
        ],
      }),
    ).toEqual([]);
    expect(faultsOf({ ...FLEET, rules: [] })).toEqual([]);
    expect(faultsOf({ ...FLEET, rules: undefined })).toEqual([]);
  });

  test.each([
    [null, 'null'],
    [{ name: 'one', when, model: 'opus' }, 'a value of type object'],
    ['one', '"one"'],
  ])('%o is no list', (rules, shown) => {
    expect(faultsOf({ ...FLEET, rules })).toEqual([
      { where: 'rules', key: null, message: `rules is a list of { name, when, model }; it is ${shown}` },
    ]);
  });

  test.each([
    ['null', null],
    ['a number', 7],
    ['a text', 'one'],
    ['an empty object', {}],
  ])('%s is no rule, and all that it lacks is said at once', (_what, rule) => {
    expect(faultsOf({ ...FLEET, rules: [{ name: 'one', when, model: 'opus' }, rule] })).toEqual([
      { where: 'rules', key: null, message: nameless('undefined') },
      {
        where: 'rules',
        key: null,
        message: "'when' of the rule undefined is undefined; write a function (task, signals) => boolean",
      },
      {
        where: 'rules',
        key: null,
        message:
          'the model of the rule undefined is undefined, which is not in tiers; add it there or choose one of them',
      },
    ]);
  });

  test('a function is no rule, though it has a name', () => {
    const [whenFault, modelFault, ...others] = faultsOf({ ...FLEET, rules: [when] });
    expect(whenFault).toMatchObject({ where: 'rules', key: 'when' });
    expect(modelFault).toMatchObject({ where: 'rules', key: 'when' });
    expect(others).toEqual([]);
  });

  test.each([
    [undefined, null, 'undefined'],
    ['', '', '""'],
    [7, null, '7'],
    [null, null, 'null'],
  ])('a rule is named: %s is no name', (name, key, shown) => {
    expect(faultsOf({ ...FLEET, rules: [{ name, when, model: 'opus' }] })).toEqual([
      { where: 'rules', key, message: nameless(shown) },
    ]);
  });

  test('each nameless rule is told of', () => {
    expect(
      messagesOf({
        rules: [
          { when, model: 'opus' },
          { when, model: 'opus' },
        ],
      }),
    ).toEqual([nameless('undefined'), nameless('undefined')]);
  });

  test('a name stands once; a tier may have the same', () => {
    expect(faultsOf({ ...FLEET, rules: [{ name: 'opus', when, model: 'opus' }] })).toEqual([]);
    const rule = { name: 'one', when, model: 'opus' };
    expect(faultsOf({ ...FLEET, rules: [rule, { ...rule, name: 'two' }, rule] })).toEqual([
      { where: 'rules', key: 'one', message: nameless('"one"') },
    ]);
  });

  test("'when' is a function", () => {
    expect(faultsOf({ ...FLEET, rules: [{ name: 'one', when: true, model: 'opus' }] })).toEqual([
      {
        where: 'rules',
        key: 'one',
        message: `'when' of the rule "one" is true; write a function (task, signals) => boolean`,
      },
    ]);
  });

  test('its model is one of the tiers', () => {
    expect(faultsOf({ ...FLEET, rules: [{ name: 'one', when, model: 'gpt' }] })).toEqual([
      {
        where: 'rules',
        key: 'one',
        message: 'the model of the rule "one" is "gpt", which is not in tiers; add it there or choose one of them',
      },
    ]);
  });
});

describe('strict', () => {
  const rules = [{ name: 'one', when: () => true, model: 'opus' }];

  test('does not go with rules', () => {
    expect(faultsOf({ ...FLEET, strict: true, rules })).toEqual([
      {
        where: 'strict',
        key: null,
        message:
          'strict is true and there are rules; rules serve tasks that a strict router refuses: drop one of the two',
      },
    ]);
  });

  test('goes with an empty list, and rules go with what is not strict', () => {
    expect(faultsOf({ ...FLEET, strict: true, rules: [] })).toEqual([]);
    expect(faultsOf({ ...FLEET, strict: true })).toEqual([]);
    expect(faultsOf({ ...FLEET, strict: false, rules })).toEqual([]);
    expect(faultsOf({ ...FLEET, strict: undefined, rules })).toEqual([]);
  });

  test('is what JavaScript takes for true: what is said of it, is said as it was written', () => {
    expect(messagesOf({ strict: 'yes', rules })).toEqual([
      'strict is "yes" and there are rules; rules serve tasks that a strict router refuses: drop one of the two',
    ]);
    expect(faultsOf({ ...FLEET, strict: 0, rules })).toEqual([]);
  });

  test('beside broken rules is one fault, not two', () => {
    expect(messagesOf({ strict: true, rules: 'none' })).toEqual([
      'rules is a list of { name, when, model }; it is "none"',
    ]);
  });
});
