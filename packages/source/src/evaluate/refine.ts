import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { amongst, isSame, kept } from './amongst.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { guardedBy, guardOf } from './guard.ts';
import { elementsIn, keysIn, membersOf, sureMembersOf } from './membership.ts';
import type { Node } from '../text/parse.ts';
import { changedAt, pathTo } from './part.ts';
import { isSettled } from './settled.ts';
import { plainKey, unwrap, variableOf } from '../text/tree.ts';
import { only, union, type Possible, type PrimitiveValue } from './value.ts';

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
    case AST_NODE_TYPES.AssignmentExpression:
      return node.operator === '=' ? refined(scene, variable, possible, node.left, holds) : possible;
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression: {
      const isKept = (value: PrimitiveValue): boolean => isTruthy(value) === holds;
      const part = partAt(scene, variable, possible, node, (inner) => kept(inner, isKept));
      return part ?? refinedByName(scene, variable, possible, node, holds);
    }
    default:
      return possible;
  }
}

/** `const isDone = task === 'done'` says the same wherever it is asked, while the variable is what it was. */
function refinedByName(scene: Scene, variable: Variable, possible: Possible, name: Node, holds: boolean): Possible {
  const other = variableOf(scene.module, name);
  const [definition] = other?.defs ?? [];
  if (other == null || definition?.node.type !== AST_NODE_TYPES.VariableDeclarator) return possible;
  const { id, init } = definition.node;
  const { active } = scene.session;
  if (id !== definition.name || init === null || active.has(init)) return possible;
  if (isRewritten(other) || isRewritten(variable)) return possible;
  active.add(init);
  try {
    return refined(scene, variable, possible, init, holds);
  } finally {
    active.delete(init);
  }
}

export function isRewritten(variable: Variable): boolean {
  return variable.references.some((reference) => reference.isWrite() && reference.init !== true);
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
  if (operator === 'in') return refinedByMembers(scene, variable, possible, left, keysIn(scene, right), holds);
  if (!/^[!=]==?$/.test(operator)) return possible;
  return refinedByEquality(scene, variable, possible, [left, right], operator.startsWith('=') === holds);
}

/** `left === right`, where one of them is the variable or a part of it, or `typeof` that. */
export function refinedByEquality(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  sides: readonly [Node, Node],
  isEqual: boolean,
): Possible {
  for (const [subject, other] of [sides, [sides[1], sides[0]]] as const) {
    const node = unwrap(subject);
    const equal = partAt(scene, variable, possible, node, (inner) => compared(scene, inner, other, isEqual));
    if (equal !== null) return equal;
    if (node.type !== AST_NODE_TYPES.UnaryExpression || node.operator !== 'typeof') continue;
    const isKept = (value: PrimitiveValue): boolean => isTypeOf(value, evaluate(scene, other)) === isEqual;
    const typed = partAt(scene, variable, possible, node.argument, (inner) => kept(inner, isKept));
    if (typed !== null) return typed;
  }
  return possible;
}

/** Only one value that is certain says what something is not. */
function compared(scene: Scene, possible: Possible, other: Node, isEqual: boolean): Possible {
  const others = evaluate(scene, other);
  if (isEqual) return amongst(possible, others);
  const value = only(others);
  if (value?.kind !== 'primitive' || !isSettled(scene, other)) return possible;
  return kept(possible, (each) => !isSame(each.value, value.value));
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
    return refinedByGuard(scene, variable, possible, call, callee, holds);
  const method = plainKey(callee.property, callee.computed);
  const byText = partAt(scene, variable, possible, callee.object, (inner) =>
    refinedByText(inner, method, evaluate(scene, first), holds),
  );
  if (byText !== null) return byText;
  if (second !== undefined && (method === 'hasOwn' || method === 'has' || isBorrowed(callee, method)))
    return refinedByMembers(scene, variable, possible, second, keysIn(scene, first), holds);
  if (method === 'hasOwnProperty')
    return refinedByMembers(scene, variable, possible, first, keysIn(scene, callee.object), holds);
  if (method !== 'includes' && method !== 'has') return possible;
  const texts = method === 'includes' ? textsOf(evaluate(scene, callee.object)) : null;
  if (texts === null)
    return refinedByMembers(scene, variable, possible, first, elementsIn(scene, callee.object), holds);
  const isKept = ({ value }: PrimitiveValue): boolean => {
    const part = String(value);
    return holds ? texts.some((text) => text.includes(part)) : !texts.every((text) => text.includes(part));
  };
  return partAt(scene, variable, possible, first, (inner) => kept(inner, isKept)) ?? possible;
}

/** `'a text'.includes(task)` asks for a part of the text; null where it is no text. */
function textsOf({ values, gaps }: Possible): readonly string[] | null {
  const texts = values.flatMap((value) =>
    value.kind === 'primitive' && typeof value.value === 'string' ? value.value : [],
  );
  return gaps.length > 0 || values.length === 0 || texts.length < values.length ? null : texts;
}

/** What is among some members may be any of them; what is not is none of those that are there at all times. */
function refinedByMembers(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  node: Node,
  collection: ReturnType<typeof keysIn>,
  holds: boolean,
): Possible {
  const change = (inner: Possible): Possible => {
    if (holds) return amongst(inner, membersOf(collection));
    const sure = sureMembersOf(collection);
    return kept(inner, ({ value }) => !sure.has(value));
  };
  return partAt(scene, variable, possible, node, change) ?? possible;
}

/** `Object.prototype.hasOwnProperty.call` */
function isBorrowed({ object }: TSESTree.MemberExpression, method: string | null): boolean {
  return (
    method === 'call' &&
    object.type === AST_NODE_TYPES.MemberExpression &&
    plainKey(object.property, object.computed) === 'hasOwnProperty'
  );
}

/** A type guard of the same file. */
function refinedByGuard(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  call: TSESTree.CallExpression,
  callee: Node,
  holds: boolean,
): Possible {
  for (const [index, argument] of call.arguments.entries()) {
    if (pathTo(scene, variable, argument) === null) continue;
    const guard = guardOf(scene, callee);
    if (guard === null) return possible;
    const change = (inner: Possible): Possible => guardedBy(scene, guard, index, inner, holds);
    return partAt(scene, variable, possible, argument, change) ?? possible;
  }
  return possible;
}

function refinedByText(possible: Possible, method: string | null, asked: Possible, holds: boolean): Possible {
  const part = only(asked);
  if (part?.kind !== 'primitive' || typeof part.value !== 'string') return possible;
  if (method !== 'startsWith' && method !== 'endsWith' && method !== 'includes') return possible;
  const text = part.value;
  return kept(possible, ({ value }) => typeof value === 'string' && value[method](text) === holds);
}

/** The variable with a change to what a node reads of it: itself, or a line of it; null where the node reads something else. */
function partAt(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  node: Node,
  change: (inner: Possible) => Possible,
): Possible | null {
  const path = pathTo(scene, variable, node);
  return path === null ? null : changedAt(scene, variable, possible, path, change);
}

function isTruthy({ value }: PrimitiveValue): boolean {
  return Boolean(value);
}
