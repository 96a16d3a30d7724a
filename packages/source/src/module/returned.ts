import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Node } from '../text/parse.ts';

/** The expression that a function of one return gives back. */
export function returned(node: Node): Node | null {
  if (
    node.type !== AST_NODE_TYPES.ArrowFunctionExpression &&
    node.type !== AST_NODE_TYPES.FunctionExpression &&
    node.type !== AST_NODE_TYPES.FunctionDeclaration
  )
    return null;
  // A function that is only declared has no body, whatever the tree's types say.
  const body = node.body as TSESTree.BlockStatement | TSESTree.Expression | null;
  if (node.generator || body === null) return null;
  if (body.type !== AST_NODE_TYPES.BlockStatement) return body;
  const [statement] = body.body;
  return body.body.length === 1 && statement?.type === AST_NODE_TYPES.ReturnStatement ? statement.argument : null;
}
