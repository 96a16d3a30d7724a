import type { Gap } from '../text/gap.ts';
import type { Write, Written } from './module-exports.ts';
import type { Node } from '../text/parse.ts';

/** What the statements of a CommonJS module, or one branch of them, give to its exports. */
export interface WrittenExports {
  readonly names: Map<string, Written>;
  whole: Written | null;
  readonly spreads: Node[];
  readonly open: Gap[];
}

export function nothingWritten(): WrittenExports {
  return { names: new Map(), whole: null, spreads: [], open: [] };
}

export function writeName({ names }: WrittenExports, name: string, write: Write, sure: boolean): void {
  names.set(name, joined(names.get(name) ?? null, { writes: [write], sure }));
}

export function writeWhole(made: WrittenExports, write: Write, sure: boolean): void {
  made.whole = joined(made.whole, { writes: [write], sure });
}

function joined(before: Written | null, more: Written): Written {
  if (before === null) return more;
  // Of two that both are made, in the order of the text, the second stands.
  if (before.sure && more.sure && before.writes.length === 1) return more;
  return { writes: [...before.writes, ...more.writes], sure: before.sure || more.sure };
}

/** Adds what branches make of which one runs: sure is what all of them write. */
export function addBranches(made: WrittenExports, branches: readonly WrittenExports[]): void {
  const names = new Set(branches.flatMap((branch) => [...branch.names.keys()]));
  for (const name of names) {
    const written = eitherOf(branches.map((branch) => branch.names.get(name) ?? null));
    if (written !== null) made.names.set(name, joined(made.names.get(name) ?? null, written));
  }
  const whole = eitherOf(branches.map((branch) => branch.whole));
  if (whole !== null) made.whole = joined(made.whole, whole);
  for (const { spreads, open } of branches) {
    made.spreads.push(...spreads);
    made.open.push(...open);
  }
}

function eitherOf(each: readonly (Written | null)[]): Written | null {
  const writes = each.flatMap((written) => written?.writes ?? []);
  return writes.length === 0 ? null : { writes, sure: each.every((written) => written?.sure === true) };
}
