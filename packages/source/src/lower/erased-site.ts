import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Node } from '../text/parse.ts';
import { nodesBelow } from '../text/tree.ts';
import { erasedArguments } from './value-form.ts';

/** A place that has the looks of an erased call, whatever is called. */
export type ErasedSite =
  | {
      readonly kind: 'call';
      readonly node: TSESTree.CallExpression;
      readonly types: TSESTree.TSTypeParameterInstantiation;
    }
  /** A function with type arguments that is not called where it stands. */
  | { readonly kind: 'stored'; readonly node: TSESTree.TSInstantiationExpression };

/** In the order of the text. */
export function erasedSites(tree: TSESTree.Program): readonly ErasedSite[] {
  const sites: ErasedSite[] = [];
  /** Type arguments that were seen with the call that they belong to. */
  const seen = new Set<Node>();
  for (const node of nodesBelow(tree)) {
    if (node.type === AST_NODE_TYPES.CallExpression) {
      const types = erasedArguments(node) ?? node.typeArguments;
      // Absent in one parser's tree, null in another's.
      if (types == null) continue;
      seen.add(types);
      const [given] = node.arguments;
      if (given === undefined || !CERTAINLY_NO_OPTIONS.has(given.type)) sites.push({ kind: 'call', node, types });
    } else if (node.type === AST_NODE_TYPES.TSInstantiationExpression && !seen.has(node.typeArguments)) {
      sites.push({ kind: 'stored', node });
    }
  }
  return sites;
}

/** With one of these for its first argument a call has its task as a value, or is no router's. */
const CERTAINLY_NO_OPTIONS: ReadonlySet<AST_NODE_TYPES> = new Set([
  AST_NODE_TYPES.Literal,
  AST_NODE_TYPES.TemplateLiteral,
  AST_NODE_TYPES.ArrayExpression,
  AST_NODE_TYPES.ArrowFunctionExpression,
  AST_NODE_TYPES.FunctionExpression,
  AST_NODE_TYPES.NewExpression,
]);
