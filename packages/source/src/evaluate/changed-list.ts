import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Change } from './changes.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { elementsOf } from './member.ts';
import { placeOf } from '../text/parse.ts';
import { bindingOf } from './pattern.ts';
import { plainKey, unwrap } from '../text/tree.ts';
import { flatMap, unknown, type ArrayValue, type Possible } from './value.ts';

/** What a member takes out of the right side; null where that is not followed. */
export function writtenBy(scene: Scene, { member, right }: Extract<Change['how'], { kind: 'write' }>): Possible | null {
  if (right === null) return null;
  const value = evaluate(scene, right.value);
  return unwrap(right.pattern) === member ? value : bindingOf(scene, right.pattern, member, value);
}

const TAKES_OUT = new Set(['pop', 'shift', 'sort', 'reverse', 'delete', 'clear']);
const PUTS_IN = new Set(['push', 'unshift', 'add']);

/** A list that is changed: which element stands where is no longer known. */
export function changedArray(scene: Scene, array: ArrayValue, change: Change): ArrayValue {
  const { how } = change;
  const open = [...array.gaps, change.gap];
  const moved = { ...array, shuffled: true } as const;
  if (how.kind === 'delete') return moved;
  if (how.kind === 'write') {
    const key = plainKey(how.member.property, how.member.computed);
    if (key === 'length') return moved;
    if (key !== null && !/^\d+$/.test(key)) return array;
    return { ...moved, items: [...array.items, writtenBy(scene, how) ?? unknown(change.gap)] };
  }
  if (how.kind !== 'method') return { ...array, gaps: open };
  const { name, call } = how;
  if (TAKES_OUT.has(name) || (name === 'splice' && call.arguments.length < 3)) return moved;
  if (!PUTS_IN.has(name)) return { ...array, gaps: open };
  const added = call.arguments.map((argument) => {
    if (argument.type !== AST_NODE_TYPES.SpreadElement) return evaluate(scene, argument);
    const place = placeOf(scene.module, argument);
    return flatMap(
      evaluate(scene, argument.argument),
      (value) => elementsOf(scene, value, place) ?? unknown(change.gap),
    );
  });
  return { ...moved, items: [...array.items, ...added] };
}
