import type { Kind } from './calls.ts';
import type { Measured } from './measure.ts';

/** A promise on the cost of the types, and whether the measured figures keep it. */
export interface Reach {
  readonly claim: string;
  readonly figure: string;
  readonly reached: boolean;
}

/** Instantiations a call may cost, on any table. */
const MOST_PER_CALL = new Map<Kind, number>([
  ['listed', 15],
  ['unknown', 32],
  ['two-level domain', 72],
]);

/** Instantiations may differ so much from one size of the table to another. */
const FLAT = 1.02;

const LARGEST = 10_000;
const MOST_OVER_FLOOR = 2;

export function reachesOf(measured: readonly Measured[]): readonly Reach[] {
  const compilers = [...new Set(measured.map(({ compiler }) => compiler))];
  return compilers.flatMap((compiler) => {
    const own = measured.filter((each) => each.compiler === compiler);
    return [...[...MOST_PER_CALL].map(([kind, most]) => perCall(own, kind, most)), ...overFloor(own)].map((reach) => ({
      ...reach,
      claim: `${compiler}: ${reach.claim}`,
    }));
  });
}

function perCall(measured: readonly Measured[], kind: Kind, most: number): Reach {
  const counts = measured.filter((each) => each.kind === kind).map((each) => each.perCall);
  const [least, highest] = [Math.min(...counts), Math.max(...counts)];
  return {
    claim: `a call of kind '${kind}' costs at most ${String(most)} instantiations, whatever the size of the table`,
    figure: least === highest ? String(least) : `${String(least)} to ${String(highest)}`,
    reached: highest <= most && highest <= least * FLAT,
  };
}

function overFloor(measured: readonly Measured[]): readonly Reach[] {
  return measured
    .filter(({ kind, routes }) => kind === 'listed' && routes === LARGEST)
    .map((each) => ({
      claim: `a thousand listed calls on ${LARGEST.toLocaleString('en')} routes check within ${String(MOST_OVER_FLOOR)} × the floor`,
      figure: `${each.overFloor.toFixed(2)} ×`,
      reached: each.overFloor <= MOST_OVER_FLOOR,
    }));
}
