import type { Served } from './served.ts';
import type { RouterChanges } from './route-diff.ts';

/** A change of a table as a row: what happened, to what, and from which model to which. */
export interface ChangeRow {
  readonly change: string;
  /** The task, or what else it is about; null where `change` tells. */
  readonly task: string | null;
  readonly from: string;
  readonly to: string;
  readonly direction: 'up' | 'down' | null;
}

/** What happened to a table: what gets cheaper first, for that is what a reviewer looks for. */
export function rowsOf({ moved, added, removed, tiers, rules, ...rest }: RouterChanges): readonly ChangeRow[] {
  const order = (direction: 'up' | 'down' | null) => (direction === 'down' ? 0 : direction === null ? 1 : 2);
  const byDirection = [...moved].sort((one, other) => order(one.direction) - order(other.direction));
  return [
    ...byDirection.map(({ task, from, to, direction }) => row('moved', task, from, to, direction)),
    ...removed.map(({ task, model, after, direction }) => row('gone', task, model, servedWords(after), direction)),
    ...added.map(({ task, model, before, direction }) => row('new', task, servedWords(before), model, direction)),
    ...(rest.default === null
      ? []
      : [row('default', null, rest.default.from, rest.default.to, rest.default.direction)]),
    ...(tiers?.renamed ?? []).map(({ from, to }) => row('renamed', null, from, to, null)),
    ...(tiers === null ? [] : [row('tiers', null, tiers.from.join(', '), tiers.to.join(', '), null)]),
    ...(rules === null ? [] : [row('rules', null, listWords(rules.from), listWords(rules.to), null)]),
  ];
}

type Change = 'moved' | 'new' | 'gone' | 'default' | 'tiers' | 'renamed' | 'rules';

function row(
  change: Change,
  task: string | null,
  from: string,
  to: string,
  direction: ChangeRow['direction'],
): ChangeRow {
  // That a line moved, its direction tells.
  const words = [
    ...(change === 'moved' && direction !== null ? [] : [change]),
    ...(direction === null ? [] : [direction]),
  ];
  return { change: words.join(', '), task, from, to, direction };
}

/** `sonnet, by default` */
function servedWords(served: Served | null): string {
  if (served === null) return 'not known';
  return served.via === 'default' ? `${served.model}, by default` : `${served.model}, by its ${served.via}`;
}

function listWords(names: readonly string[] | 'unknown'): string {
  if (names === 'unknown') return 'not known';
  return names.length === 0 ? 'none' : names.join(', ');
}
