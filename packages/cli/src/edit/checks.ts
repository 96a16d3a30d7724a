import { faultsOf } from '@taskroute/router/table';
import { listOf, quote } from '@taskroute/source/findings';
import { nameOfRouter } from '../audit/audit-json.ts';
import { CannotRun } from '../exit.ts';
import { lineOf, routersOfTask, severalHave } from '../survey/routers-of-task.ts';
import { shownSite, siteOf } from '../survey/site.ts';
import type { FoundRouter, Site, Survey } from '../survey/survey.ts';
import { nameAfter, type Change } from './change.ts';

/**
 * The routers whose table a change is for: of an addition the only one.
 *
 * Errors: `CannotRun` where it is not clear which, and where the change names what a table cannot have.
 */
export function targetsOf(
  change: Change,
  chosen: readonly FoundRouter[],
  root: string,
): readonly [FoundRouter, ...FoundRouter[]] {
  const targets =
    change.command === 'add' ? soleRouter(chosen, change.task, root) : routersOfTask(chosen, change.task, root);
  for (const target of targets) {
    expectTier(change, target, root);
    expectName(change, target, root);
  }
  return targets;
}

function soleRouter(chosen: readonly FoundRouter[], task: string, root: string): readonly [FoundRouter] {
  const [router, second] = chosen;
  if (router === undefined || second !== undefined)
    throw new CannotRun(severalHave(chosen, `could take a line ${quote(task)}`, root));
  return [router];
}

function expectTier(change: Change, router: FoundRouter, root: string): void {
  if (change.command === 'remove' || change.command === 'rename' || router.tiers.includes(change.model)) return;
  const tiers = router.tiers.length === 0 ? 'they cannot be read' : `write ${listOf(router.tiers)}`;
  throw new CannotRun(`${quote(change.model)} is not a tier of ${nameOfRouter(router, root)}; ${tiers}`);
}

/** A name that is to stand in the table. */
function expectName(change: Change, router: FoundRouter, root: string): void {
  if (change.command !== 'add' && change.command !== 'rename') return;
  const name = nameAfter(change);
  const line = lineOf(router, name);
  if (line !== undefined && name !== change.task)
    throw new CannotRun(`the table has a line ${quote(name)} already (${at(line.place, root)})`);
  if (change.command === 'add' && line !== undefined && line.model !== change.model) {
    const model = line.model ?? 'what cannot be read';
    throw new CannotRun(`${quote(name)} is routed to ${model} (${at(line.place, root)}); taskroute move changes that`);
  }
  const [fault] = faultsOf({ tiers: ['x'], default: 'x', routes: Object.fromEntries([[name, 'x']]) });
  if (fault !== undefined) throw new CannotRun(fault.message);
}

function at(place: Site, root: string): string {
  return shownSite(siteOf(place, root));
}

/** Whether a table says already what is asked. */
export function isDone(change: Change, model: string | null): boolean {
  if (change.command === 'rename') return change.task === change.to;
  return change.command !== 'remove' && model === change.model;
}

/** A line that stands in another router's table too is changed for both, or not at all. */
export function expectOwnLine(
  change: Change,
  targets: readonly [FoundRouter, ...FoundRouter[]],
  { routers, root }: Survey,
): void {
  const place = JSON.stringify(lineOf(targets[0], change.task)?.place);
  const other = routers.find(
    (router) => !targets.includes(router) && JSON.stringify(lineOf(router, change.task)?.place) === place,
  );
  if (change.command === 'add' || other === undefined) return;
  const name = nameOfRouter(other, root);
  throw new CannotRun(
    `cannot ${change.command} ${change.task}: ${name} has the same line; leave --router out to change both, nothing was written`,
  );
}
