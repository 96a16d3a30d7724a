import { evaluate, type Scene } from './evaluate.ts';
import { isHandedOn } from './handed.ts';
import { elementsOf, keysOf } from './member.ts';
import { moduleRecord } from '../module/module-record.ts';
import { gapAt } from '../text/gap.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { known, only, union, unknown, type ArrayValue, type ObjectValue, type Possible, type Value } from './value.ts';

type Text = string | number | boolean | bigint | null | undefined;

/** What is in a collection, and what is in it at all times: only of the latter it is known what is not in it. */
export interface Members {
  readonly possible: Possible;
  readonly sure: ReadonlySet<Text>;
}

/** The keys of an object. */
export function keysIn(scene: Scene, node: Node): Members {
  const place = placeOf(scene.module, node);
  return membersIn(
    scene,
    node,
    (value) => keysOf(scene, value, place),
    (value) => sureKeys(scene, value, place),
  );
}

/** The elements of a list or a `Set`. */
export function elementsIn(scene: Scene, node: Node): Members {
  const place = placeOf(scene.module, node);
  return membersIn(
    scene,
    node,
    (value) => (value.kind === 'array' ? elementsOf(scene, value, place) : null),
    (value) => (value.kind === 'array' ? sureElements(value).flatMap(textOf) : []),
  );
}

function membersIn(
  scene: Scene,
  node: Node,
  read: (value: Value) => Possible | null,
  readSure: (value: Value) => Iterable<Text>,
): Members {
  const { values, gaps } = evaluate(scene, node);
  const open = gapAt(placeOf(scene.module, node), 'is filled where it is handed to');
  const parts = values.map((value) => {
    const members = read(value) ?? known(value);
    const isToBeFilled = members.values.length === 0 && members.gaps.length === 0 && isHandedOn(scene, value);
    return isToBeFilled ? unknown(open) : members;
  });
  const [first = new Set<Text>(), ...rest] = gaps.length > 0 ? [] : values.map((value) => new Set(readSure(value)));
  const sure = [...first].filter((text) => rest.every((other) => other.has(text)));
  return { possible: union(unknown(...gaps), ...parts), sure: new Set(sure) };
}

/** The elements that are in a list at all times. */
export function sureElements({ items, gaps, shuffled, sure }: ArrayValue): readonly Possible[] {
  return shuffled === true || gaps.length > 0 ? (sure ?? []) : items;
}

function textOf(element: Possible): readonly Text[] {
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

function sureLines(scene: Scene, { items }: ObjectValue, place: Place): readonly string[] {
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
