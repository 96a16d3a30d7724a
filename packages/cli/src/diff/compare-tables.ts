import type { FoundRouter, Site } from '../survey/survey.ts';
import { siteOf } from '../survey/site.ts';
import { calledNow, compareTiers, directionOf, type Direction, type TiersChange } from './compare-tiers.ts';
import { servedBy, type Served } from './served.ts';

/** A line that is new. It stands in the head. */
interface AddedRoute extends Site {
  readonly task: string;
  readonly model: string;
  /** What served the task until now; null where that is not known. */
  readonly before: Served | null;
  readonly direction: Direction | null;
}

/** A line that is gone. It stood in the base. */
interface RemovedRoute extends Site {
  readonly task: string;
  readonly model: string;
  /** What serves the task from now on; null where that is not known. */
  readonly after: Served | null;
  readonly direction: Direction | null;
}

/** A line whose model is another one. */
interface MovedRoute extends Site {
  readonly task: string;
  readonly from: string;
  readonly to: string;
  /** Null where no side has both models in its tiers. */
  readonly direction: Direction | null;
}

interface DefaultChange {
  readonly from: string;
  readonly to: string;
  readonly direction: Direction | null;
}

interface RulesChange {
  readonly from: readonly string[] | 'unknown';
  readonly to: readonly string[] | 'unknown';
}

/** What became of one router's table. A `task` may be the key of a domain (`content/*`): its default. */
export interface TableChanges {
  readonly added: readonly AddedRoute[];
  readonly removed: readonly RemovedRoute[];
  readonly moved: readonly MovedRoute[];
  readonly default: DefaultChange | null;
  readonly tiers: TiersChange | null;
  readonly rules: RulesChange | null;
}

/** A router as one side has it, and the folder that its files are named from. */
export interface RootedRouter {
  readonly router: FoundRouter;
  readonly root: string;
}

/** A line whose model is known. */
interface Line extends Site {
  readonly task: string;
  readonly model: string;
}

/**
 * What changed between two tables.
 *
 * Shape: sorted by task. A model that is only called otherwise is a change of the tiers, not of the lines. Where a table has gaps, a line that is not
 * seen in it may be there, and is neither new nor gone.
 */
export function compareTables(base: RootedRouter, head: RootedRouter): TableChanges {
  const [old, now] = [base.router, head.router];
  const [before, after] = [linesOf(base), linesOf(head)];
  const tiers = compareTiers(old.tiers, now.tiers);
  const direction = (from: string, to: string) => directionOf(old.tiers, now.tiers, from, to);
  return {
    added: withoutGaps(old, after, before).map((line) => {
      const served = servedBy(old, line.task);
      return { ...line, before: served, direction: served && direction(served.model, line.model) };
    }),
    removed: withoutGaps(now, before, after).map((line) => {
      const served = servedBy(now, line.task);
      return { ...line, after: served, direction: served && direction(line.model, served.model) };
    }),
    moved: [...after.values()].flatMap(({ task, model: to, ...site }) => {
      const from = before.get(task)?.model;
      if (from === undefined || calledNow(tiers, from) === to) return [];
      return { task, from, to, direction: direction(from, to), ...site };
    }),
    default: defaultChange(old, now, tiers),
    tiers,
    rules: JSON.stringify(old.rules) === JSON.stringify(now.rules) ? null : { from: old.rules, to: now.rules },
  };
}

function linesOf({ router, root }: RootedRouter): ReadonlyMap<string, Line> {
  // A later line of the same key wins.
  const lines = router.routes.flatMap(({ task, model, certain, modelPlace }) =>
    model === null || !certain ? [] : { task, model, ...siteOf(modelPlace, root) },
  );
  const sorted = lines.sort((one, other) => (one.task < other.task ? -1 : one.task > other.task ? 1 : 0));
  return new Map(sorted.map((line) => [line.task, line]));
}

/** Lines that the other table does not have, as far as that can be said of it. */
function withoutGaps(
  other: FoundRouter,
  lines: ReadonlyMap<string, Line>,
  otherLines: ReadonlyMap<string, Line>,
): readonly Line[] {
  if (other.gaps.length > 0) return [];
  return [...lines.values()].filter(({ task }) => !otherLines.has(task));
}

function defaultChange(base: FoundRouter, head: FoundRouter, tiers: TiersChange | null): DefaultChange | null {
  const [from, to] = [base.default, head.default];
  if (from === null || to === null || calledNow(tiers, from) === to) return null;
  return { from, to, direction: directionOf(base.tiers, head.tiers, from, to) };
}
