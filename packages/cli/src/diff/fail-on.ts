import type { RouteDiff } from './route-diff.ts';

export const FAIL_ON = ['downgrade', 'change', 'unrouted', 'unverified'] as const;

export type FailOn = (typeof FAIL_ON)[number];

/**
 * How often each reason to fail is met; those that are not are left out.
 *
 * Shape: a move that no side ranks counts as one down: that it is none, nothing shows.
 */
export function failuresOf(diff: RouteDiff, reasons: readonly FailOn[]): readonly (readonly [FailOn, number])[] {
  return reasons.map((reason) => [reason, COUNTS[reason](diff)] as const).filter(([, count]) => count > 0);
}

const COUNTS: Readonly<Record<FailOn, (diff: RouteDiff) => number>> = {
  downgrade: ({ routers, calls }) => {
    const moves = [
      ...routers.flatMap(({ moved, default: fallback }) => [...moved, ...(fallback === null ? [] : [fallback])]),
      // A call that the router refuses from now on is cheaper than any, and no downgrade.
      ...calls.changed.filter(({ from, to }) => from.models.length > 0 && to.models.length > 0),
    ];
    const gone = routers.flatMap(({ removed }) => removed.filter(({ direction }) => direction === 'down'));
    return moves.filter(({ direction }) => direction !== 'up').length + gone.length;
  },
  change: ({ routers, newRouters, goneRouters, calls }) =>
    routers.filter(hasChanged).length + newRouters.length + goneRouters.length + calls.changed.length,
  unrouted: ({ findings }) =>
    findings.filter(({ on, rule, isDoubt }) => on === 'head' && rule === 'no-unrouted-task' && !isDoubt).length,
  unverified: ({ findings }) => findings.filter(({ on, isDoubt }) => on === 'head' && isDoubt).length,
};

/** Whether anything of a router's table is another. */
export function hasChanged({ added, removed, moved, ...rest }: RouteDiff['routers'][number]): boolean {
  return (
    added.length + removed.length + moved.length > 0 ||
    rest.default !== null ||
    rest.tiers !== null ||
    rest.rules !== null
  );
}
