import { AsyncLocalStorage } from 'node:async_hooks';
import type { Agent, Trigger } from './agent.ts';

/** One piece of work of one agent. */
export interface Run {
  readonly agent: Agent;
  /** What started it. */
  readonly trigger: Trigger;
  /** Seconds since midnight. */
  readonly startedAt: number;
  readonly log: (line: string) => void;
}

const runs = new AsyncLocalStorage<Run>();

/** Does the work so that whatever it calls, however deep and however late, knows whose work it is. */
export function runAs<Result>(run: Run, work: () => Result): Result {
  return runs.run(run, work);
}

/** The run that the calling code is part of. A decision names no caller: this is how its listeners learn it. */
export function currentRun(): Run | undefined {
  return runs.getStore();
}
