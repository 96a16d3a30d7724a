import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Module, Node } from '../text/parse.ts';
import { parentOf } from '../text/tree.ts';

/** Whether it is a statement that is run once, when the module is: also in a function that is called where it stands. */
export function isAtTop(module: Module, node: Node): boolean {
  const statement = parentOf(module, node);
  if (statement?.type !== AST_NODE_TYPES.ExpressionStatement) return false;
  const block = parentOf(module, statement);
  if (block === undefined || block.type === AST_NODE_TYPES.Program) return true;
  if (block.type === AST_NODE_TYPES.StaticBlock) return true;
  const owner = block.type === AST_NODE_TYPES.BlockStatement ? parentOf(module, block) : undefined;
  const call = owner === undefined ? undefined : parentOf(module, owner);
  return call?.type === AST_NODE_TYPES.CallExpression && call.callee === owner;
}
