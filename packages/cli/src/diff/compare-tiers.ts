import { diffArrays } from 'diff';

export type Direction = 'up' | 'down';

/** How the tiers of a router changed; every list is in the order of `tiers`. */
export interface TiersChange {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** A model that stands where another one stood, which is gone. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** Null where they are the same. */
export function compareTiers(from: readonly string[], to: readonly string[]): TiersChange | null {
  if (from.length === to.length && from.every((model, index) => model === to[index])) return null;
  const renamed = renames(from, to);
  return {
    from,
    to,
    added: to.filter((model) => !from.includes(model) && !renamed.some((each) => each.to === model)),
    removed: from.filter((model) => !to.includes(model) && !renamed.some((each) => each.from === model)),
    renamed,
  };
}

/** Between two models that both sides have, as many new names as names that are gone: the same models, called otherwise. */
function renames(from: readonly string[], to: readonly string[]): TiersChange['renamed'] {
  const parts = diffArrays([...from], [...to]);
  return parts.flatMap(({ removed, value: gone }, index) => {
    const next = parts[index + 1];
    if (!removed || next?.added !== true || gone.length !== next.value.length) return [];
    if (gone.some((model) => to.includes(model)) || next.value.some((model) => from.includes(model))) return [];
    return gone.flatMap((model, at) => {
      const other = next.value[at];
      return other === undefined ? [] : { from: model, to: other };
    });
  });
}

/** What a model of the base is called in the head. */
export function calledNow(tiers: TiersChange | null, model: string): string {
  return tiers?.renamed.find(({ from }) => from === model)?.to ?? model;
}

/**
 * Whether a model is cheaper than the one before, or not; null where it is the same, or neither side ranks the two.
 *
 * Shape: the head's tiers say it, else the base's.
 */
export function directionOf(
  base: readonly string[],
  head: readonly string[],
  from: string,
  to: string,
): Direction | null {
  const now = calledNow(compareTiers(base, head), from);
  if (now === to) return null;
  return rankedBy(head, now, to) ?? rankedBy(base, from, to);
}

function rankedBy(tiers: readonly string[], from: string, to: string): Direction | null {
  const [before, after] = [tiers.indexOf(from), tiers.indexOf(to)];
  if (before < 0 || after < 0 || before === after) return null;
  return after > before ? 'up' : 'down';
}
