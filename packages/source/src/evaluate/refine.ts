import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, type Scene } from './evaluate.ts';
import { typeOf } from './evaluate-type.ts';
import { elementsOf, keysOf } from './member.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { plainKey, unwrap, variableOf } from '../text/tree.ts';
import { flatMap, known, union, unknown, type Possible, type PrimitiveValue, type Value } from './value.ts';

/** What a variable can be where a condition has turned out one way. A condition that is not understood changes nothing. */
export function refined(scene: Scene, variable: Variable, possible: Possible, test: Node, holds: boolean): Possible {
  const node = unwrap(test);
  switch (node.type) {
    case AST_NODE_TYPES.UnaryExpression:
      return node.operator === '!' ? refined(scene, variable, possible, node.argument, !holds) : possible;
    case AST_NODE_TYPES.LogicalExpression:
      return refinedByBoth(scene, variable, possible, node, holds);
    case AST_NODE_TYPES.BinaryExpression:
      return refinedByComparison(scene, variable, possible, node, holds);
    case AST_NODE_TYPES.CallExpression:
      return refinedByCall(scene, variable, possible, node, holds);
    case AST_NODE_TYPES.Identifier:
      return variableOf(scene.module, node) === variable
        ? kept(possible, (value) => isTruthy(value) === holds)
        : possible;
    default:
      return possible;
  }
}

function refinedByBoth(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  { operator, left, right }: TSESTree.LogicalExpression,
  holds: boolean,
): Possible {
  if (operator === '??') return possible;
  const first = refined(scene, variable, possible, left, holds);
  if ((operator === '&&') === holds) return refined(scene, variable, first, right, holds);
  const second = refined(scene, variable, possible, left, !holds);
  return union(first, refined(scene, variable, second, right, holds));
}

function refinedByComparison(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  { operator, left, right }: TSESTree.BinaryExpression,
  holds: boolean,
): Possible {
  if (operator === 'in') {
    if (!isRead(scene, variable, left)) return possible;
    return amongst(possible, keysIn(scene, right), holds);
  }
  if (!/^[!=]==?$/.test(operator)) return possible;
  return refinedByEquality(scene, variable, possible, [left, right], operator.startsWith('=') === holds);
}

/** `left === right`, where one of them is the variable, or `typeof` it. */
export function refinedByEquality(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  sides: readonly [Node, Node],
  isEqual: boolean,
): Possible {
  for (const [subject, other] of [sides, [sides[1], sides[0]]] as const) {
    const node = unwrap(subject);
    if (isRead(scene, variable, node)) {
      const others = evaluate(scene, other);
      return isEqual || others.values.length === 1 ? amongst(possible, others, isEqual) : possible;
    }
    if (
      node.type === AST_NODE_TYPES.UnaryExpression &&
      node.operator === 'typeof' &&
      isRead(scene, variable, node.argument)
    )
      return kept(possible, (value) => isTypeOf(value, evaluate(scene, other)) === isEqual);
  }
  return possible;
}

function isTypeOf(value: PrimitiveValue, types: Possible): boolean {
  return types.values.some((type) => type.kind === 'primitive' && type.value === typeof value.value);
}

/** `Object.hasOwn(TABLE, task)`, `LIST.includes(task)`, `task.endsWith('/*')`, `isTask(task)`. */
function refinedByCall(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  call: TSESTree.CallExpression,
  holds: boolean,
): Possible {
  const [first, second] = call.arguments;
  const callee = unwrap(call.callee);
  if (first === undefined) return possible;
  if (callee.type !== AST_NODE_TYPES.MemberExpression)
    return isRead(scene, variable, first) ? refinedByPredicate(scene, possible, callee, holds) : possible;
  const method = plainKey(callee.property, callee.computed);
  if (isRead(scene, variable, callee.object)) return refinedByText(possible, method, evaluate(scene, first), holds);
  if (second !== undefined && isRead(scene, variable, second))
    return method === 'hasOwn' || method === 'has' || isBorrowed(callee, method)
      ? amongst(possible, keysIn(scene, first), holds)
      : possible;
  if (!isRead(scene, variable, first)) return possible;
  if (method === 'hasOwnProperty') return amongst(possible, keysIn(scene, callee.object), holds);
  return method === 'includes' || method === 'has'
    ? amongst(possible, elementsIn(scene, callee.object), holds)
    : possible;
}

/** `Object.prototype.hasOwnProperty.call` */
function isBorrowed({ object }: TSESTree.MemberExpression, method: string | null): boolean {
  return (
    method === 'call' &&
    object.type === AST_NODE_TYPES.MemberExpression &&
    plainKey(object.property, object.computed) === 'hasOwnProperty'
  );
}

/** A type guard of the same file: `(task: string): task is Task`. */
function refinedByPredicate(scene: Scene, possible: Possible, callee: Node, holds: boolean): Possible {
  if (!holds) return possible;
  for (const value of evaluate(scene, callee).values) {
    const type =
      value.kind === 'function' && value.node !== undefined && 'returnType' in value.node
        ? value.node.returnType
        : undefined;
    const predicate = type?.typeAnnotation;
    if (predicate?.type !== AST_NODE_TYPES.TSTypePredicate || predicate.typeAnnotation === null) continue;
    return amongst(possible, typeOf(scene, predicate.typeAnnotation.typeAnnotation), holds);
  }
  return possible;
}

function refinedByText(possible: Possible, method: string | null, asked: Possible, holds: boolean): Possible {
  const [part] = asked.values;
  if (part?.kind !== 'primitive' || typeof part.value !== 'string' || asked.values.length > 1) return possible;
  if (method !== 'startsWith' && method !== 'endsWith' && method !== 'includes') return possible;
  const text = part.value;
  return kept(possible, ({ value }) => typeof value === 'string' && value[method](text) === holds);
}

function keysIn(scene: Scene, node: Node): Possible {
  const place = placeOf(scene.module, node);
  return flatMap(evaluate(scene, node), (value) => keysOf(scene, value, place) ?? known(value));
}

function elementsIn(scene: Scene, node: Node): Possible {
  const place = placeOf(scene.module, node);
  return flatMap(evaluate(scene, node), (value) => elementsOf(scene, value, place) ?? known(value));
}

function isRead(scene: Scene, variable: Variable, node: Node): boolean {
  const read = unwrap(node);
  return read.type === AST_NODE_TYPES.Identifier && variableOf(scene.module, read) === variable;
}

function isTruthy({ value }: PrimitiveValue): boolean {
  return Boolean(value);
}

/** The values that pass, and whatever is not known of the rest. */
function kept(possible: Possible, passes: (value: PrimitiveValue) => boolean): Possible {
  return { ...possible, values: possible.values.filter((value) => value.kind !== 'primitive' || passes(value)) };
}

/** The values that are among some others, or are not. To be among others that are all known closes what was open. */
function amongst(possible: Possible, others: Possible, isAmong: boolean): Possible {
  const among = others.values.filter((value) => value.kind === 'primitive');
  const isOther = ({ value }: PrimitiveValue): boolean => among.some((other) => isSame(other.value, value));
  if (!isAmong) return kept(possible, (value) => !isOther(value));
  if (others.gaps.length > 0 || among.length < others.values.length) return possible;
  const isOpen = possible.gaps.length > 0 || possible.values.some((value) => value.kind !== 'primitive');
  const left = kept({ values: possible.values.filter(isPrimitive), gaps: [] }, isOther);
  if (!isOpen) return left;
  const more = among.filter(
    (other) => !left.values.some((value) => isPrimitive(value) && isSame(value.value, other.value)),
  );
  return union(left, known(...more), unknown());
}

function isPrimitive(value: Value): value is PrimitiveValue {
  return value.kind === 'primitive';
}

/** `==` takes null for undefined. */
function isSame(one: PrimitiveValue['value'], other: PrimitiveValue['value']): boolean {
  return one === other || (one == null && other == null);
}
