import { gapAt, type Gap } from '../text/gap.ts';
import type { Place } from '../text/place.ts';
import { known, union, unknown, type Duplicate, type ObjectItem, type ObjectValue, type Possible } from './value.ts';

/** The lines of an object as they stand in it: of each key the last one that is certain, and what may stand over it. */
interface Lines {
  readonly items: readonly ObjectItem[];
  readonly duplicates: readonly Duplicate[];
  readonly widened?: Gap;
}

/**
 * The lines that are left of what an object is written with, spreads of known objects laid out.
 *
 * Shape: a key stands once, but for lines that may not be there; a spread that stays is one of what is not known. So an object is
 * as long as its keys, however often its parts are spread.
 */
export function layOut(written: readonly ObjectItem[]): Lines {
  const items = new Set<ObjectItem>();
  const lines = new Map<string, ObjectItem[]>();
  const spreads = new Map<Possible, ObjectItem>();
  const own: Duplicate[] = [];
  const others = new Map<string, Duplicate>();
  const firsts = new Map<string, Place>();
  let widened: Gap | undefined;

  function add(item: ObjectItem): void {
    if (item.key === null) {
      const before = spreads.get(item.value);
      if (before !== undefined) items.delete(before);
      spreads.set(item.value, item);
      items.add(item);
      return;
    }
    const before = lines.get(item.key) ?? [];
    const covered = before.filter((each) => item.perhaps === undefined || each.value === item.value);
    for (const each of covered) items.delete(each);
    lines.set(item.key, [...before.filter((each) => !covered.includes(each)), item]);
    items.add(item);
  }

  function noteAgain(key: string, again: Place): void {
    const first = lines.get(key)?.findLast((item) => item.perhaps === undefined)?.place;
    if (first !== undefined) note({ key, first, again });
  }

  function note(duplicate: Duplicate): void {
    others.set(`${placeKey(duplicate.first)} ${placeKey(duplicate.again)}`, duplicate);
  }

  for (const item of written) {
    if (item.key !== null) {
      const first = firsts.get(item.key);
      if (first === undefined) {
        firsts.set(item.key, item.place);
        noteAgain(item.key, item.place);
      } else own.push({ key: item.key, first, again: item.place });
      add(item);
      continue;
    }
    const spread = spreadOf(item);
    widened ??= spread.widened;
    for (const duplicate of spread.duplicates) note(duplicate);
    for (const each of spread.items) {
      if (each.key !== null && each.perhaps === undefined) noteAgain(each.key, each.place);
      add(each);
    }
  }
  return { items: [...items], duplicates: [...own, ...others.values()], ...(widened !== undefined && { widened }) };
}

function placeKey({ file, range }: Place): string {
  return `${file} ${String(range[0])}`;
}

/** What a spread puts into an object. */
export function spreadOf(spread: ObjectItem): Lines {
  const { values, gaps } = spread.value;
  const objects = values.filter((value) => value.kind === 'object');
  const empty = values.filter((value) => value.kind === 'primitive' && typeof value.value !== 'string');
  const asItIs = { items: [spread], duplicates: [] };
  if (objects.length + empty.length < values.length || objects.length === 0)
    return values.length > 0 && empty.length === values.length && gaps.length === 0
      ? { items: [], duplicates: [] }
      : asItIs;
  const [object] = objects;
  if (object !== undefined && values.length === 1 && gaps.length === 0) return object;
  const isSame = objects.length === values.length && gaps.length === 0;
  const perhaps = gapAt(spread.place, 'is a spread of one object or another');
  const found = new Map<string, ObjectItem[]>();
  const open: ObjectItem[] = gaps.length > 0 ? [{ key: null, value: unknown(...gaps), place: spread.place }] : [];
  for (const each of objects) {
    const inner = innerLines(each);
    open.push(...inner.open.map((item) => maybe(item)));
    for (const [key, line] of inner.lines) found.set(key, [...(found.get(key) ?? []), line]);
  }
  const items = [...found].map(([key, lines]): ObjectItem => {
    const value = union(...lines.map((line) => line.value));
    const isCertain = isSame && lines.length === values.length && lines.every((line) => line.perhaps === undefined);
    const [first] = lines;
    const changed = lines.find((line) => line.changed !== undefined)?.changed;
    const sometimes = lines.some((line) => line.sometimes === true);
    return {
      key,
      value,
      place: first?.place ?? spread.place,
      ...(!isCertain && { perhaps: lines.find((line) => line.perhaps !== undefined)?.perhaps ?? perhaps }),
      ...(changed !== undefined && { changed }),
      ...(sometimes && { sometimes }),
    };
  });
  const widened = objects.find((each) => each.widened !== undefined)?.widened;
  return {
    items: [...items, ...open],
    duplicates: objects.flatMap((each) => each.duplicates),
    ...(widened !== undefined && { widened }),
  };
}

const maybes = new WeakMap<Possible, Possible>();

/** A spread that may not be there: the same for the same one, so that it stands once however often it is spread. */
function maybe(item: ObjectItem): ObjectItem {
  let value = maybes.get(item.value);
  if (value === undefined) {
    value = union(item.value, known({ kind: 'primitive', value: undefined, place: item.place }));
    maybes.set(item.value, value).set(value, value);
  }
  return { ...item, value };
}

/** One line for each key, and the spreads of what is not known. */
export function innerLines({ items }: ObjectValue): {
  readonly lines: ReadonlyMap<string, ObjectItem>;
  readonly open: readonly ObjectItem[];
} {
  const lines = new Map<string, ObjectItem>();
  const open: ObjectItem[] = [];
  for (const item of items.toReversed()) {
    if (item.key === null) {
      open.unshift(item);
      continue;
    }
    const later = lines.get(item.key);
    if (later === undefined) lines.set(item.key, item);
    else if (later.perhaps !== undefined) lines.set(item.key, joined(item, later));
  }
  return { lines: new Map([...lines].reverse()), open };
}

function joined(line: ObjectItem, later: ObjectItem): ObjectItem {
  const { perhaps: _, sometimes: __, removes, ...rest } = later;
  const value = union(line.value, later.value);
  const sometimes = line.sometimes === true || removes === true;
  return {
    ...rest,
    value,
    place: line.place,
    ...(line.perhaps !== undefined && { perhaps: line.perhaps }),
    ...(sometimes && { sometimes }),
  };
}
