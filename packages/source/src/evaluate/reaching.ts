import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, type Scene } from './evaluate.ts';
import { isFunction } from './evaluate-function.ts';
import { written } from './written.ts';
import type { Node } from '../text/parse.ts';
import { holds } from './pattern.ts';
import { parentOf, variableOf } from '../text/tree.ts';
import { union, type Possible } from './value.ts';

/**
 * What a variable that is written more than once is where it is read: what the last sure write gave it, and every write that may
 * come after that one. Null where no write is sure.
 */
export function reaching(scene: Scene, node: Node, variable: Variable): Possible | null {
  const writes = variable.references.filter((reference) => reference.isWrite() && reference.init !== true);
  if (writes.length === 0) return null;
  const last = lastWrite(scene, node, variable);
  const { active } = scene.session;
  if (last?.operator !== '=' || active.has(last)) return null;
  const later = writes.filter((write) => mayComeBetween(scene, write, last, node));
  active.add(last);
  try {
    return union(evaluate(scene, last.right), ...later.map((write) => written(scene, write)));
  } finally {
    active.delete(last);
  }
}

/** The last statement before a place that surely writes a variable. */
function lastWrite(scene: Scene, node: Node, variable: Variable): TSESTree.AssignmentExpression | null {
  for (let inner = node, outer = parentOf(scene.module, node); outer !== undefined && !isFunction(outer);) {
    const statements = statementsOf(outer);
    for (const statement of statements.slice(0, Math.max(0, statements.indexOf(inner))).toReversed()) {
      const found = writeOf(scene, statement, variable);
      if (found !== null) return found;
    }
    inner = outer;
    outer = parentOf(scene.module, outer);
  }
  return null;
}

function statementsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case AST_NODE_TYPES.BlockStatement:
    case AST_NODE_TYPES.Program:
    case AST_NODE_TYPES.StaticBlock:
      return node.body;
    case AST_NODE_TYPES.SwitchCase:
      return node.consequent;
    default:
      return [];
  }
}

function writeOf(scene: Scene, statement: Node, variable: Variable): TSESTree.AssignmentExpression | null {
  const isIt = (node: Node): boolean =>
    node.type === AST_NODE_TYPES.Identifier && variableOf(scene.module, node) === variable;
  if (statement.type !== AST_NODE_TYPES.ExpressionStatement) return null;
  const write = statement.expression;
  if (write.type !== AST_NODE_TYPES.AssignmentExpression || !isIt(write.left)) return null;
  return write;
}

/** Whether a write may be the last one before a place: it stands between, in a loop around it, or in another function. */
function mayComeBetween(scene: Scene, { identifier }: Reference, last: Node, node: Node): boolean {
  if (holds(last, identifier)) return false;
  if (ownerOf(scene, identifier) !== ownerOf(scene, node)) return true;
  if (identifier.range[0] < last.range[0]) return false;
  return identifier.range[0] < node.range[0] || isInLoop(scene, node, identifier, last);
}

function ownerOf({ module }: Scene, node: Node): Node | undefined {
  let outer = parentOf(module, node);
  while (outer !== undefined && !isFunction(outer)) outer = parentOf(module, outer);
  return outer;
}

/** Whether a loop leads from a later write back to a place, without the last sure one in between. */
function isInLoop({ module }: Scene, node: Node, write: Node, last: Node): boolean {
  for (let outer = parentOf(module, node); outer !== undefined && !isFunction(outer); outer = parentOf(module, outer)) {
    if (holds(outer, last)) return false;
    if (holds(outer, write) && /^(?:For|While|DoWhile)/.test(outer.type)) return true;
  }
  return false;
}
