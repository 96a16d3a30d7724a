import { expect, test } from 'vitest';
import { defineRouter } from '../src/define-router.ts';
import { FLEET } from './fleet.ts';
import { listen } from './listen.ts';
import { thrown } from './thrown.ts';
import { unchecked } from './unchecked.ts';

const { routeModel, decide, getTier } = defineRouter(FLEET);

/** What is left of `routeModel<'blog-post'>()` where no build made it real. */
function callAsItIsLeft(): unknown {
  return routeModel<'blog-post'>();
}

test('a call that no build lowered says so and says what to do', () => {
  const error = thrown(callAsItIsLeft);
  expect(error.code).toBe('TASKROUTE_NOT_LOWERED');
  expect(error.input).toBeUndefined();
  expect(error.message).toBe(
    "routeModel was called without a task: a type argument is gone at run time. Write routeModel('your-task'), " +
      'or let @taskroute/unplugin lower the call in the build, or start Node with --import @taskroute/unplugin/register.',
  );
});

test("the first frame of its stack is the caller's own line", () => {
  const [, first] = thrown(callAsItIsLeft).stack?.split('\n    at ') ?? [];
  expect(first).toContain('callAsItIsLeft');
  expect(first).toContain('not-lowered.test.ts');
});

test('it is thrown on an engine that cannot cut a stack', () => {
  const cut = Object.getOwnPropertyDescriptor(Error, 'captureStackTrace');
  if (cut === undefined) throw new Error('this engine cannot cut a stack at all');
  try {
    Object.defineProperty(Error, 'captureStackTrace', { ...cut, value: undefined });
    expect(thrown(callAsItIsLeft).code).toBe('TASKROUTE_NOT_LOWERED');
  } finally {
    Object.defineProperty(Error, 'captureStackTrace', cut);
  }
});

test('it is thrown under a listener too, who hears nothing of it', () => {
  const heard = listen('taskroute:decision');
  expect(thrown(callAsItIsLeft).code).toBe('TASKROUTE_NOT_LOWERED');
  expect(heard).toEqual([]);
});

test('undefined handed in as a task is an invalid task', () => {
  expect(thrown(() => unchecked(routeModel)(undefined)).code).toBe('TASKROUTE_INVALID_TASK');
});

test('decide and getTier have no such form: without a task theirs is an invalid task', () => {
  expect(thrown(unchecked(decide)).code).toBe('TASKROUTE_INVALID_TASK');
  expect(thrown(unchecked(getTier)).code).toBe('TASKROUTE_INVALID_TASK');
});
