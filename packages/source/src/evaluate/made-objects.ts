import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { isMadeHere } from './changes.ts';
import { evaluate, gap, type Scene } from './evaluate.ts';
import { layOut } from './lines.ts';
import { placeOf } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { known, only, unknown, type ObjectItem, type Possible, type Value } from './value.ts';

/** The object that `Object.assign(…)` answers. */
export function assigned(scene: Scene, node: TSESTree.CallExpression): Value {
  const items = node.arguments.flatMap((argument): readonly ObjectItem[] => {
    const place = placeOf(scene.module, argument);
    if (argument.type !== AST_NODE_TYPES.SpreadElement) return [{ key: null, value: evaluate(scene, argument), place }];
    const list = only(evaluate(scene, argument.argument));
    if (list?.kind !== 'array' || list.gaps.length > 0 || list.shuffled === true)
      return [{ key: null, value: gap(scene, argument, 'spreads arguments'), place }];
    return list.items.map((value) => ({ key: null, value, place }));
  });
  return { kind: 'object', ...layOut(items), duplicates: [], place: placeOfTarget(scene, node) };
}

/** What is assigned to is what comes back. */
function placeOfTarget(scene: Scene, node: TSESTree.CallExpression): Place {
  const [first] = node.arguments;
  const target = first === undefined || isMadeHere(first) ? undefined : only(evaluate(scene, first));
  return target?.kind === 'object' ? target.place : placeOf(scene.module, node);
}

/** The object that `Object.fromEntries(…)` answers. */
export function fromEntries(scene: Scene, node: TSESTree.CallExpression, value: Possible): Possible {
  const place = placeOf(scene.module, node);
  const array = only(value);
  if (array?.kind !== 'array') return gap(scene, node, 'is made of entries that are not known');
  const items: ObjectItem[] = [];
  if (array.gaps.length > 0) items.push({ key: null, value: unknown(...array.gaps), place });
  for (const item of array.items) {
    const pair = only(item);
    const [first, second] = pair?.kind === 'array' ? pair.items : [];
    const key = first === undefined ? undefined : only(first);
    if (key?.kind === 'primitive' && second !== undefined)
      items.push({ key: String(key.value), value: second, place: key.place });
    else items.push({ key: null, value: gap(scene, node, 'is made of entries that are not known'), place });
  }
  if (array.shuffled === true)
    items.push({ key: null, value: gap(scene, node, 'is made of entries of which some may be missing'), place });
  return known({ kind: 'object', ...layOut(items), duplicates: [], place });
}
