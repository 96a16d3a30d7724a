import { platform } from '#platform';

/** What can go wrong, by code. */
export type ErrorCode =
  | 'TASKROUTE_BROKEN_TABLE'
  | 'TASKROUTE_INVALID_TASK'
  | 'TASKROUTE_UNKNOWN_MODEL'
  | 'TASKROUTE_CONTRADICTORY_HINTS'
  | 'TASKROUTE_UNROUTED'
  | 'TASKROUTE_NOT_LOWERED';

/**
 * The one error of the router. Shape: `input` is what was refused, as it came; the message says what happened and what to do
 * (in a browser's bundle it is the code and what it is about).
 */
export class TaskrouteError extends Error {
  override readonly name = 'TaskrouteError';
  declare readonly code: ErrorCode;
  declare readonly input: unknown;

  constructor(code: ErrorCode, input: unknown, ...about: unknown[]) {
    super(platform.say(code, input, ...about));
    this.code = code;
    this.input = input;
  }
}
