import { evaluate, type Scene } from './evaluate.ts';
import { isHandedOn } from './handed.ts';
import { elementsOf, keysOf } from './member.ts';
import { moduleRecord } from '../module/module-record.ts';
import { gapAt } from '../text/gap.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { known, only, union, unknown, type ArrayValue, type ObjectValue, type Possible, type Value } from './value.ts';

/** A collection that a condition asks. */
interface Collection {
  readonly scene: Scene;
  readonly node: Node;
  readonly place: Place;
  readonly kind: 'keys' | 'elements';
}

/** The keys of an object. */
export function keysIn(scene: Scene, node: Node): Collection {
  return { scene, node, place: placeOf(scene.module, node), kind: 'keys' };
}

/** The elements of a list or a `Set`. */
export function elementsIn(scene: Scene, node: Node): Collection {
  return { scene, node, place: placeOf(scene.module, node), kind: 'elements' };
}

/** Whatever may be in a collection. */
export function membersOf({ scene, node, place, kind }: Collection): Possible {
  const { values, gaps } = evaluate(scene, node);
  const open = gapAt(place, 'is filled where it is handed to');
  const parts = values.map((value) => {
    const read =
      kind === 'keys' ? keysOf(scene, value, place) : value.kind === 'array' ? elementsOf(scene, value, place) : null;
    const members = read ?? known(value);
    const isToBeFilled = members.values.length === 0 && members.gaps.length === 0 && isHandedOn(scene, value);
    return isToBeFilled ? unknown(open) : members;
  });
  return union(unknown(...gaps), ...parts);
}

/** What is in a collection at all times: only of that it is known what is not in it. */
export function sureMembersOf({ scene, node, place, kind }: Collection): ReadonlySet<unknown> {
  const { values, gaps } = evaluate(scene, node);
  if (gaps.length > 0) return new Set();
  const [first = [], ...rest] = values.map((value): readonly unknown[] => {
    if (kind === 'keys') return sureKeys(scene, value, place);
    return value.kind === 'array' ? sureElements(value).flatMap(textOf) : [];
  });
  const others = rest.map((each) => new Set(each));
  return new Set(first.filter((member) => others.every((each) => each.has(member))));
}

/** The elements that are in a list at all times. */
export function sureElements({ items, gaps, shuffled, sure }: ArrayValue): readonly Possible[] {
  return shuffled === true || gaps.length > 0 ? (sure ?? []) : items;
}

function textOf(element: Possible): readonly unknown[] {
  const value = only(element);
  return value?.kind === 'primitive' ? [value.value] : [];
}

/** The keys that are in an object at all times. */
export function sureKeys(scene: Scene, value: Value, place: Place): readonly string[] {
  switch (value.kind) {
    case 'object':
      return sureLines(scene, value, place);
    case 'module':
      return sureLines(scene, moduleRecord(scene, value.file, place), place);
    case 'tasks':
      return value.router.routes.flatMap(({ task, certain }) => (certain ? [task] : []));
    default:
      return [];
  }
}

/** By the objects: conditions ask the same ones again and again. */
const lines = new WeakMap<ObjectValue, readonly string[]>();

function sureLines(scene: Scene, object: ObjectValue, place: Place): readonly string[] {
  let sure = lines.get(object);
  if (sure === undefined) {
    sure = findSureLines(scene, object, place);
    lines.set(object, sure);
  }
  return sure;
}

function findSureLines(scene: Scene, { items, instance }: ObjectValue, place: Place): readonly string[] {
  // A field that is only declared is a line too.
  if (instance === true) return [];
  const taken = new Set<string | null>();
  const sure: string[] = [];
  for (const item of items.toReversed()) {
    if (item.removes === true) taken.add(item.key);
    else if (item.key === null) {
      const inner = only(item.value);
      if (inner !== undefined) sure.push(...sureKeys(scene, inner, place).filter((key) => !taken.has(key)));
    } else if (item.perhaps === undefined && item.sometimes !== true && !taken.has(item.key)) sure.push(item.key);
    if (taken.has(null)) return sure;
  }
  return sure;
}
