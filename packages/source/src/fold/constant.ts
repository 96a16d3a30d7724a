import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { isFunction } from '../evaluate/evaluate-function.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { originOf, originOfExport, type Origin } from '../module/origin.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { initialValue, isDefineRouter, methodOfObject } from './plain-router.ts';
import type { Session } from '../session.ts';
import { wayOut } from './way-out.ts';
import { isDefinedAs, plainKey, unwrap, variableOf } from '../text/tree.ts';

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

function inspect(asked: Asked, node: Node): Gap | null {
  const inner = unwrap(node);
  switch (inner.type) {
    case AST_NODE_TYPES.Literal:
      return null;
    case AST_NODE_TYPES.TemplateLiteral:
      return first(asked, inner.expressions);
    case AST_NODE_TYPES.ArrayExpression:
      return inner.elements.includes(null) ? not(asked, inner) : first(asked, inner.elements);
    case AST_NODE_TYPES.ObjectExpression:
      return first(asked, inner.properties);
    case AST_NODE_TYPES.Property:
      return inspectProperty(asked, inner);
    case AST_NODE_TYPES.SpreadElement:
      return inspect(asked, inner.argument);
    case AST_NODE_TYPES.UnaryExpression:
      return inner.operator === 'delete' ? not(asked, inner) : inspect(asked, inner.argument);
    case AST_NODE_TYPES.BinaryExpression:
      return inner.operator === '+' ? first(asked, [inner.left, inner.right]) : not(asked, inner);
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

function first(asked: Asked, nodes: readonly (Node | null)[]): Gap | null {
  for (const node of nodes) {
    const found = node === null ? null : inspect(asked, node);
    if (found !== null) return found;
  }
  return null;
}

function not({ module }: Asked, node: Node, reason = 'is more than constants'): Gap {
  return gapAt(placeOf(module, node), reason);
}

function inspectProperty(asked: Asked, property: TSESTree.Property): Gap | null {
  const key = plainKey(property.key, property.computed);
  if (property.kind !== 'init' || (key === '__proto__' && !property.computed)) return not(asked, property);
  return (property.computed ? inspect(asked, property.key) : null) ?? inspect(asked, property.value);
}

function inspectName(asked: Asked, name: TSESTree.Identifier): Gap | null {
  const variable = variableOf(asked.module, name);
  if (variable == null) return name.name === 'undefined' ? null : not(asked, name);
  const origin = originOf(asked.session, asked.module, variable);
  return origin === null ? not(asked, name) : (inspectWays(asked, variable) ?? inspectOrigin(asked, origin));
}

function inspectOrigin(asked: Asked, origin: Origin | null): Gap | null {
  switch (origin?.kind) {
    case 'variable':
      return inspectVariable({ ...asked, module: origin.module }, origin.variable);
    case 'expression':
      return origin.module.json ? null : inspect({ ...asked, module: origin.module }, origin.node);
    default:
      return null;
  }
}

function inspectVariable(asked: Asked, variable: Variable): Gap | null {
  const { module, seen } = asked;
  if (seen.has(variable)) return null;
  seen.add(variable);
  const [definition, ...more] = variable.defs;
  if (definition === undefined || more.length > 0) return not(asked, definition?.node ?? module.tree);
  const node: Node = definition.node;
  if (isDefinedAs(definition, 'TSEnumName') && node.type === AST_NODE_TYPES.TSEnumDeclaration)
    return first(
      asked,
      node.body.members.flatMap((member) => member.initializer ?? []),
    );
  if (isFunction(node) && isDefinedAs(definition, 'FunctionName')) return null;
  const value = initialValue(module, variable);
  return value === null ? not(asked, node) : (inspectWays(asked, variable) ?? inspect(asked, value.init));
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
    return exported === null ? not(asked, member) : inspectOrigin(asked, exported);
  }
  return inspect(asked, member.object) ?? (member.computed ? inspect(asked, member.property) : null);
}

/** `defineRouter({ … })`, `Object.freeze({ … })` */
function inspectCall(asked: Asked, call: TSESTree.CallExpression): Gap | null {
  const { session, module } = asked;
  if (isDefineRouter(session, module, call.callee) || methodOfObject(module, call.callee) === 'freeze')
    return first(asked, call.arguments);
  return not(asked, call);
}
