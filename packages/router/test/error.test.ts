import { expect, test } from 'vitest';
import { TaskrouteError } from '../src/error.ts';

test('the error has a name, a code, a message and the input as it came', () => {
  const input = { atLeast: 'opus', atMost: 'haiku' };
  const error = new TaskrouteError('TASKROUTE_CONTRADICTORY_HINTS', input, 'opus', 'haiku');
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('TaskrouteError');
  expect(error.code).toBe('TASKROUTE_CONTRADICTORY_HINTS');
  expect(error.message).toBe('atLeast: "opus" is above atMost: "haiku", so no model fits; drop one of the two hints.');
  expect(error.input).toBe(input);
  expect(String(error)).toBe(`TaskrouteError: ${error.message}`);
});
