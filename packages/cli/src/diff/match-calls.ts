import type { AskedTask } from './asked-tasks.ts';

export interface CallsToMatch {
  readonly base: readonly AskedTask[];
  readonly head: readonly AskedTask[];
  /** The head's name for a router of either side. */
  readonly nameOf: (asked: AskedTask) => string;
  /** Whether a file is on both sides. */
  readonly isKept: (file: string) => boolean;
}

export interface MatchedCalls {
  readonly pairs: readonly (readonly [base: AskedTask, head: AskedTask])[];
  readonly added: readonly AskedTask[];
  readonly removed: readonly AskedTask[];
}

/** A way to know a call again; null where the way is not open to it. */
type KeyOf = (asked: AskedTask) => readonly string[] | null;

/**
 * Which call of the base is which of the head. Lines count for nothing: whatever is written above moves them.
 *
 * Shape: the same router, file, function and task; else the same but for the router; else, where its file is on one side alone, the same but
 * for the file; else the same but for the task, where as many such calls are left on either side. Among equals the order of the text.
 */
export function matchCalls({ base, head, nameOf, isKept }: CallsToMatch): MatchedCalls {
  const pairs: [AskedTask, AskedTask][] = [];
  let [removed, added] = [base, head];
  const match = (keyOf: KeyOf, takesAll: boolean): void => {
    const groups = groupsOf(removed, added, keyOf);
    const [gone, come] = [new Set<AskedTask>(), new Set<AskedTask>()];
    for (const [left, right] of groups) {
      if (takesAll && left.length !== right.length) continue;
      for (const pair of pairsOf(left, right)) {
        pairs.push(pair);
        gone.add(pair[0]);
        come.add(pair[1]);
      }
    }
    removed = removed.filter((each) => !gone.has(each));
    added = added.filter((each) => !come.has(each));
  };
  match((each) => [nameOf(each), each.file, each.callee, each.task], false);
  match(({ file, callee, task }) => [file, callee, task], false);
  match((each) => (isKept(each.file) ? null : [nameOf(each), each.callee, each.task]), false);
  match((each) => [nameOf(each), each.file, each.callee], true);
  return { pairs, added, removed };
}

function groupsOf(
  base: readonly AskedTask[],
  head: readonly AskedTask[],
  keyOf: KeyOf,
): readonly (readonly [AskedTask[], AskedTask[]])[] {
  const groups = new Map<string, [AskedTask[], AskedTask[]]>();
  for (const [index, calls] of [base, head].entries())
    for (const call of calls) {
      const parts = keyOf(call);
      if (parts === null) continue;
      const key = JSON.stringify(parts);
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = [[], []]));
      (index === 0 ? group[0] : group[1]).push(call);
    }
  return [...groups.values()];
}

/** Where not all can have a partner, those that are answered alike are the same call. */
function pairsOf(left: readonly AskedTask[], right: readonly AskedTask[]): readonly [AskedTask, AskedTask][] {
  const pairs: [AskedTask, AskedTask][] = [];
  const open = [...right];
  const take = (one: AskedTask, index: number): boolean => {
    const [other] = index < 0 ? [] : open.splice(index, 1);
    if (other !== undefined) pairs.push([one, other]);
    return other !== undefined;
  };
  const rest =
    left.length === right.length
      ? left
      : left.filter(
          (one) =>
            !take(
              one,
              open.findIndex((other) => answerOf(other) === answerOf(one)),
            ),
        );
  for (const one of rest) take(one, open.length > 0 ? 0 : -1);
  return pairs;
}

function answerOf({ models, via }: AskedTask): string {
  return JSON.stringify([models, via]);
}
