import type { Scene } from '../evaluate/evaluate.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { moduleRecord } from '../module/module-record.ts';
import type { Place } from '../text/place.ts';
import type { RouteEntry } from './router-source.ts';
import {
  only,
  type Duplicate,
  type ObjectItem,
  type ObjectValue,
  type Possible,
  type Value,
} from '../evaluate/value.ts';

/** The lines of a table, as its text shows them. */
export interface Lines {
  readonly entries: readonly RouteEntry[];
  readonly duplicates: readonly Duplicate[];
  readonly gaps: readonly Gap[];
  /** What the table's check reads: every line whose value is known, whatever it is. */
  readonly raw: Readonly<Record<string, unknown>>;
}

interface Reading {
  readonly scene: Scene;
  readonly entries: Map<string, { entry: RouteEntry; raw: unknown }>;
  readonly duplicates: Duplicate[];
  readonly gaps: Set<Gap>;
}

/** Stands for a model that is not known: such a line is no part of what is checked. */
const UNKNOWN: unique symbol = Symbol('unknown');

export function readLines(scene: Scene, routes: Possible, owner: { place: Place; declared: boolean }): Lines {
  const reading: Reading = { scene, entries: new Map(), duplicates: [], gaps: new Set() };
  const value = only(routes);
  const object = value === undefined ? null : objectOf(reading, value, owner.place);
  if (object === null) {
    for (const gap of routes.gaps) reading.gaps.add(gap);
    if (routes.gaps.length === 0)
      reading.gaps.add(gapAt(owner.place, 'the routes are not one object that the text shows'));
  } else {
    readObject(reading, object);
    // People who wrote their router by hand annotate its table; the compiler's view is the business of `defineRouter`.
    if (object.widened !== undefined && !owner.declared) reading.gaps.add(object.widened);
  }
  const kept = [...reading.entries.values()];
  // Without a prototype, so that a line named '__proto__' is a line.
  const raw = Object.create(null) as Record<string, unknown>;
  for (const { entry, raw: model } of kept) if (model !== UNKNOWN) raw[entry.task] = model;
  return { entries: kept.map(({ entry }) => entry), duplicates: reading.duplicates, gaps: [...reading.gaps], raw };
}

function objectOf(reading: Reading, value: Value, place: Place): ObjectValue | null {
  if (value.kind === 'object') return value;
  return value.kind === 'module' ? moduleRecord(reading.scene, value.file, place) : null;
}

function readObject(reading: Reading, object: ObjectValue): void {
  reading.duplicates.push(...object.duplicates);
  const own = new Set<string>();
  for (const item of object.items) {
    if (item.changed !== undefined) reading.gaps.add(item.changed);
    if (item.key === null) {
      readSpread(reading, item);
    } else if (item.perhaps !== undefined) {
      readPerhaps(reading, item.key, item, item.perhaps);
    } else {
      // What stands twice within the object itself was noted when it was laid out.
      const before = own.has(item.key) ? undefined : reading.entries.get(item.key);
      if (before !== undefined)
        reading.duplicates.push({ key: item.key, first: before.entry.place, again: item.place });
      own.add(item.key);
      readLine(reading, item.key, item);
    }
  }
}

function readLine({ entries, gaps }: Reading, task: string, item: ObjectItem): void {
  const value = same(item.value);
  const place = item.place;
  entries.delete(task);
  if (value?.kind === 'primitive') {
    const model = typeof value.value === 'string' ? value.value : null;
    const certain = item.changed === undefined;
    entries.set(task, { entry: { task, model, certain, place, modelPlace: value.place }, raw: value.value });
    return;
  }
  for (const gap of item.value.gaps) gaps.add(gap);
  if (item.value.gaps.length === 0)
    gaps.add(gapAt(place, `the model of ${JSON.stringify(task)} is not one string that the text shows`));
  entries.set(task, { entry: { task, model: null, certain: false, place, modelPlace: place }, raw: UNKNOWN });
}

/** The one thing that a line can be, wherever it is written. */
function same(possible: Possible): Value | undefined {
  const [first] = possible.values;
  const isSame = possible.values.every(
    (value) => value.kind === 'primitive' && first?.kind === 'primitive' && value.value === first.value,
  );
  return possible.gaps.length === 0 && isSame ? first : only(possible);
}

/** A line that may be there: what stands before it is no longer certain, and that it is there is not either. */
function readPerhaps({ entries, gaps }: Reading, task: string, item: ObjectItem, perhaps: Gap): void {
  gaps.add(perhaps);
  for (const gap of item.value.gaps) gaps.add(gap);
  const before = entries.get(task);
  if (before !== undefined) {
    entries.set(task, { entry: { ...before.entry, certain: false }, raw: before.raw });
    return;
  }
  const value = same(item.value);
  const text = value?.kind === 'primitive' && typeof value.value === 'string' ? value : null;
  const modelPlace = text?.place ?? item.place;
  const entry = {
    task,
    model: text === null ? null : String(text.value),
    certain: false,
    place: item.place,
    modelPlace,
  };
  if (text !== null || value === undefined) entries.set(task, { entry, raw: text?.value ?? UNKNOWN });
}

function readSpread(reading: Reading, item: ObjectItem): void {
  const value = only(item.value);
  if (value?.kind === 'primitive' && typeof value.value !== 'string') return;
  const object = value === undefined ? null : objectOf(reading, value, item.place);
  if (object !== null) {
    readObject(reading, object);
    if (object.widened !== undefined) reading.gaps.add(object.widened);
    return;
  }
  for (const gap of item.value.gaps) reading.gaps.add(gap);
  if (item.value.gaps.length === 0 && item.changed === undefined)
    reading.gaps.add(gapAt(item.place, 'is a spread of one object or another'));
  // What is not known may stand over every line before it.
  for (const [task, { entry, raw }] of reading.entries)
    reading.entries.set(task, { entry: { ...entry, certain: false }, raw });
}
