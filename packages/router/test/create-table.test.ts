import { describe, expect, test } from 'vitest';
import { createTable } from '../src/create-table.ts';
import { defineRouter } from '../src/define-router.ts';
import { judge } from '../src/judge.ts';
import type { Fault } from '../src/validate.ts';
import { FLEET } from './fleet.ts';
import { thrown } from './thrown.ts';
import { unchecked } from './unchecked.ts';

describe('a table', () => {
  test('is a frozen copy without a prototype', () => {
    const table = createTable(FLEET);
    expect({ ...table.routes }).toEqual(FLEET.routes);
    expect(table.routes).not.toBe(FLEET.routes);
    expect(Object.getPrototypeOf(table.routes)).toBeNull();
    for (const part of [table, table.tiers, table.routes, table.rules]) expect(Object.isFrozen(part)).toBe(true);
  });

  test('is made once: making it again gives itself', () => {
    const table = createTable(FLEET);
    expect(createTable(table)).toBe(table);
    expect(createTable(FLEET)).not.toBe(table);
  });

  test('that only looks like a made one is checked', () => {
    const table = createTable(FLEET);
    expect(thrown(() => createTable({ ...table, default: 'gpt' })).code).toBe('TASKROUTE_BROKEN_TABLE');
  });

  test('is taken with a null prototype and frozen', () => {
    const routes = Object.freeze(Object.assign(Object.create(null) as Record<string, string>, { 'blog-post': 'opus' }));
    const source = Object.freeze(
      Object.assign(Object.create(null) as typeof FLEET, { ...FLEET, tiers: Object.freeze([...FLEET.tiers]), routes }),
    );
    expect(judge(createTable(source), 'blog-post').model).toBe('opus');
  });

  test('does not follow its source', () => {
    const source = {
      tiers: ['haiku', 'sonnet', 'opus'],
      default: 'sonnet',
      routes: { 'blog-post': 'opus' } as Record<string, string>,
      rules: [{ name: 'essay', when: (task: string) => task === 'essay', model: 'opus' }],
    };
    const table = createTable(source);
    source.routes['blog-post'] = 'haiku';
    source.tiers.reverse();
    source.default = 'opus';
    source.rules.pop();
    expect(judge(table, 'blog-post')).toMatchObject({ model: 'opus', tier: 3 });
    expect(judge(table, 'else').model).toBe('sonnet');
    expect(judge(table, 'essay').via).toBe('rule');
  });

  test('does not follow its rules either, and they keep their `this`', () => {
    const rule = {
      name: 'essay',
      asked: 'essay',
      when(task: string): boolean {
        return task === this.asked;
      },
      model: 'opus',
    };
    const table = createTable({ ...FLEET, rules: [rule] });
    rule.name = 'renamed';
    rule.model = 'gpt';
    rule.when = () => true;
    expect(judge(table, 'essay')).toMatchObject({ model: 'opus', tier: 3, from: 'essay' });
    expect(judge(table, 'else').via).toBe('default');
    expect(Object.isFrozen(table.rules[0])).toBe(true);
  });

  test('keeps of a rule what its type shows, and of a source what a table has', () => {
    const rule = { name: 'essay', when: () => true, model: 'opus', note: 'for long texts' };
    const table = createTable({ ...FLEET, rules: [rule] });
    expect(table.rules.map((each) => Object.keys(each))).toEqual([['name', 'when', 'model']]);
    expect(Object.keys(table).sort()).toEqual(['default', 'routes', 'rules', 'tiers', 'version']);
  });
});

describe('a broken table', () => {
  test('is refused with every fault at once', () => {
    const source = {
      tiers: ['haiku', 'haiku'],
      default: 'gpt',
      routes: { '*': 'opus' },
      rules: [{ name: 'odd', when: 7, model: 'haiku' }],
      strict: 1,
      unrouted: 'shout',
    };
    const error = thrown(() => unchecked(createTable)(source));
    expect(error.code).toBe('TASKROUTE_BROKEN_TABLE');
    expect(error.message).toBe(
      [
        'The router cannot be defined:',
        '- tiers has "haiku"; each tier is a name that stands once',
        '- the default is "gpt", which is not in tiers; add it there or choose one of them',
        `- the route "*" is malformed; write 'task', 'domain/task' or 'domain/*', no part empty, no other '*', under 1,000 characters`,
        '- the model of "*" is "opus", which is not in tiers; add it there or choose one of them',
        `- 'when' of the rule "odd" is 7; write a function (task, signals) => boolean`,
        '- strict is 1 and there are rules; rules serve tasks that a strict router refuses: drop one of the two',
        `- unrouted is "shout"; write 'warn', 'throw', 'silent' or a function (decision) => void`,
      ].join('\n'),
    );
  });

  test('keeps the faults and the source on the error', () => {
    const source = { ...FLEET, default: 'gpt' };
    const error = thrown(() => createTable(source));
    expect(error.input).toEqual({
      faults: [
        {
          where: 'default',
          key: null,
          message: 'the default is "gpt", which is not in tiers; add it there or choose one of them',
        },
      ],
      source,
    });
    expect((error.input as { source: unknown }).source).toBe(source); // the very object, not a copy
  });

  test('with one fault is told of that one', () => {
    expect(thrown(() => createTable({ ...FLEET, default: 'gpt' })).message).toBe(
      'The router cannot be defined:\n' +
        '- the default is "gpt", which is not in tiers; add it there or choose one of them',
    );
  });

  test('makes no router', () => {
    const config = { tiers: [], default: 'gpt', routes: { '/': 3 }, unrouted: 'shout' };
    const error = thrown(() => unchecked(defineRouter)(config));
    expect(error.code).toBe('TASKROUTE_BROKEN_TABLE');
    const { faults, source } = error.input as { faults: readonly Fault[]; source: unknown };
    expect(source).toBe(config);
    expect(faults.map(({ where, key }) => [where, key])).toEqual([
      ['tiers', null],
      ['default', null],
      ['routes', '/'],
      ['routes', '/'],
      ['unrouted', null],
    ]);
    expect(error.message.split('\n- ').slice(1)).toEqual(faults.map(({ message }) => message));
  });

  test.each([undefined, null, 7, 'routes'])('is refused in any shape: %s', (config) => {
    const error = thrown(() => unchecked(defineRouter)(config));
    expect(error.code).toBe('TASKROUTE_BROKEN_TABLE');
    expect(error.input).toMatchObject({ source: config });
  });
});
