import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { elementsOf } from './member.ts';
import { readMember } from './settled.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { plainKey } from '../text/tree.ts';
import { flatMap, known, union, unknown, type Possible, type Value } from './value.ts';

/** `object.key`, `object[key]` */
export function memberExpressionOf(scene: Scene, node: TSESTree.MemberExpression): Possible {
  const { object, rest } = readOf(scene, node);
  const found = memberIn(scene, node, object);
  return rest.values.length === 0 ? found : union(found, rest);
}

function memberIn(scene: Scene, node: TSESTree.MemberExpression, object: Possible): Possible {
  const place = placeOf(scene.module, node.property);
  const key = plainKey(node.property, node.computed);
  if (key !== null) return flatMap(object, (value) => readMember(scene, value, key, place));
  const keys = evaluate(scene, node.property);
  const parts = [unknown(...object.gaps)];
  for (const value of object.values) {
    // An unknown key takes any of the values: each of them is judged.
    if (keys.gaps.length > 0 || keys.values.length === 0) parts.push(anyOf(scene, value, node));
    else parts.push(...keys.values.map((each) => keyed(scene, value, each, node)));
  }
  return union(...parts);
}

/** What is read of nothing ends the program, unless it is asked for with `?.`; then it is nothing again. */
function readOf(scene: Scene, node: TSESTree.MemberExpression): { readonly object: Possible; readonly rest: Possible } {
  const object = evaluate(scene, node.object);
  const isNothing = (value: Value): boolean => value.kind === 'primitive' && value.value == null;
  const values = object.values.filter((value) => !isNothing(value));
  if (values.length === object.values.length) return { object, rest: unknown() };
  const left = { values, gaps: object.gaps };
  if (isOptional(node)) return { object: left, rest: known(primitive(scene, node, undefined)) };
  return { object: values.length + object.gaps.length === 0 ? object : left, rest: unknown() };
}

/** Whether a `?.` stands in what a member is read of, or before the member. */
function isOptional(node: Node): boolean {
  if (node.type === AST_NODE_TYPES.MemberExpression) return node.optional || isOptional(node.object);
  if (node.type === AST_NODE_TYPES.CallExpression) return node.optional || isOptional(node.callee);
  return node.type === AST_NODE_TYPES.TSNonNullExpression && isOptional(node.expression);
}

function keyed(scene: Scene, object: Value, key: Value, node: TSESTree.MemberExpression): Possible {
  if (key.kind !== 'primitive') return anyOf(scene, object, node);
  return readMember(scene, object, String(key.value), placeOf(scene.module, node.property));
}

function anyOf(scene: Scene, object: Value, node: TSESTree.MemberExpression): Possible {
  const place = placeOf(scene.module, node.property);
  const elements = elementsOf(scene, object, place);
  if (elements === null) return gap(scene, node, 'is looked up with a key that is not known');
  // What is not there is undefined.
  return union(elements, known(primitive(scene, node, undefined)));
}
