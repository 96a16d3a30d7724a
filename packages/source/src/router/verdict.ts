import { judge, TaskrouteError, type Decision, type JudgeOptions } from '@taskroute/router/table';
import type { RouterSource } from './router-source.ts';

/** What can be said of one call. */
export type Verdict =
  /** The router will conclude this. */
  | { readonly kind: 'decided'; readonly decision: Decision }
  /** The router will throw this. */
  | { readonly kind: 'refused'; readonly error: TaskrouteError }
  /** The text does not tell; the places are in the router's `gaps`. `decision` is what the lines that are known give, where they give one. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly decision: Decision | null };

/**
 * The verdict on a task, by the router's own judge.
 *
 * Shape: `unknown` wherever a gap of the table, or a rule, could change the outcome.
 * Errors: none are thrown.
 */
export function verdictOf(router: RouterSource, task: string, options?: JudgeOptions): Verdict {
  const [gap] = router.gaps;
  if (router.table === null) {
    const reason = router.faults[0]?.message ?? `${gap?.reason ?? 'it'}${gap === undefined ? ' is not known' : ''}`;
    return { kind: 'unknown', reason: `the router cannot be read: ${reason}`, decision: null };
  }
  try {
    const decision = judge(router.table, task, options);
    const reason = doubtOf(router, decision);
    return reason === null ? { kind: 'decided', decision } : { kind: 'unknown', reason, decision };
  } catch (error) {
    if (error instanceof TaskrouteError) return { kind: 'refused', error };
    throw error;
  }
}

/** Why the decision may be another one when the program runs. */
function doubtOf(router: RouterSource, decision: Decision): string | null {
  if (decision.via === 'override') return null;
  const [gap] = router.gaps;
  if (decision.via === 'route' && router.routes.find(({ task }) => task === decision.from)?.certain === true)
    return null;
  if (gap !== undefined) return `part of the table cannot be read: ${gap.reason}`;
  if (decision.via === 'default' && router.rules.length > 0) return 'a rule of the router may serve it';
  return null;
}
