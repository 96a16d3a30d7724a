import { kept } from '../text/kept.ts';
import { absent, memberOf, type Asker } from './member.ts';
import type { Place } from '../text/place.ts';
import { flatMap, union, unknown, type ObjectItem, type ObjectValue, type Possible, type Value } from './value.ts';

/** The line of a key: the last one that is written, with what may have been put over it. */
export function lookUp(scene: Asker, object: ObjectValue, key: string, place: Place): Possible {
  const over: Possible[] = [];
  let mayBeAbsent = false;
  for (const item of linesOf(object, key)) {
    const found = item.key === null ? throughSpread(scene, item.value, key, place) : item;
    if (found.perhaps === undefined) return union(found.value, ...over);
    over.push(found.value);
    mayBeAbsent ||= item.key !== null;
  }
  if (mayBeAbsent) return union(...over, absent(place));
  return over.some((part) => part.gaps.length > 0 || part.values.length > 0) ? union(...over) : absent(place);
}

/** What a spread of something that is not known line by line may put over a key. */
function throughSpread(
  scene: Asker,
  spread: Possible,
  key: string,
  place: Place,
): { readonly value: Possible; readonly perhaps: true | undefined } {
  const all = flatMap(spread, (value) => (hasLines(value) ? memberOf(scene, value, key, place) : unknown()));
  const found = all.values.filter((value) => value.kind !== 'primitive' || value.value !== undefined);
  const [first] = spread.values;
  const isCertain =
    spread.values.length === 1 &&
    first?.kind !== 'builtin' &&
    found.length > 0 &&
    found.length === all.values.length &&
    spread.gaps.length === 0;
  return isCertain ? { value: all, perhaps: undefined } : { value: { values: found, gaps: all.gaps }, perhaps: true };
}

/** Whether a spread of it puts in lines: a function or a promise has none of its own. */
function hasLines({ kind }: Value): boolean {
  return kind !== 'primitive' && kind !== 'function' && kind !== 'callee' && kind !== 'promise';
}

/** Where the lines of a long object stand: those of a key, and spreads. */
interface Index {
  readonly lines: ReadonlyMap<string, readonly number[]>;
  readonly spreads: readonly number[];
}

const SHORT = 16;

/** The lines of a key and the spreads, the last one first. */
function linesOf(object: ObjectValue, key: string): readonly ObjectItem[] {
  const { items } = object;
  if (items.length <= SHORT) return items.filter((item) => item.key === key || item.key === null).reverse();
  const index = indexOf(object);
  const at = [...(index.lines.get(key) ?? []), ...index.spreads].sort((one, other) => other - one);
  return at.flatMap((each) => items[each] ?? []);
}

const indexOf = kept(({ items }: ObjectValue): Index => {
  const lines = new Map<string, number[]>();
  const spreads: number[] = [];
  for (const [at, { key }] of items.entries()) {
    if (key === null) spreads.push(at);
    else {
      const known = lines.get(key);
      if (known === undefined) lines.set(key, [at]);
      else known.push(at);
    }
  }
  return { lines, spreads };
});
