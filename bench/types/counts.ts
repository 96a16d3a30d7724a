import { readFileSync, writeFileSync } from 'node:fs';
import { KINDS } from './calls.ts';
import { COMPILERS } from './compiler.ts';
import { count, type Count } from './count.ts';
import type { Workshop } from './workshop.ts';

/** Counts by compiler, then by kind of call. */
export type Counts = Readonly<Record<string, Readonly<Record<string, Count>>>>;

/** Large enough for a thousand calls of different tasks. */
const ROUTES = 2_000;

const BASELINE = new URL('baseline.json', import.meta.url);

/** Counts each kind of call on each compiler. */
export async function countAll(workshop: Workshop): Promise<Counts> {
  const counts: Record<string, Record<string, Count>> = {};
  for (const compiler of COMPILERS) {
    const ofCompiler: Record<string, Count> = {};
    for (const kind of KINDS) ofCompiler[kind] = await count(workshop, compiler, kind, ROUTES);
    counts[compiler.name] = ofCompiler;
  }
  return counts;
}

/** The committed counts. */
export function readBaseline(): Counts {
  return JSON.parse(readFileSync(BASELINE, 'utf8')) as Counts; // nothing but `writeBaseline` writes it
}

export function writeBaseline(counts: Counts): void {
  writeFileSync(BASELINE, `${JSON.stringify(counts, null, 2)}\n`);
}
