import type { Site } from '../survey/survey.ts';
import type { AskedTask } from './asked-tasks.ts';
import { calledNow, compareTiers, directionOf, type Direction } from './compare-tiers.ts';
import { matchCalls, type CallsToMatch } from './match-calls.ts';

/** A call that is answered with another model. It is placed where it stands in the head. */
export interface ChangedCall extends Site {
  readonly callee: string;
  readonly task: string;
  /** What it asked before, where that was another task. */
  readonly wasTask: string | null;
  /** Its file in the base, where that was another one. */
  readonly wasFile: string | null;
  readonly from: Answer;
  readonly to: Answer;
  /** Down where anything that it can be answered with is cheaper than before. Null where no side ranks the models. */
  readonly direction: Direction | null;
  readonly asked: AskedTask;
}

/** What a call can be answered with, the cheapest first, and what gave it. No model: the router refuses the call. */
export interface Answer {
  readonly models: readonly string[];
  readonly via: readonly string[];
}

export interface CallChanges {
  readonly changed: readonly ChangedCall[];
  readonly added: readonly AskedTask[];
  readonly removed: readonly AskedTask[];
}

/** What a side does not show of a file's calls: then none of them can be said to be new, or gone. */
export interface Sight {
  readonly isHiddenInBase: (file: string) => boolean;
  readonly isHiddenInHead: (file: string) => boolean;
}

export function compareCalls(sides: CallsToMatch, { isHiddenInBase, isHiddenInHead }: Sight): CallChanges {
  const { pairs, added, removed } = matchCalls(sides);
  return {
    changed: pairs.flatMap(([base, head]) => changeOf(base, head) ?? []),
    added: added.filter(({ file }) => !isHiddenInBase(file)),
    removed: removed.filter(({ file }) => !isHiddenInHead(file)),
  };
}

function changeOf(base: AskedTask, head: AskedTask): ChangedCall | null {
  // What is not known on one side is a finding of that side.
  if (base.models === null || head.models === null) return null;
  const [from, to] = [base.models, head.models];
  const direction = (one: string | undefined, other: string | undefined) =>
    one === undefined || other === undefined ? null : directionOf(base.router.tiers, head.router.tiers, one, other);
  if (from.length === to.length && from.every((model, index) => isSame(base, head, model, to[index] ?? '')))
    return null;
  const [lowest, highest] = [direction(from[0], to[0]), direction(from.at(-1), to.at(-1))];
  const { file, line, column, callee, task } = head;
  return {
    ...{ file, line, column, callee, task },
    wasTask: base.task === task ? null : base.task,
    wasFile: base.file === file ? null : base.file,
    from: { models: from, via: base.via },
    to: { models: to, via: head.via },
    direction: lowest === 'down' || highest === 'down' ? 'down' : (lowest ?? highest),
    asked: head,
  };
}

/** A model that is only called otherwise is the same. */
function isSame(base: AskedTask, head: AskedTask, from: string, to: string): boolean {
  return calledNow(compareTiers(base.router.tiers, head.router.tiers), from) === to;
}
