import type { Table } from './create-table.ts';
import type { Decision } from './decision.ts';
import { TaskrouteError } from './error.ts';
import { warnOnce } from './warn-once.ts';

/**
 * What happens when the default served a task: one warning per task and process; an error; nothing; or your function, at
 * every such call. The event `taskroute:unrouted` is published in each case.
 */
export type Unrouted = 'warn' | 'throw' | 'silent' | ((decision: Decision) => void);

/** Does what the router's owner asked for. Errors: `TASKROUTE_UNROUTED` under `'throw'`. */
export function reactToUnrouted(unrouted: Unrouted, table: Table, decision: Decision): void {
  const { task, routed } = decision;
  if (unrouted === 'throw') throw new TaskrouteError('TASKROUTE_UNROUTED', task, routed, table);
  if (unrouted === 'warn') warnOnce('TASKROUTE_UNROUTED', task, task, routed, table);
  if (typeof unrouted === 'function') void tell(unrouted, decision);
}

/** A call to a model does not fail because its log did: what is thrown, at once or later, is a warning. */
async function tell(owner: (decision: Decision) => unknown, decision: Decision): Promise<void> {
  try {
    await owner(decision);
  } catch (error) {
    warnOnce('TASKROUTE_UNROUTED_FAILED', owner, error);
  }
}
