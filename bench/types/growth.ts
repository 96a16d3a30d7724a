import type { Kind } from './calls.ts';
import { TYPESCRIPT_6 } from './compiler.ts';
import type { Program } from './program.ts';
import { time } from './time.ts';
import type { Workshop } from './workshop.ts';

/** How check time grows with the table while the number of calls stays the same. */
export interface Growth {
  readonly kind: Kind;
  /** Check time with the large table over that with the small one. */
  readonly factor: number;
}

export const SMALL = 100;
export const LARGE = 10_000;

const KINDS: readonly Kind[] = ['listed', 'unknown', 'two-level domain'];
const CALLS = 1_000;
const ROUNDS = 3;

/** Counts do not see a union that is built anew at every call; time on TypeScript 6 does. */
export async function growths(workshop: Workshop): Promise<readonly Growth[]> {
  const programs = KINDS.flatMap((kind) => [SMALL, LARGE].map((routes): Program => ({ kind, routes, calls: CALLS })));
  const seconds = await time(workshop, TYPESCRIPT_6, programs, ROUNDS);
  return KINDS.map((kind, index) => ({ kind, factor: (seconds[2 * index + 1] ?? NaN) / (seconds[2 * index] ?? NaN) }));
}
