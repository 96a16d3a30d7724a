import type { Scene } from './evaluate.ts';
import { gapAt, type Gap } from './gap.ts';
import { moduleRecord } from './member.ts';
import type { Place } from './place.ts';
import type { RouteEntry } from './router-source.ts';
import { only, type Duplicate, type ObjectItem, type ObjectValue, type Possible, type Value } from './value.ts';

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
  readonly gaps: Gap[];
}

/** Stands for a model that is not known: such a line is no part of what is checked. */
const UNKNOWN: unique symbol = Symbol('unknown');

export function readLines(scene: Scene, routes: Possible, owner: { place: Place; declared: boolean }): Lines {
  const reading: Reading = { scene, entries: new Map(), duplicates: [], gaps: [] };
  const value = only(routes);
  const object = value === undefined ? null : objectOf(reading, value, owner.place);
  if (object === null) {
    reading.gaps.push(...routes.gaps);
    if (routes.gaps.length === 0)
      reading.gaps.push(gapAt(owner.place, 'the routes are not one object that the text shows'));
  } else {
    readObject(reading, object);
    // People who wrote their router by hand annotate its table; the compiler's view is the business of `defineRouter`.
    if (object.widened !== undefined && !owner.declared) reading.gaps.push(object.widened);
  }
  const kept = [...reading.entries.values()];
  // Without a prototype, so that a line named '__proto__' is a line.
  const raw = Object.create(null) as Record<string, unknown>;
  for (const { entry, raw: model } of kept) if (model !== UNKNOWN) raw[entry.task] = model;
  return { entries: kept.map(({ entry }) => entry), duplicates: reading.duplicates, gaps: reading.gaps, raw };
}

function objectOf(reading: Reading, value: Value, place: Place): ObjectValue | null {
  if (value.kind === 'object') return value;
  return value.kind === 'module' ? moduleRecord(reading.scene, value.file, place) : null;
}

function readObject(reading: Reading, object: ObjectValue): void {
  reading.duplicates.push(...object.duplicates);
  const own = new Set<string>();
  for (const item of object.items) {
    if (item.key === null) {
      readSpread(reading, item);
      continue;
    }
    // What the literal itself has twice is noted where the literal is read.
    const before = own.has(item.key) ? undefined : reading.entries.get(item.key);
    if (before !== undefined) reading.duplicates.push({ key: item.key, first: before.entry.place, again: item.place });
    own.add(item.key);
    readLine(reading, item.key, item);
  }
}

function readLine({ entries, gaps }: Reading, task: string, item: ObjectItem): void {
  const value = only(item.value);
  const place = item.place;
  entries.delete(task);
  if (value?.kind === 'primitive') {
    const model = typeof value.value === 'string' ? value.value : null;
    entries.set(task, { entry: { task, model, certain: true, place, modelPlace: value.place }, raw: value.value });
    return;
  }
  gaps.push(...item.value.gaps);
  if (item.value.gaps.length === 0)
    gaps.push(gapAt(place, `the model of ${JSON.stringify(task)} is not one string that the text shows`));
  entries.set(task, { entry: { task, model: null, certain: false, place, modelPlace: place }, raw: UNKNOWN });
}

function readSpread(reading: Reading, item: ObjectItem): void {
  const value = only(item.value);
  if (value?.kind === 'primitive' && typeof value.value !== 'string') return;
  const object = value === undefined ? null : objectOf(reading, value, item.place);
  if (object !== null) {
    readObject(reading, object);
    if (object.widened !== undefined) reading.gaps.push(object.widened);
    return;
  }
  reading.gaps.push(...item.value.gaps);
  if (item.value.gaps.length === 0) reading.gaps.push(gapAt(item.place, 'is a spread of one object or another'));
  // What is not known may stand over every line before it.
  for (const [task, { entry, raw }] of reading.entries)
    reading.entries.set(task, { entry: { ...entry, certain: false }, raw });
}
