import type { Decision } from '@taskroute/router';
import type { Site } from '../survey/survey.ts';
import { nameAfter, type Change } from './change.ts';
import type { CallPair } from './proof.ts';

/** A call that a changed line concerns, where it stands afterwards. */
export interface ConcernedCall extends Site {
  readonly callee: string;
  readonly form: 'value' | 'erased';
  /** The decisions on the task before and after, in the same order. */
  readonly before: readonly Decision[];
  readonly after: readonly Decision[];
}

/** The calls of some routers that ask for the line, or that it serves. */
export function concernedCalls(
  pairs: readonly CallPair[],
  change: Change,
  targets: ReadonlySet<string>,
): readonly ConcernedCall[] {
  const names = new Set([change.task, nameAfter(change)]);
  const speaks = (decision: Decision | undefined): boolean =>
    decision !== undefined && (names.has(decision.task) || (decision.from !== null && names.has(decision.from)));
  return pairs.flatMap(({ before, after }) => {
    if (!targets.has(before.router)) return [];
    const isIn = (_: Decision, index: number): boolean =>
      speaks(before.decisions[index]) || speaks(after.decisions[index]);
    const found = { before: before.decisions.filter(isIn), after: after.decisions.filter(isIn) };
    if (found.before.length + found.after.length === 0) return [];
    const { file, line, column, callee, form } = after;
    return { file, line, column, callee, form, ...found };
  });
}
