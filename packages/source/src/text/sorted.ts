/** How many of a sorted list stand below a limit: the index of the first that does not. */
export function countBelow<Item>(sorted: readonly Item[], limit: number, numberOf: (item: Item) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(sorted[middle] as Item) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
