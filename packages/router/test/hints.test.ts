import { describe, expect, test } from 'vitest';
import { createTable } from '../src/create-table.ts';
import { judge, type JudgeOptions } from '../src/judge.ts';
import { FLEET } from './fleet.ts';
import { thrown } from './thrown.ts';

const table = createTable({
  ...FLEET,
  rules: [{ name: 'long-form', when: (task: string) => task === 'essay', model: 'opus' }],
});

/** The model that serves a task, and the hint that made it so. */
function hinted(task: string, options: JudgeOptions): readonly unknown[] {
  const { model, tier, hint } = judge(table, task, options);
  return [model, tier, hint];
}

describe('atLeast', () => {
  test('raises a cheaper model', () => {
    expect(hinted('classification', { atLeast: 'sonnet' })).toEqual(['sonnet', 2, 'atLeast']);
    expect(hinted('classification', { atLeast: 'opus' })).toEqual(['opus', 3, 'atLeast']);
  });

  test('leaves an equal and a stronger model alone, and is then no hint', () => {
    expect(hinted('synthesis', { atLeast: 'sonnet' })).toEqual(['sonnet', 2, null]);
    expect(hinted('blog-post', { atLeast: 'sonnet' })).toEqual(['opus', 3, null]);
  });
});

describe('atMost', () => {
  test('lowers a stronger model', () => {
    expect(hinted('blog-post', { atMost: 'sonnet' })).toEqual(['sonnet', 2, 'atMost']);
    expect(hinted('blog-post', { atMost: 'haiku' })).toEqual(['haiku', 1, 'atMost']);
  });

  test('leaves an equal and a cheaper model alone, and is then no hint', () => {
    expect(hinted('synthesis', { atMost: 'sonnet' })).toEqual(['sonnet', 2, null]);
    expect(hinted('classification', { atMost: 'sonnet' })).toEqual(['haiku', 1, null]);
  });
});

describe('both hints', () => {
  test('hold a model between them', () => {
    expect(hinted('classification', { atLeast: 'sonnet', atMost: 'opus' })).toEqual(['sonnet', 2, 'atLeast']);
    expect(hinted('blog-post', { atLeast: 'haiku', atMost: 'sonnet' })).toEqual(['sonnet', 2, 'atMost']);
    expect(hinted('synthesis', { atLeast: 'haiku', atMost: 'opus' })).toEqual(['sonnet', 2, null]);
  });

  test('may name the same model', () => {
    expect(hinted('classification', { atLeast: 'sonnet', atMost: 'sonnet' })).toEqual(['sonnet', 2, 'atLeast']);
    expect(hinted('blog-post', { atLeast: 'sonnet', atMost: 'sonnet' })).toEqual(['sonnet', 2, 'atMost']);
  });

  test('are refused where no model fits, and the options are kept', () => {
    const options = { atLeast: 'opus', atMost: 'sonnet' };
    const error = thrown(() => judge(table, 'blog-post', options));
    expect(error.code).toBe('TASKROUTE_CONTRADICTORY_HINTS');
    expect(error.input).toBe(options);
    expect(error.message).toBe(
      'atLeast: "opus" is above atMost: "sonnet", so no model fits; drop one of the two hints.',
    );
  });

  test('are refused beside an override too: one of the three is a mistake', () => {
    const options = { override: 'haiku', atLeast: 'opus', atMost: 'haiku' };
    expect(thrown(() => judge(table, 'blog-post', options)).code).toBe('TASKROUTE_CONTRADICTORY_HINTS');
  });
});

describe('hints change the model only', () => {
  test.each([
    ['classification', 'route', 'classification', 'haiku'],
    ['content/blog/x', 'domain', 'content/blog/*', 'haiku'],
    ['never-heard-of', 'default', null, 'sonnet'],
  ])('%s stays %s', (task, via, from, routed) => {
    expect(judge(table, task, { atLeast: 'opus' })).toMatchObject({
      model: 'opus',
      via,
      from,
      routed,
      hint: 'atLeast',
    });
  });

  test('a lowered rule stays a rule', () => {
    expect(judge(table, 'essay', { atMost: 'haiku' })).toMatchObject({
      model: 'haiku',
      via: 'rule',
      from: 'long-form',
      routed: 'opus',
      hint: 'atMost',
    });
  });

  test('no options, empty options and options of undefined are the same', () => {
    const plain = judge(table, 'blog-post');
    expect(judge(table, 'blog-post', {})).toEqual(plain);
    expect(judge(table, 'blog-post', { override: undefined, atLeast: undefined, atMost: undefined })).toEqual(plain);
  });
});

describe('override', () => {
  test('is the model, and the decision keeps what the table said', () => {
    expect(judge(table, 'classification', { override: 'opus' })).toStrictEqual({
      task: 'classification',
      model: 'opus',
      tier: 3,
      via: 'override',
      from: null,
      routed: 'haiku',
      hint: null,
      version: table.version,
    });
  });

  test('is final: no hint changes it, and none is named', () => {
    expect(judge(table, 'classification', { override: 'haiku', atLeast: 'opus' })).toMatchObject({
      model: 'haiku',
      tier: 1,
      via: 'override',
      hint: null,
    });
    expect(hinted('blog-post', { override: 'opus', atMost: 'haiku' })).toEqual(['opus', 3, null]);
  });

  test('is said even where it changes nothing', () => {
    expect(judge(table, 'blog-post', { override: 'opus' })).toMatchObject({
      via: 'override',
      from: null,
      routed: 'opus',
    });
  });

  test('keeps the model that a domain, a rule and the default would have given', () => {
    expect(judge(table, 'content/blog/x', { override: 'opus' }).routed).toBe('haiku');
    expect(judge(table, 'essay', { override: 'haiku' }).routed).toBe('opus');
    expect(judge(table, 'never-heard-of', { override: 'opus' })).toMatchObject({ via: 'override', routed: 'sonnet' });
  });
});

describe('a model that is no tier is refused', () => {
  test.each(['override', 'atLeast', 'atMost'])('in %s, by name and with the tiers', (option) => {
    const error = thrown(() => judge(table, 'blog-post', { [option]: 'gpt' }));
    expect(error.code).toBe('TASKROUTE_UNKNOWN_MODEL');
    expect(error.input).toBe('gpt');
    expect(error.message).toBe('"gpt" is not a tier of this router; write one of "haiku", "sonnet", "opus".');
  });

  test('in a hint beside a good override', () => {
    expect(thrown(() => judge(table, 'blog-post', { override: 'opus', atMost: 'gpt' })).input).toBe('gpt');
  });
});
