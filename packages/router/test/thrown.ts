import { TaskrouteError } from '../src/error.ts';

/** The error of an action that must fail as the router fails; any other outcome fails the test. */
export function thrown(action: () => unknown): TaskrouteError {
  try {
    action();
  } catch (error) {
    if (error instanceof TaskrouteError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
