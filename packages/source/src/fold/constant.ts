import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate } from '../evaluate/evaluate.ts';
import { isFunction } from '../evaluate/evaluate-function.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { originOf, originOfExport, type Origin } from '../module/origin.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { initialValue, isDefineRouter, methodOfObject } from './plain-router.ts';
import type { Session } from '../session.ts';
import { wayOut } from './way-out.ts';
import { isDefinedAs, isImport, plainKey, unwrap, variableOf } from '../text/tree.ts';
import type { Value } from '../evaluate/value.ts';

/** An expression as its file shows it. */
interface Asked {
  readonly session: Session;
  readonly module: Module;
  /** What was looked at on the way here. */
  readonly seen: Set<unknown>;
}

/**
 * Why an expression may be another one at run time, or do something; null where it is made of constants alone and nothing
 * can change what it holds before it is used.
 *
 * Shape: stricter than `evaluate`, which knows what a value can be; this knows that it can be nothing else.
 */
export function whyNotConstant(session: Session, module: Module, node: Node): Gap | null {
  return inspect({ session, module, seen: new Set() }, node);
}

/** The same of what is made a text or a number where it stands: an object could do something then. */
export function whyNotPrimitive(session: Session, module: Module, node: Node): Gap | null {
  return inspectOperand({ session, module, seen: new Set() }, node);
}

function inspect(asked: Asked, node: Node): Gap | null {
  const inner = unwrap(node);
  switch (inner.type) {
    case AST_NODE_TYPES.Literal:
      return null;
    case AST_NODE_TYPES.TemplateLiteral:
      return first(asked, inner.expressions, inspectOperand);
    case AST_NODE_TYPES.ArrayExpression:
      return inner.elements.includes(null) ? not(asked, inner) : first(asked, inner.elements, inspectElement);
    case AST_NODE_TYPES.ObjectExpression:
      return first(asked, inner.properties, inspectLine);
    case AST_NODE_TYPES.UnaryExpression:
      if (inner.operator === 'delete') return not(asked, inner);
      return CONVERTING.has(inner.operator) ? inspectOperand(asked, inner.argument) : inspect(asked, inner.argument);
    case AST_NODE_TYPES.BinaryExpression:
      return inner.operator === '+' ? first(asked, [inner.left, inner.right], inspectOperand) : not(asked, inner);
    case AST_NODE_TYPES.ArrowFunctionExpression:
    case AST_NODE_TYPES.FunctionExpression:
      return null;
    case AST_NODE_TYPES.Identifier:
      return inspectName(asked, inner);
    case AST_NODE_TYPES.MemberExpression:
      return inspectMember(asked, inner);
    case AST_NODE_TYPES.CallExpression:
      return inspectCall(asked, inner);
    default:
      return not(asked, inner);
  }
}

function first(
  asked: Asked,
  nodes: readonly (Node | null)[],
  ask: (asked: Asked, node: Node) => Gap | null,
): Gap | null {
  for (const node of nodes) {
    const found = node === null ? null : ask(asked, node);
    if (found !== null) return found;
  }
  return null;
}

function not({ module }: Asked, node: Node, reason = 'is more than constants'): Gap {
  return gapAt(placeOf(module, node), reason);
}

/** Whether all that an expression can be is known, and is of one kind. */
function isAlways({ session, module }: Asked, node: Node, test: (value: Value) => boolean): boolean {
  const { values, gaps } = evaluate({ session, module }, node);
  return gaps.length === 0 && values.length > 0 && values.every(test);
}

const CONVERTING: ReadonlySet<string> = new Set(['+', '-', '~']);

/** What is made a text or a number where it stands. */
function inspectOperand(asked: Asked, node: Node): Gap | null {
  const found = inspect(asked, node);
  if (found !== null) return found;
  const inner = unwrap(node);
  // What is made of operands is one itself; to work out each part of a long sum anew would take too long.
  const isMade = inner.type === AST_NODE_TYPES.BinaryExpression || inner.type === AST_NODE_TYPES.TemplateLiteral;
  return isMade || isAlways(asked, inner, isPrimitive) ? null : not(asked, inner);
}

/** Whether it goes with any other one: a `bigint` throws beside a number. */
function isPrimitive(value: Value): boolean {
  return value.kind === 'primitive' && typeof value.value !== 'bigint';
}

/** What stands in a list, or is handed to a function: to spread what is no list throws. */
function inspectElement(asked: Asked, node: Node): Gap | null {
  if (node.type !== AST_NODE_TYPES.SpreadElement) return inspect(asked, node);
  const isList = (value: Value): boolean =>
    value.kind === 'array' || (value.kind === 'primitive' && typeof value.value === 'string');
  return inspect(asked, node.argument) ?? (isAlways(asked, node.argument, isList) ? null : not(asked, node));
}

function inspectLine(asked: Asked, line: Node): Gap | null {
  if (line.type === AST_NODE_TYPES.SpreadElement)
    return inspect(asked, line.argument) ?? (isAlways(asked, line.argument, isReadable) ? null : not(asked, line));
  if (line.type !== AST_NODE_TYPES.Property) return not(asked, line);
  const key = plainKey(line.key, line.computed);
  if (line.kind !== 'init' || (key === '__proto__' && !line.computed)) return not(asked, line);
  return (line.computed ? inspectOperand(asked, line.key) : null) ?? inspect(asked, line.value);
}

/** Whether what is read out of it does nothing. */
function isReadable({ kind }: Value): boolean {
  return kind === 'object' || kind === 'array' || kind === 'primitive' || kind === 'router' || kind === 'tasks';
}

function inspectName(asked: Asked, name: TSESTree.Identifier): Gap | null {
  const variable = variableOf(asked.module, name);
  if (variable == null) return name.name === 'undefined' ? null : not(asked, name);
  const origin = originOf(asked.session, asked.module, variable);
  // A module as a whole can hold anything.
  if (origin === null || origin.kind === 'module') return not(asked, name);
  const use = isImport(variable) ? null : name;
  return inspectWays(asked, variable) ?? inspectOrigin(asked, origin, use);
}

/** `use` is where it is read in its own module; null for another module. */
function inspectOrigin(asked: Asked, origin: Origin | null, use: Node | null): Gap | null {
  switch (origin?.kind) {
    case 'variable':
      return inspectVariable({ ...asked, module: origin.module }, origin.variable, use);
    case 'expression':
      return origin.module.json ? null : inspect({ ...asked, module: origin.module }, origin.node);
    default:
      return null;
  }
}

function inspectVariable(asked: Asked, variable: Variable, use: Node | null): Gap | null {
  const { module, seen } = asked;
  const [definition, ...more] = variable.defs;
  if (definition === undefined || more.length > 0) return not(asked, definition?.node ?? module.tree);
  const node: Node = definition.node;
  if (isFunction(node) && isDefinedAs(definition, 'FunctionName')) return null;
  const isEnum = node.type === AST_NODE_TYPES.TSEnumDeclaration && isDefinedAs(definition, 'TSEnumName');
  const value = isEnum ? null : initialValue(module, variable, use);
  const isLate = isEnum && use !== null && use.range[0] < node.range[0];
  if (isLate || (!isEnum && value === null)) return not(asked, use ?? node);
  if (seen.has(variable)) return null;
  seen.add(variable);
  if (isEnum) return first(asked, initialValuesOf(node), inspectOperand);
  return value === null ? null : (inspectWays(asked, variable) ?? inspect(asked, value.init));
}

/** What the members of an enum are said to be. */
export function initialValuesOf({ body }: TSESTree.TSEnumDeclaration): readonly Node[] {
  return body.members.flatMap((member) => member.initializer ?? []);
}

/** What a file does with a variable, its own or one that it imports. */
function inspectWays(asked: Asked, variable: Variable): Gap | null {
  const out = wayOut(asked.session, asked.module, variable);
  return out === null ? null : not(asked, out, 'may change a constant that goes into it');
}

/** `TABLE.name`, and what a module exports under a name. */
function inspectMember(asked: Asked, member: TSESTree.MemberExpression): Gap | null {
  const { session, module } = asked;
  const key = plainKey(member.property, member.computed);
  const variable = key === null ? null : variableOf(module, member.object);
  const origin = variable == null ? null : originOf(session, module, variable);
  if (variable != null && origin?.kind === 'module' && key !== null) {
    const ways = inspectWays(asked, variable);
    if (ways !== null) return ways;
    const exported = originOfExport(session, origin.file, key);
    return exported === null ? not(asked, member) : inspectOrigin(asked, exported, null);
  }
  const found = inspect(asked, member.object) ?? (key === null ? inspectOperand(asked, member.property) : null);
  const isThere = (value: Value): boolean => isReadable(value) && (value.kind !== 'primitive' || value.value != null);
  return found ?? (isAlways(asked, member.object, isThere) ? null : not(asked, member));
}

/** `defineRouter({ … })`, `Object.freeze({ … })` */
function inspectCall(asked: Asked, call: TSESTree.CallExpression): Gap | null {
  const { session, module } = asked;
  if (isDefineRouter(session, module, call.callee) || methodOfObject(module, call.callee) === 'freeze')
    return first(asked, call.arguments, inspectElement);
  return not(asked, call);
}
