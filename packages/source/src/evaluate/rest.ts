import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, type Scene } from './evaluate.ts';
import { recordOf, withGap } from './evaluate-literal.ts';
import { keysOf, memberOf } from './member.ts';
import { moduleRecord } from '../module/module-record.ts';
import { placeOf } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { plainKey } from '../text/tree.ts';
import { flatMap, known, only, unknown, type ObjectItem, type Possible, type Value } from './value.ts';

/** What `{ a, ...rest }` leaves of an object. */
export function restOf(
  scene: Scene,
  pattern: TSESTree.ObjectPattern,
  rest: TSESTree.RestElement,
  source: Possible,
): Possible {
  const taken = new Set<string>();
  let open: Possible | null = null;
  for (const property of pattern.properties) {
    if (property.type !== AST_NODE_TYPES.Property) continue;
    const key = keyOf(scene, property);
    if (key === null) open = gap(scene, property, 'takes out a property that is computed');
    else taken.add(key);
  }
  const place = placeOf(scene.module, rest);
  const left = flatMap(source, (value) => without(scene, value, taken, place));
  const found = open;
  return found === null ? left : flatMap(left, (value) => known(withGap(value, found)));
}

function keyOf(scene: Scene, { key, computed }: TSESTree.Property): string | null {
  const plain = plainKey(key, computed);
  if (plain !== null) return plain;
  const one = only(evaluate(scene, key));
  return one?.kind === 'primitive' ? String(one.value) : null;
}

function without(scene: Scene, value: Value, taken: ReadonlySet<string>, place: Place): Possible {
  switch (value.kind) {
    case 'object':
      return known({ ...value, items: value.items.flatMap((item) => lineWithout(scene, item, taken, place)), place });
    case 'module':
      return without(scene, moduleRecord(scene, value.file, place), taken, place);
    case 'class':
      return without(scene, value.statics, taken, place);
    case 'router':
    case 'tasks':
      return without(scene, madeOf(scene, value, place), taken, place);
    case 'type':
      return known({ kind: 'type', of: flatMap(value.of, (each) => without(scene, each, taken, place)) });
    case 'array':
      return unknown(...gap(scene, scene.module.tree, 'is the rest of a list, taken by names').gaps);
    default:
      return known(value);
  }
}

/** A spread that is laid out no further may hold what is taken: of objects in it that is left out too. */
function lineWithout(scene: Scene, item: ObjectItem, taken: ReadonlySet<string>, place: Place): ObjectItem[] {
  if (item.key !== null) return taken.has(item.key) ? [] : [item];
  return [{ ...item, value: flatMap(item.value, (value) => without(scene, value, taken, place)) }];
}

/** A router's functions, or its tasks, line by line. */
function madeOf(scene: Scene, value: Value, place: Place): Value {
  const keys = keysOf(scene, value, place) ?? unknown();
  const lines = keys.values.flatMap((key): (readonly [string, Possible])[] =>
    key.kind === 'primitive' ? [[String(key.value), memberOf(scene, value, String(key.value), place)]] : [],
  );
  const record = recordOf(place, lines);
  return keys.gaps.length === 0 ? record : withGap(record, unknown(...keys.gaps));
}

/** What `[a, ...rest]` leaves of a list. */
export function tailOf(scene: Scene, rest: TSESTree.RestElement, from: number, source: Possible): Possible {
  const place = placeOf(scene.module, rest);
  return flatMap(source, (value) => {
    if (value.kind !== 'array') return gap(scene, rest, 'is the rest of a list');
    const isOrdered = value.gaps.length === 0 && value.shuffled !== true;
    return known({ ...value, items: isOrdered ? value.items.slice(from) : value.items, sure: [], place });
  });
}
