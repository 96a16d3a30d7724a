import { shownSite } from '../survey/site.ts';
import type { RouteDiff } from './route-diff.ts';

/** How many of each a diff has. */
export interface Tally {
  readonly up: number;
  readonly down: number;
  /** Moved between models that no side ranks. */
  readonly across: number;
  readonly added: number;
  readonly removed: number;
  readonly defaultsUp: number;
  readonly defaultsDown: number;
  readonly defaultsAcross: number;
  readonly tiers: number;
  readonly rules: number;
  readonly newRouters: number;
  readonly goneRouters: number;
  readonly callsChanged: number;
  readonly newFindings: number;
  readonly mended: number;
  readonly doubts: number;
}

export function tallyOf({ routers, newRouters, goneRouters, calls, findings }: RouteDiff): Tally {
  const moved = routers.flatMap((each) => each.moved);
  const defaults = routers.flatMap((each) => each.default ?? []);
  const count = <Item>(items: readonly Item[], isOne: (item: Item) => boolean) => items.filter(isOne).length;
  return {
    up: count(moved, ({ direction }) => direction === 'up'),
    down: count(moved, ({ direction }) => direction === 'down'),
    across: count(moved, ({ direction }) => direction === null),
    added: routers.flatMap((each) => each.added).length,
    removed: routers.flatMap((each) => each.removed).length,
    defaultsUp: count(defaults, ({ direction }) => direction === 'up'),
    defaultsDown: count(defaults, ({ direction }) => direction === 'down'),
    defaultsAcross: count(defaults, ({ direction }) => direction === null),
    tiers: count(routers, (each) => each.tiers !== null),
    rules: count(routers, (each) => each.rules !== null),
    newRouters: newRouters.length,
    goneRouters: goneRouters.length,
    // One call can ask several tasks.
    callsChanged: new Set(calls.changed.map(shownSite)).size,
    newFindings: count(findings, ({ on, isDoubt }) => on === 'head' && !isDoubt),
    mended: count(findings, ({ on, isDoubt }) => on === 'base' && !isDoubt),
    doubts: count(findings, ({ isDoubt }) => isDoubt),
  };
}

/** The whole diff in a line: "1 route moves down, 3 calls change model". It holds no name. */
export function headlineOf(diff: RouteDiff): string {
  const tally = tallyOf(diff);
  const parts = [
    phrase(tally.down, 'route moves down', 'routes move down'),
    phrase(tally.up, 'route moves up', 'routes move up'),
    phrase(tally.across, 'route changes model', 'routes change model'),
    phrase(tally.added, 'route is new', 'routes are new'),
    phrase(tally.removed, 'route is gone', 'routes are gone'),
    phrase(tally.defaultsDown, 'default moves down', 'defaults move down'),
    phrase(tally.defaultsUp, 'default moves up', 'defaults move up'),
    phrase(tally.defaultsAcross, 'default changes model', 'defaults change model'),
    phrase(tally.tiers, 'list of tiers changes', 'lists of tiers change'),
    phrase(tally.rules, 'list of rules changes', 'lists of rules change'),
    phrase(tally.newRouters, 'router is new', 'routers are new'),
    phrase(tally.goneRouters, 'router is gone', 'routers are gone'),
    phrase(tally.callsChanged, 'call changes model', 'calls change model'),
    phrase(tally.newFindings, 'finding is new', 'findings are new'),
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(', ');
  return tally.doubts === 0 ? 'no route changes' : 'no route is seen to change';
}

function phrase(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${String(count)} ${count === 1 ? one : many}`;
}
