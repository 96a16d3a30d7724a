import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { endsAt } from './assertion.ts';
import { isFunction } from './evaluate-function.ts';
import type { Module, Node } from '../text/parse.ts';
import { leaves, nodesBelow } from '../text/tree.ts';

/** What a piece of code does to variables that it does not name. */
export interface Effects {
  /** Whether it calls anything: that may write what other functions write. */
  readonly calls: boolean;
  /** Whether it may lead elsewhere than behind itself: out of the function, or anywhere. */
  readonly leaves: 'never' | 'perhaps' | 'always';
  readonly jumps: boolean;
}

const CALLS: ReadonlySet<string> = new Set([
  AST_NODE_TYPES.CallExpression,
  AST_NODE_TYPES.NewExpression,
  AST_NODE_TYPES.ImportExpression,
  AST_NODE_TYPES.TaggedTemplateExpression,
  AST_NODE_TYPES.AwaitExpression,
  AST_NODE_TYPES.YieldExpression,
  AST_NODE_TYPES.ForOfStatement,
  AST_NODE_TYPES.ClassDeclaration,
  AST_NODE_TYPES.ClassExpression,
  AST_NODE_TYPES.TSModuleDeclaration,
]);

const JUMPS: ReadonlySet<string> = new Set([
  AST_NODE_TYPES.BreakStatement,
  AST_NODE_TYPES.ContinueStatement,
  AST_NODE_TYPES.TryStatement,
  AST_NODE_TYPES.WhileStatement,
  AST_NODE_TYPES.DoWhileStatement,
  AST_NODE_TYPES.ForStatement,
]);

const found = new WeakMap<Node, Effects>();

export function effectsOf(module: Module, node: Node): Effects {
  let effects = found.get(node);
  if (effects === undefined) {
    const nodes = nodesBelow(node, (each) => !isFunction(each));
    effects = {
      calls: nodes.some(({ type }) => CALLS.has(type)),
      leaves: leavesAt(module, node, nodes),
      jumps: nodes.some(({ type }) => JUMPS.has(type)),
    };
    found.set(node, effects);
  }
  return effects;
}

function leavesAt(module: Module, node: Node, nodes: readonly Node[]): Effects['leaves'] {
  const isExit = (each: Node): boolean =>
    each.type === AST_NODE_TYPES.ReturnStatement || each.type === AST_NODE_TYPES.ThrowStatement || endsAt(module, each);
  if (!nodes.some(isExit)) return 'never';
  return leaves(node, (each) => endsAt(module, each)) ? 'always' : 'perhaps';
}
