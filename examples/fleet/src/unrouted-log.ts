import type { Decision } from '@taskroute/router';
import { currentRun } from './current-run.ts';
import { clockTime } from './time-of-day.ts';

/** Says at every call that the default served: who asked, what it got, and which line mends it. */
export function logUnrouted({ task, model }: Decision): void {
  const run = currentRun();
  const who = run === undefined ? 'somebody' : `${clockTime(run.startedAt)} ${run.agent.name}`;
  const write = run?.log ?? console.warn;
  write(
    `${who} asked for '${task}', which the table does not list, and got the default, '${model}'. ` +
      `Add its line to ROUTES in src/model-router.ts: '${task}': '${model}',`,
  );
}
