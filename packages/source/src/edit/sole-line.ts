import type { RouteEntry, RouterSource } from '../router/router-source.ts';
import type { NoEdit } from './text-edit.ts';

/** The line of a task, where nothing else in the table speaks of that task. */
export function soleLine(router: RouterSource, task: string): RouteEntry | NoEdit {
  const entry = router.routes.find((each) => each.task === task);
  if (entry === undefined) return { reason: 'the table has no such line', place: router.place };
  const again = router.duplicates.find(({ key }) => key === task);
  if (again !== undefined)
    return { reason: 'its line stands twice, and the later one wins: drop one', place: again.first };
  if (!entry.certain) return { reason: 'something that cannot be read may stand over its line', place: entry.place };
  return entry;
}

/** Null where the table can be read whole: only then it is known what a line more or less changes. */
export function unreadPart(router: RouterSource): NoEdit | null {
  const [gap] = router.gaps;
  if (gap !== undefined)
    return { reason: `part of the table cannot be read: ${gap.reason}`, place: { ...gap, range: gap.range ?? [0, 0] } };
  const [fault] = router.faults;
  return fault === undefined ? null : { reason: `the table is broken: ${fault.message}`, place: fault.place };
}
