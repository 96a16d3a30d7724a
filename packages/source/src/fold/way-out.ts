import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { evaluate } from '../evaluate/evaluate.ts';
import { mutationsOf, rootOf } from '../evaluate/mutation.ts';
import type { Module, Node } from '../text/parse.ts';
import { isDefineRouter, methodOfObject } from './plain-router.ts';
import type { Session } from '../session.ts';
import { parentOf, unwrap } from '../text/tree.ts';
import { only } from '../evaluate/value.ts';

/**
 * The first place of a module where what a variable holds is changed, or goes where it could be; null where it is only read.
 * What other modules do to an export is not seen.
 */
export function wayOut(session: Session, module: Module, variable: Variable): Node | null {
  return searchVariable({ session, module, seen: new Set() }, variable);
}

interface Search {
  readonly session: Session;
  readonly module: Module;
  readonly seen: Set<Variable>;
}

function searchVariable(search: Search, variable: Variable): Node | null {
  if (search.seen.has(variable)) return null;
  search.seen.add(variable);
  const mutation = mutationsOf(search.module).find(({ target }) => rootOf(search.module, target) === variable);
  if (mutation !== undefined) return mutation.node;
  for (const { identifier, init } of variable.references) {
    const out = init === true ? null : searchUse(search, identifier);
    if (out !== null) return out;
  }
  return null;
}

/** Where the value of a node goes, outwards. */
function searchUse(search: Search, node: Node): Node | null {
  const { module } = search;
  const parent = parentOf(module, node);
  switch (parent?.type) {
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSTypeAssertion:
    case AST_NODE_TYPES.ChainExpression:
    case AST_NODE_TYPES.SpreadElement:
    case AST_NODE_TYPES.ObjectExpression:
    case AST_NODE_TYPES.ArrayExpression:
      return searchUse(search, parent);
    case AST_NODE_TYPES.Property:
      return parent.value === node ? searchUse(search, parent) : null;
    case AST_NODE_TYPES.MemberExpression:
      return parent.object === node && !isText(search, parent) ? searchUse(search, parent) : null;
    case AST_NODE_TYPES.VariableDeclarator:
      return searchDeclared(search, parent);
    case AST_NODE_TYPES.CallExpression:
      return searchCall(search, parent, node);
    case AST_NODE_TYPES.TSTypeQuery:
    case AST_NODE_TYPES.TSQualifiedName:
    case AST_NODE_TYPES.ExportSpecifier:
    case AST_NODE_TYPES.ExportDefaultDeclaration:
    case AST_NODE_TYPES.ExpressionStatement:
    case AST_NODE_TYPES.BinaryExpression:
    case AST_NODE_TYPES.UnaryExpression:
    case AST_NODE_TYPES.TemplateLiteral:
    case AST_NODE_TYPES.ForInStatement:
    case AST_NODE_TYPES.IfStatement:
      return null;
    default:
      return node;
  }
}

function searchDeclared(search: Search, declarator: Node): Node | null {
  for (const variable of search.module.scopes.getDeclaredVariables(declarator)) {
    const out = searchVariable(search, variable);
    if (out !== null) return out;
  }
  return null;
}

/** A text that is read out of a table can change nothing. */
function isText({ session, module }: Search, member: Node): boolean {
  const { values, gaps } = evaluate({ session, module }, member);
  return gaps.length === 0 && values.length > 0 && values.every((value) => value.kind === 'primitive');
}

/** `TIERS.includes(model)`: a callback is handed texts, and methods that change a list are found as such. */
function isTexts({ session, module }: Search, list: Node): boolean {
  const value = only(evaluate({ session, module }, list));
  return (
    value?.kind === 'array' && value.gaps.length === 0 && value.items.every((item) => only(item)?.kind === 'primitive')
  );
}

const READING = new Set(['keys', 'values', 'entries', 'hasOwn', 'isFrozen']);

function searchCall(
  search: Search,
  call: Extract<Node, { type: AST_NODE_TYPES.CallExpression }>,
  node: Node,
): Node | null {
  const { session, module } = search;
  const callee = unwrap(call.callee);
  if (call.callee === node)
    return callee.type === AST_NODE_TYPES.MemberExpression && isTexts(search, callee.object) ? null : call;
  if (isDefineRouter(session, module, callee)) return null;
  const method = methodOfObject(module, callee);
  if (method === 'freeze') return searchUse(search, call);
  return method !== null && READING.has(method) ? null : call;
}
