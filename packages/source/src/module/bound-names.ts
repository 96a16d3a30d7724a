import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Node } from '../text/parse.ts';

/** The names that a pattern binds. */
export function boundNames(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case AST_NODE_TYPES.Identifier:
      return [pattern.name];
    case AST_NODE_TYPES.ObjectPattern:
      return pattern.properties.flatMap((each) =>
        boundNames(each.type === AST_NODE_TYPES.Property ? each.value : each.argument),
      );
    case AST_NODE_TYPES.ArrayPattern:
      return pattern.elements.flatMap(boundNames);
    case AST_NODE_TYPES.AssignmentPattern:
      return boundNames(pattern.left);
    case AST_NODE_TYPES.RestElement:
      return boundNames(pattern.argument);
    default:
      return [];
  }
}

/** The name under which something is imported or exported: it may be written as a string. */
export function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === AST_NODE_TYPES.Identifier ? node.name : node.value;
}
