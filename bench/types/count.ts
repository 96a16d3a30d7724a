import type { Kind } from './calls.ts';
import { compile, type Compiler } from './compiler.ts';
import { writeProgram } from './program.ts';
import { makeTable } from './table.ts';
import type { Workshop } from './workshop.ts';

/** So many calls a figure is taken over, where the table has as many tasks. */
const MOST_CALLS = 1_000;

/** How much a router makes the compiler instantiate. Exact: the same on every run and every machine. */
export interface Count {
  /** For the router and its first call. */
  readonly once: number;
  /** For each further call, of another task: the difference of many calls and one. */
  readonly perCall: number;
}

/** Counts one kind of call on a table of so many routes. */
export async function count(workshop: Workshop, compiler: Compiler, kind: Kind, routes: number): Promise<Count> {
  const calls = Math.min(MOST_CALLS, makeTable(routes).tasks.length);
  const [once, all] = await Promise.all([instantiations(1), instantiations(calls)]);
  return { once, perCall: Number(((all - once) / (calls - 1)).toFixed(2)) };

  async function instantiations(size: number): Promise<number> {
    const folder = workshop.folder(`count ${compiler.name} ${kind} ${String(routes)} ${String(size)}`);
    writeProgram(folder, { kind, routes, calls: size });
    return (await compile(compiler, folder)).instantiations;
  }
}
