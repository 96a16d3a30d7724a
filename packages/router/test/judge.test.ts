import { describe, expect, test } from 'vitest';
import { createTable } from '../src/create-table.ts';
import { judge } from '../src/judge.ts';
import { FLEET } from './fleet.ts';
import { thrown } from './thrown.ts';
import { unchecked } from './unchecked.ts';

const table = createTable({
  ...FLEET,
  rules: [
    { name: 'long-form', when: (task: string) => task.startsWith('essay'), model: 'opus' },
    { name: 'any-essay', when: (task: string) => task.includes('essay'), model: 'haiku' },
  ],
});

/** What a table says of a task, in short. */
function found(task: string): readonly unknown[] {
  const { model, tier, via, from } = judge(table, task);
  return [model, tier, via, from];
}

describe('the order of judgement', () => {
  test('a listed task is served by its own line', () => {
    expect(found('classification')).toEqual(['haiku', 1, 'route', 'classification']);
    expect(found('synthesis')).toEqual(['sonnet', 2, 'route', 'synthesis']);
    expect(found('blog-post')).toEqual(['opus', 3, 'route', 'blog-post']);
  });

  test('an own line stands before the default of its domain', () => {
    expect(found('content/teaser')).toEqual(['haiku', 1, 'route', 'content/teaser']);
    expect(found('content/blog/long')).toEqual(['opus', 3, 'route', 'content/blog/long']);
  });

  test('a domain serves every name inside it, however deep', () => {
    expect(found('content/anything')).toEqual(['opus', 3, 'domain', 'content/*']);
    expect(found('content/other/a')).toEqual(['opus', 3, 'domain', 'content/*']);
    expect(found('content/teaser/more')).toEqual(['opus', 3, 'domain', 'content/*']);
    expect(found('content/blog/a/b/c')).toEqual(['haiku', 1, 'domain', 'content/blog/*']);
  });

  test('the nearest domain stands before the ones around it', () => {
    expect(found('content/blog/anything')).toEqual(['haiku', 1, 'domain', 'content/blog/*']);
  });

  test('a domain is matched by whole segments', () => {
    expect(found('contents/teaser')[2]).toBe('default');
    expect(found('my/content/teaser')[2]).toBe('default');
    expect(found('content')[2]).toBe('default');
    expect(found('content/blogs')).toEqual(['opus', 3, 'domain', 'content/*']);
  });

  test('empty segments in a task are names like any other', () => {
    expect(found('content/')).toEqual(['opus', 3, 'domain', 'content/*']);
    expect(found('content//x')).toEqual(['opus', 3, 'domain', 'content/*']);
    expect(found('/content/x')[2]).toBe('default');
    expect(found('/')[2]).toBe('default');
    expect(found('')[2]).toBe('default');
  });

  test('a domain of one letter is found', () => {
    const short = createTable({ ...FLEET, routes: { 'a/*': 'opus' } });
    expect(judge(short, 'a/b').from).toBe('a/*');
    expect(judge(short, '/b').from).toBeNull();
  });

  test("a domain's own key, asked for as a task, is a task of that domain", () => {
    expect(found('content/*')).toEqual(['opus', 3, 'domain', 'content/*']);
    expect(found('content/blog/*')).toEqual(['haiku', 1, 'domain', 'content/blog/*']);
    expect(found('content/blog/deep/*')).toEqual(['haiku', 1, 'domain', 'content/blog/*']);
    expect(found('nowhere/*')[2]).toBe('default');
  });

  test('the first rule that says yes serves what no line does', () => {
    expect(found('essay')).toEqual(['opus', 3, 'rule', 'long-form']);
    expect(found('short-essay')).toEqual(['haiku', 1, 'rule', 'any-essay']);
  });

  test('a line stands before every rule', () => {
    const eager = createTable({ ...FLEET, rules: [{ name: 'all', when: () => true, model: 'haiku' }] });
    expect(judge(eager, 'blog-post').via).toBe('route');
    expect(judge(eager, 'content/anything').via).toBe('domain');
    expect(judge(eager, 'else').via).toBe('rule');
  });

  test('the default serves the rest', () => {
    expect(found('never-heard-of')).toEqual(['sonnet', 2, 'default', null]);
  });

  test('names of an object prototype are ordinary unknown tasks', () => {
    for (const task of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'constructor/*', '__proto__/x']) {
      expect(found(task)).toEqual(['sonnet', 2, 'default', null]);
    }
  });
});

describe('a decision', () => {
  test('says all there is to know of a call, in plain values', () => {
    expect(judge(table, 'content/blog/anything', { atLeast: 'sonnet' })).toStrictEqual({
      task: 'content/blog/anything',
      model: 'sonnet',
      tier: 2,
      via: 'domain',
      from: 'content/blog/*',
      routed: 'haiku',
      hint: 'atLeast',
      version: table.version,
    });
  });

  test('is frozen', () => {
    expect(Object.isFrozen(judge(table, 'blog-post'))).toBe(true);
  });

  test('is the same for the parts of a table as for the table made of them', () => {
    expect(judge(FLEET, 'content/x')).toEqual(judge(createTable(FLEET), 'content/x'));
  });
});

describe('what the judge refuses', () => {
  test.each([undefined, null, 7, Symbol('blog-post'), ['blog-post'], { toString: () => 'blog-post' }])(
    'a task that is no string: %s',
    (task) => {
      const error = thrown(() => unchecked(judge)(table, task));
      expect(error.code).toBe('TASKROUTE_INVALID_TASK');
      expect(error.input).toBe(task);
    },
  );

  test('parts that make no table', () => {
    const parts = { ...FLEET, default: 'gpt' };
    expect(thrown(() => judge(parts, 'blog-post')).code).toBe('TASKROUTE_BROKEN_TABLE');
  });

  test('it says what came instead of a task', () => {
    expect(thrown(() => unchecked(judge)(table, 7)).message).toBe('A task is a string; this one is 7.');
  });
});

describe('options', () => {
  test.each([undefined, null, 0, 1, true, 'opus', () => undefined, []])('that name nothing are none: %s', (options) => {
    expect(unchecked(judge)(table, 'classification', options)).toEqual(judge(table, 'classification'));
  });

  test.each(['override', 'atLeast', 'atMost'])('name a model by %s, and null is none', (option) => {
    expect(thrown(() => unchecked(judge)(table, 'blog-post', { [option]: null }))).toMatchObject({
      code: 'TASKROUTE_UNKNOWN_MODEL',
      input: null,
    });
  });
});

test('a table without a domain asks for none', () => {
  const flat = createTable({ ...FLEET, routes: { a: 'haiku' } });
  expect(judge(flat, 'a/b').via).toBe('default');
  expect(judge(flat, '/').via).toBe('default');
});
