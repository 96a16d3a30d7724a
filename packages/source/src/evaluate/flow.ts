import type { Variable } from '@typescript-eslint/scope-manager';
import { arrive, assume, join, perhaps, type Arrivals } from './arrivals.ts';
import type { Fact } from './facts.ts';
import { effectsOf } from './quiet.ts';
import { countBelow } from '../text/sorted.ts';
import type { Module, Node } from '../text/parse.ts';

/** One walk through the code of a function, in the order in which it is run, for one variable. */
export interface Flow {
  readonly module: Module;
  readonly variable: Variable;
  /** Names of the variable, where it is written or declared. */
  readonly names: ReadonlySet<Node>;
  /** Names where it is read or written. */
  readonly asked: ReadonlySet<Node>;
  /** Where those names begin, in the order of the text. */
  readonly offsets: readonly number[];
  /** Names that other functions write: any call may do so. */
  readonly foreign: readonly Node[];
  /** What has arrived where the variable is read, and where a function is made. */
  readonly reads: Map<Node, Arrivals>;
  /** Where jumps lead, the innermost last. */
  readonly targets: Target[];
  /** What may have arrived where something is caught, the innermost last. */
  readonly guards: { thrown: Arrivals }[];
  /** The labels of the statement that comes next. */
  labels: readonly string[];
  steps: number;
}

export type Target =
  | {
      readonly kind: 'loop' | 'switch' | 'block';
      readonly labels: readonly string[];
      breaks: Arrivals;
      continues: Arrivals;
    }
  /** A `finally`, through which all that leaves leads. */
  | { readonly kind: 'finally'; readonly jumps: Jump[]; returned: Arrivals };

interface Jump {
  readonly kind: 'break' | 'continue';
  readonly label: string | null;
  readonly arrivals: Arrivals;
}

/** Loops in loops are walked again and again: past this many steps the walk is given up. */
const MOST_STEPS = 50_000;

/** Counts a step. */
export function isTooLong(flow: Flow): boolean {
  return flow.steps++ > MOST_STEPS;
}

/** Notes what has arrived at a node. */
export function note(flow: Flow, node: Node, arrivals: Arrivals): void {
  flow.reads.set(node, join(flow.reads.get(node) ?? null, arrivals));
}

/** What has arrived may be all that is done before something is thrown. */
export function mayThrow({ guards }: Flow, arrivals: Arrivals): Arrivals {
  const guard = guards.at(-1);
  if (guard !== undefined) guard.thrown = join(guard.thrown, arrivals);
  return arrivals;
}

/** A call: other functions may write. */
export function called(flow: Flow, arrivals: Arrivals): Arrivals {
  return mayThrow(flow, perhaps(arrivals, flow.foreign));
}

export function wrote(flow: Flow, name: Node, arrivals: Arrivals): Arrivals {
  return arrivals === null || !flow.names.has(name) ? arrivals : mayThrow(flow, arrive(name));
}

/** Something has turned out; only what speaks of the variable is minded. */
export function known(flow: Flow, arrivals: Arrivals, fact: Fact): Arrivals {
  const parts = 'test' in fact ? [fact.test] : [fact.subject, ...fact.among];
  return parts.some((part) => names(flow, part)) ? assume(arrivals, fact) : arrivals;
}

/** Whether a piece of code names the variable. */
function names({ offsets }: Flow, { range: [start, end] }: Node): boolean {
  const first = countBelow(offsets, start, (offset) => offset);
  return first < offsets.length && (offsets[first] as number) < end;
}

/** What has arrived behind a statement that does not name the variable; null where it is to be walked. */
export function afterQuiet(flow: Flow, node: Node, before: Arrivals): { readonly after: Arrivals } | null {
  if (names(flow, node)) return null;
  const { calls, jumps, leaves } = effectsOf(flow.module, node);
  if (jumps || (leaves !== 'never' && flow.targets.some(({ kind }) => kind === 'finally'))) return null;
  const after = calls ? called(flow, mayThrow(flow, before)) : mayThrow(flow, before);
  return { after: leaves === 'always' ? null : after };
}

/** Goes to where a jump leads, through every `finally` in between. */
export function jump(flow: Flow, to: Jump): void {
  for (const target of flow.targets.toReversed()) {
    if (target.kind === 'finally') {
      target.jumps.push(to);
      return;
    }
    const isIt =
      to.label !== null
        ? target.labels.includes(to.label)
        : target.kind === 'loop' || (target.kind === 'switch' && to.kind === 'break');
    if (!isIt) continue;
    if (to.kind === 'break') target.breaks = join(target.breaks, to.arrivals);
    else target.continues = join(target.continues, to.arrivals);
    return;
  }
}
