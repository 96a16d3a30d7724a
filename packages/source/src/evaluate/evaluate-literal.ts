import { returned } from '../module/returned.ts';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, type Scene } from './evaluate.ts';
import { elementsOf } from './member.ts';
import { layOut } from './lines.ts';
import { sureElements } from './membership.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { plainKey, unwrap } from '../text/tree.ts';
import { known, only, unknown, type ObjectItem, type ObjectValue, type Possible, type Value } from './value.ts';

export function objectOf(scene: Scene, node: TSESTree.ObjectExpression): Possible {
  const items = node.properties.map((property) => itemOf(scene, property, node)).filter((item) => item !== null);
  return known({ kind: 'object', ...layOut(items), place: placeOf(scene.module, node) });
}

function itemOf(
  scene: Scene,
  property: TSESTree.Property | TSESTree.SpreadElement,
  owner: TSESTree.ObjectExpression,
): ObjectItem | null {
  if (property.type === AST_NODE_TYPES.SpreadElement)
    return { key: null, value: evaluate(scene, property.argument), place: placeOf(scene.module, property) };
  const place = placeOf(scene.module, property.key);
  const key = plainKey(property.key, property.computed) ?? computedKey(scene, property);
  if (key === null) return { key: null, value: gap(scene, property.key, 'has a key that is computed'), place };
  if (key === '__proto__' && !property.computed && !property.shorthand && !property.method && !scene.module.json) {
    if (isNull(property.value)) return null;
    return { key: null, value: gap(scene, property, "has a '__proto__' line, which sets a prototype"), place };
  }
  if (property.kind === 'get') return { key, value: getterOf(scene, property, property.value), place };
  if (property.kind === 'set')
    return hasGetter(owner, key) ? null : { key, value: gap(scene, property, 'is a setter'), place };
  return { key, value: evaluate(scene, property.value), place };
}

function isNull(node: Node): boolean {
  const value = unwrap(node);
  return value.type === AST_NODE_TYPES.Literal && value.value === null && value.raw === 'null';
}

function hasGetter(owner: TSESTree.ObjectExpression, key: string): boolean {
  return owner.properties.some(
    (each) => each.type === AST_NODE_TYPES.Property && each.kind === 'get' && plainKey(each.key, each.computed) === key,
  );
}

/** What a getter of one return answers. */
export function getterOf(scene: Scene, node: Node, getter: Node): Possible {
  const answer = returned(getter);
  return answer === null ? gap(scene, node, 'is a getter') : evaluate(scene, answer);
}

function computedKey(scene: Scene, property: TSESTree.Property): string | null {
  const key = only(evaluate(scene, property.key));
  return key?.kind === 'primitive' && key.value !== undefined ? String(key.value) : null;
}

export function arrayOf(scene: Scene, node: TSESTree.ArrayExpression): Possible {
  const items: Possible[] = [];
  const gaps = [];
  const sure: Possible[] = [];
  let isShuffled = false;
  const place = placeOf(scene.module, node);
  for (const element of node.elements) {
    if (element === null) {
      items.push(known({ kind: 'primitive', value: undefined, place }));
      continue;
    }
    if (element.type !== AST_NODE_TYPES.SpreadElement) {
      const item = evaluate(scene, element);
      items.push(item);
      sure.push(item);
      continue;
    }
    const spread = evaluate(scene, element.argument);
    const array = only(spread);
    if (array?.kind === 'array') {
      items.push(...array.items);
      sure.push(...sureElements(array));
      gaps.push(...array.gaps);
      isShuffled ||= array.shuffled === true;
    } else {
      isShuffled = true;
      const parts = spread.values.map((value) => elementsOf(scene, value, place));
      items.push(...parts.filter((part) => part !== null));
      gaps.push(...spread.gaps);
      if (parts.includes(null)) gaps.push(...gap(scene, element, 'spreads what is no list that is known').gaps);
    }
  }
  return known({ kind: 'array', items, gaps, place, ...(isShuffled && { shuffled: true, sure }) });
}

/** An object of lines that are known, where no literal stands for it. */
export function recordOf(place: Place, lines: readonly (readonly [string, Possible, Place?])[]): ObjectValue {
  const items = lines.map(([key, value, at]) => ({ key, value, place: at ?? place }));
  return { kind: 'object', items, duplicates: [], place };
}

/** The value with one more thing that cannot be known of it. */
export function withGap(value: Value, found: Possible): Value {
  if (value.kind === 'object')
    return {
      ...value,
      items: [...value.items, { key: null, value: unknown(...found.gaps), place: value.place, removes: true }],
    };
  if (value.kind === 'array') return { ...value, gaps: [...value.gaps, ...found.gaps], sure: [] };
  return value;
}
