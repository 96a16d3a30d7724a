import { createTable } from '@taskroute/router/table';
import type { Via } from '@taskroute/router';
import { verdictOf } from '@taskroute/source';
import type { FoundRouter } from '../survey/survey.ts';

/** What serves a task without options. */
export interface Served {
  readonly model: string;
  readonly via: Via;
}

/** Null where the text of the table does not tell. */
export function servedBy(router: FoundRouter, task: string): Served | null {
  const { tiers, default: fallback, routes } = router;
  if (fallback === null || router.faults.length > 0) return null;
  const known = Object.fromEntries(routes.flatMap(({ task: key, model }) => (model === null ? [] : [[key, model]])));
  try {
    const verdict = verdictOf({ ...router, table: createTable({ tiers, default: fallback, routes: known }) }, task);
    return verdict.kind === 'decided' ? { model: verdict.decision.model, via: verdict.decision.via } : null;
  } catch {
    // What is known of a table with gaps need not be one.
    return null;
  }
}
