import { evaluate, type Scene } from './evaluate.ts';
import { isHandedOn } from './handed.ts';
import { memberOf } from './member.ts';
import { gapAt } from '../text/gap.ts';
import type { Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { apart } from '../session.ts';
import { known, union, unknown, type Possible, type Value } from './value.ts';

/** `value.key` in a text: what is not there may be, where the object is handed to a function that may fill it. */
export function readMember(scene: Scene, value: Value, key: string, place: Place): Possible {
  const { session } = scene;
  session.met?.add(value);
  if (value.kind === 'array' && key === 'length' && isHandedOn(scene, value))
    return known({ kind: 'builtin', name: '.length' });
  const found = memberOf(scene, value, key, place);
  if (value.kind !== 'object' || value.instance === true || !found.values.some(isAbsent)) return found;
  if (!isHandedOn(scene, value)) return found;
  return union(found, unknown(gapAt(place, `may be set by a function that is handed what ${key} is read of`)));
}

function isAbsent(value: Value): boolean {
  return value.kind === 'primitive' && value.value === undefined;
}

/**
 * Whether what an expression can be is enough to leave out what it cannot be: a change that is not seen is taken to be none where
 * a value is read, but not where a branch would be passed over for it.
 */
export function isSettled(scene: Scene, node: Node): boolean {
  const { session } = scene;
  // Whoever asked first looks at all that is met.
  if (session.met !== null) return true;
  const met = new Set<Value>();
  session.met = met;
  try {
    // What is remembered would not be met.
    apart(session, () => evaluate(scene, node));
  } finally {
    session.met = null;
  }
  return ![...met].some((value) => isHandedOn(scene, value));
}
