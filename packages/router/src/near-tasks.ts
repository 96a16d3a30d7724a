import type { TableSource } from './create-table.ts';

/** A name longer than this is no typing slip, and comparing it would take time. */
const LONGEST = 100;

/** More slips than this are another name. */
const MOST = 3;

/**
 * The listed tasks that a misspelt one may stand for, nearest first: "did you mean".
 *
 * Shape: at most `limit` names, none of them a `…/*` key; a name is close where one letter differs, or up to a third of them and three.
 * Source: Damerau–Levenshtein distance (optimal string alignment) over UTF-16 code units.
 */
export function nearTasks(table: TableSource, task: string, limit = 1): readonly string[] {
  if (task.length > LONGEST) return [];
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const name of Object.keys(table.routes)) {
    if (name.endsWith('/*') || name === task) continue;
    const most = Math.min(MOST, Math.max(1, Math.floor(Math.max(name.length, task.length) / 3)));
    if (Math.abs(name.length - task.length) > most) continue;
    const distance = distanceBetween(name, task, most);
    if (distance <= most) near.push({ name, distance });
  }
  near.sort((one, other) => one.distance - other.distance);
  return near.slice(0, limit).map(({ name }) => name);
}

/**
 * Infinity where it is more than `most`, which is sure early for most names: only cells as far as `most` from the diagonal
 * can hold a smaller distance, and a row without one ends it.
 */
function distanceBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: most + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current: number[] = [];
    if (row <= most) current[0] = row;
    let least = at(current, 0);
    for (let column = Math.max(1, row - most); column <= Math.min(other.length, row + most); column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const distance = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 1),
        swapped ? at(before, column - 2) + 1 : Infinity,
      );
      current[column] = distance;
      least = Math.min(least, distance);
    }
    if (least > most) return Infinity;
    before = above;
    above = current;
  }
  return at(above, other.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
