import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { isAtTop } from './at-top.ts';
import type { Change } from './changes.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { elementsOf } from './member.ts';
import { sureElements } from './membership.ts';
import { placeOf } from '../text/parse.ts';
import { bindingOf } from './pattern.ts';
import { plainKey, unwrap } from '../text/tree.ts';
import { flatMap, only, shuffledList, unknown, type ArrayValue, type Possible } from './value.ts';

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
  const open = { ...array, gaps: [...array.gaps, change.gap], sure: [] };
  const moved = shuffledList(array, array.items);
  if (how.kind === 'delete') return moved;
  if (how.kind === 'write') {
    const key = plainKey(how.member.property, how.member.computed);
    if (key === 'length') return moved;
    if (key !== null && !/^\d+$/.test(key)) return array;
    return shuffledList(array, [...array.items, writtenBy(scene, how) ?? unknown(change.gap)]);
  }
  if (how.kind !== 'method') return open;
  const { name, call } = how;
  if (name === 'delete' && isAtTop(scene.module, change.node)) return withoutElement(scene, array, change, call);
  if (TAKES_OUT.has(name) || (name === 'splice' && call.arguments.length < 3)) return moved;
  if (!PUTS_IN.has(name)) return open;
  const added = call.arguments.map((argument) => {
    if (argument.type !== AST_NODE_TYPES.SpreadElement) return evaluate(scene, argument);
    const place = placeOf(scene.module, argument);
    return flatMap(
      evaluate(scene, argument.argument),
      (value) => elementsOf(scene, value, place) ?? unknown(change.gap),
    );
  });
  return shuffledList(array, [...array.items, ...added], sureElements(array));
}

/** What is surely taken out of a set is in it before, and not after: whether it is where the set is read is not known. */
function withoutElement(
  scene: Scene,
  array: ArrayValue,
  { gap }: Change,
  { arguments: [argument] }: TSESTree.CallExpression,
): ArrayValue {
  const taken = argument === undefined ? undefined : only(evaluate(scene, argument));
  if (taken?.kind !== 'primitive') return shuffledList(array, array.items);
  const left = array.items.filter((item) => {
    const element = only(item);
    return element?.kind !== 'primitive' || element.value !== taken.value;
  });
  const list = shuffledList(array, left);
  return left.length === array.items.length ? list : { ...list, gaps: [...array.gaps, gap] };
}
