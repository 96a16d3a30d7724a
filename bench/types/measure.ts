import { FLOOR, KINDS, type Kind } from './calls.ts';
import type { Compiler } from './compiler.ts';
import { count, type Count } from './count.ts';
import type { Program } from './program.ts';
import { time } from './time.ts';
import type { Workshop } from './workshop.ts';

/** What one kind of call costs on one table. */
export interface Measured extends Count {
  readonly compiler: Compiler['name'];
  readonly kind: Kind;
  readonly routes: number;
  /** Check time of the table, its router and a thousand calls. */
  readonly milliseconds: number;
  /** The same over the check time of the table and a thousand plain reads of it. */
  readonly overFloor: number;
}

const CALLS = 1_000;
const ROUNDS = 5;

/** Measures every kind of call on a table of so many routes. */
export async function measure(workshop: Workshop, compiler: Compiler, routes: number): Promise<readonly Measured[]> {
  const kinds: readonly Kind[] = [FLOOR, ...KINDS];
  const programs = kinds.map((kind): Program => ({ kind, routes, calls: CALLS }));
  const [floor = NaN, ...seconds] = await time(workshop, compiler, programs, ROUNDS);
  const measured: Measured[] = [];
  for (const [index, kind] of KINDS.entries()) {
    const spent = seconds[index] ?? NaN;
    const counted = await count(workshop, compiler, kind, routes);
    const times = { milliseconds: spent * 1_000, overFloor: spent / floor };
    measured.push({ compiler: compiler.name, kind, routes, ...counted, ...times });
  }
  return measured;
}
