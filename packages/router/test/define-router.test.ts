import { describe, expect, test } from 'vitest';
import { defineRouter } from '../src/define-router.ts';
import { FLEET } from './fleet.ts';
import { thrown } from './thrown.ts';
import { unchecked } from './unchecked.ts';

const router = defineRouter({ ...FLEET, unrouted: 'silent' });
const { routeModel, decide, getTier, tasks } = router;

describe('the three calls', () => {
  test('work destructured', () => {
    expect(routeModel('blog-post')).toBe('opus');
    expect(decide('blog-post').model).toBe('opus');
    expect(getTier('blog-post')).toBe(3);
  });

  test.each([
    ['classification', undefined, 'haiku', 1],
    ['content/anything', undefined, 'opus', 3],
    ['content/*', undefined, 'opus', 3],
    ['never-heard-of', undefined, 'sonnet', 2],
    ['classification', { override: 'opus' }, 'opus', 3],
    ['classification', { atLeast: 'sonnet' }, 'sonnet', 2],
    ['blog-post', { atMost: 'sonnet' }, 'sonnet', 2],
  ] as const)('agree on %s with %o', (task: string, options, model, tier) => {
    expect(unchecked(routeModel)(task, options)).toBe(model);
    expect(unchecked(decide)(task, options)).toMatchObject({ task, model, tier });
    expect(unchecked(getTier)(task, options)).toBe(tier);
  });

  test.each([
    ['an unknown model', 'blog-post', { override: 'gpt' }, 'TASKROUTE_UNKNOWN_MODEL', 'gpt'],
    ['a task that is no string', 7, undefined, 'TASKROUTE_INVALID_TASK', 7],
    ['undefined as a task', undefined, undefined, 'TASKROUTE_INVALID_TASK', undefined],
  ])('refuse %s alike', (_what, task, options, code, input) => {
    for (const call of [routeModel, decide, getTier]) {
      expect(thrown(() => unchecked(call)(task, options))).toMatchObject({ code, input });
    }
  });

  test('refuse contradictory hints alike, and keep the options as they came', () => {
    const options = { atLeast: 'opus', atMost: 'haiku' };
    for (const call of [routeModel, decide, getTier]) {
      const error = thrown(() => unchecked(call)('blog-post', options));
      expect(error.code).toBe('TASKROUTE_CONTRADICTORY_HINTS');
      expect(error.input).toBe(options);
    }
  });

  test('refuse what only reads like the name of a line', () => {
    const numbered = defineRouter({ ...FLEET, routes: { 42: 'opus' } });
    expect(numbered.routeModel('42')).toBe('opus');
    expect(thrown(() => unchecked(numbered.routeModel)(42))).toMatchObject({
      code: 'TASKROUTE_INVALID_TASK',
      input: 42,
    });
    expect(thrown(() => unchecked(routeModel)(['blog-post'])).code).toBe('TASKROUTE_INVALID_TASK');
  });

  test.each([0, 1, null, 'opus', true, undefined, () => undefined])(
    'ignore a second argument that is no object: %s',
    (second) => {
      expect(unchecked(routeModel)('blog-post', second)).toBe('opus');
      expect(unchecked(decide)('blog-post', second)).toEqual(decide('blog-post'));
      expect(unchecked(getTier)('blog-post', second)).toBe(3);
    },
  );

  test('take options from a function that has them, as the types do', () => {
    const options = Object.assign(() => undefined, { override: 'haiku' } as const);
    expect(routeModel('blog-post', options)).toBe('haiku');
    expect(decide('blog-post', options)).toMatchObject({ model: 'haiku', via: 'override' });
    expect(getTier('blog-post', options)).toBe(1);
  });

  test('can be mapped over tasks', () => {
    expect(['classification', 'synthesis', 'blog-post'].map(routeModel)).toEqual(['haiku', 'sonnet', 'opus']);
    expect(['classification', 'synthesis', 'blog-post'].map(getTier)).toEqual([1, 2, 3]);
  });
});

describe('a router', () => {
  test('is defined only where the default is served in a way that there is', () => {
    expect(thrown(() => unchecked(defineRouter)({ ...FLEET, unrouted: 'shout' })).input).toMatchObject({
      faults: [{ where: 'unrouted', key: null }],
    });
  });

  test('names each task of its table, so that an editor can follow it', () => {
    expect({ ...tasks }).toEqual(Object.fromEntries(Object.keys(FLEET.routes).map((task) => [task, task])));
    expect(routeModel(tasks['blog-post'])).toBe('opus');
    expect(Object.getPrototypeOf(tasks)).toBeNull();
  });

  test('shows what it was made of', () => {
    expect(router.tiers).toEqual(FLEET.tiers);
    expect(router.default).toBe('sonnet');
    expect({ ...router.routes }).toEqual(FLEET.routes);
    expect(router.rules).toEqual([]);
    expect(router.version).toBe('152wkdb');
  });

  test('keeps its rules in order', () => {
    const one = { name: 'one', when: () => false, model: 'haiku' } as const;
    const other = { name: 'other', when: () => false, model: 'opus' } as const;
    expect(defineRouter({ ...FLEET, rules: [one, other] }).rules.map(({ name }) => name)).toEqual(['one', 'other']);
  });

  test('has nothing but what its type shows', () => {
    expect(Object.keys(router).sort()).toEqual(
      ['routeModel', 'decide', 'getTier', 'tasks', 'tiers', 'default', 'routes', 'rules', 'version'].sort(),
    );
  });

  test('is frozen throughout', () => {
    for (const part of [router, tasks, router.tiers, router.routes, router.rules, decide('blog-post')]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  test('does not follow its input once it is defined', () => {
    const tiers: [string, ...string[]] = ['haiku', 'sonnet', 'opus'];
    const routes: Record<string, string> = { 'blog-post': 'opus' };
    const rules = [{ name: 'essay', when: (task: string) => task === 'essay', model: 'opus' }];
    const config = { tiers, default: 'sonnet', routes, rules, unrouted: 'silent' as 'silent' | 'throw' };
    const { routeModel: route } = defineRouter(config);
    routes['blog-post'] = 'haiku';
    routes['letter'] = 'haiku';
    tiers.reverse();
    rules.length = 0;
    config.default = 'opus';
    config.unrouted = 'throw';
    expect(route('blog-post')).toBe('opus');
    expect(route('letter')).toBe('sonnet');
    expect(route('letter', { atLeast: 'opus' })).toBe('opus');
    expect(route('essay')).toBe('opus');
  });
});

describe('a strict router', () => {
  test('routes at run time as any other: strictness is about types', () => {
    const strict = defineRouter({ ...FLEET, strict: true, unrouted: 'silent' });
    expect(unchecked(strict.routeModel)('never-heard-of')).toBe('sonnet');
    expect(strict.routeModel('content/anything')).toBe('opus');
    expect(strict.version).toBe(router.version);
  });
});
