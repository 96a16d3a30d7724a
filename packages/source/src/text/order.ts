import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Module, Node } from './parse.ts';
import { parentOf } from './tree.ts';

/**
 * Whether a variable has surely got the value of its declarator where it is read, whichever function is called when.
 *
 * Shape: `use` is where it is read in its own module; null for another module, which reads it when this one has run.
 */
export function hasValueAt(module: Module, declarator: TSESTree.VariableDeclarator, use: Node | null): boolean {
  if (!isPassed(module, declarator, use)) return false;
  return use === null || !mayRunBefore(module, use, declarator, new Set());
}

/**
 * Whether a variable is read where its declarator may not have given it its value yet, by the order of one function's own
 * statements: that another function is called too early is not looked for.
 */
export function isReadEarly(module: Module, declarator: TSESTree.VariableDeclarator, use: Node): boolean {
  if (isNamedAlone(parentOf(module, use))) return false;
  const isBefore = use.range[0] < declarator.range[1];
  if ((!isBefore && !isVar(module, declarator)) || holds(declarator.id, use)) return false;
  if (functionAround(module, use) !== functionAround(module, declarator)) return false;
  return isBefore || !isPassed(module, declarator, use);
}

/** What stands in a type, or says what is exported, is read when nothing runs. */
function isNamedAlone(parent: Node | undefined): boolean {
  switch (parent?.type) {
    case AST_NODE_TYPES.TSTypeQuery:
    case AST_NODE_TYPES.TSTypeReference:
    case AST_NODE_TYPES.TSQualifiedName:
    case AST_NODE_TYPES.ExportSpecifier:
      return true;
    default:
      return false;
  }
}

export function isVar(module: Module, declarator: TSESTree.VariableDeclarator): boolean {
  const declaration = parentOf(module, declarator);
  return declaration?.type === AST_NODE_TYPES.VariableDeclaration && declaration.kind === 'var';
}

/** Whether every way to a place behind a declarator leads over it: what stands in a branch, a loop or a `try` may be skipped. */
function isPassed(module: Module, declarator: Node, use: Node | null): boolean {
  const declaration = parentOf(module, declarator);
  let list = declaration === undefined ? undefined : parentOf(module, declaration);
  if (list?.type === AST_NODE_TYPES.ExportNamedDeclaration) list = parentOf(module, list);
  for (; list !== undefined && isList(list); list = parentOf(module, list)) {
    if (use !== null && holds(list, use)) return true;
    if (list.type === AST_NODE_TYPES.Program) return true;
    // A block among other statements is passed as they are; a `case` is not.
    if (list.type !== AST_NODE_TYPES.BlockStatement) return false;
  }
  return false;
}

function isList({ type }: Node): boolean {
  return (
    type === AST_NODE_TYPES.Program ||
    type === AST_NODE_TYPES.BlockStatement ||
    type === AST_NODE_TYPES.StaticBlock ||
    type === AST_NODE_TYPES.SwitchCase
  );
}

function holds(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** Whether a place may run before a declarator has: a function runs where it is made at the earliest, one that is hoisted where it is named. */
function mayRunBefore(module: Module, node: Node, declarator: Node, seen: Set<Node>): boolean {
  const owner = functionAround(module, node);
  if (owner === undefined || holds(owner, declarator)) return node.range[0] < declarator.range[1];
  if (owner.type !== AST_NODE_TYPES.FunctionDeclaration) return mayRunBefore(module, owner, declarator, seen);
  if (seen.has(owner)) return false;
  seen.add(owner);
  const variable = module.scopes
    .getDeclaredVariables(owner)
    .find(({ defs }) => defs.some(({ name }) => name === owner.id));
  return variable?.references.some(({ identifier }) => mayRunBefore(module, identifier, declarator, seen)) === true;
}

/** What runs at a time of its own: a function, and the field of what a class makes. */
function functionAround(module: Module, node: Node): Node | undefined {
  let outer = parentOf(module, node);
  while (outer !== undefined && !runsLater(outer)) outer = parentOf(module, outer);
  return outer;
}

function runsLater(node: Node): boolean {
  switch (node.type) {
    case AST_NODE_TYPES.FunctionDeclaration:
    case AST_NODE_TYPES.FunctionExpression:
    case AST_NODE_TYPES.ArrowFunctionExpression:
      return true;
    case AST_NODE_TYPES.PropertyDefinition:
    case AST_NODE_TYPES.AccessorProperty:
      return !node.static;
    default:
      return false;
  }
}
