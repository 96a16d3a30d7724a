import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { requiredBy } from './exports-name.ts';
import type { Module, Node } from '../text/parse.ts';
import { nodesBelow, plainKey, unwrap } from '../text/tree.ts';

/** A helper's own name where it is kept, and its function where it is in the file. */
export function originOf(variable: Variable): { readonly name: string; readonly made: Node | null } {
  const [definition] = variable.defs;
  const node = definition?.node;
  if (node?.type === AST_NODE_TYPES.FunctionDeclaration) return { name: variable.name, made: node };
  if (node?.type === AST_NODE_TYPES.ImportSpecifier && node.imported.type === AST_NODE_TYPES.Identifier)
    return { name: node.imported.name, made: null };
  if (node?.type === AST_NODE_TYPES.ImportDefaultSpecifier || node?.type === AST_NODE_TYPES.ImportNamespaceSpecifier) {
    const { parent } = definition ?? {};
    const source = parent?.type === AST_NODE_TYPES.ImportDeclaration ? parent.source.value : variable.name;
    return { name: source, made: null };
  }
  if (node?.type !== AST_NODE_TYPES.VariableDeclarator || node.init === null)
    return { name: variable.name, made: null };
  const init = unwrap(node.init);
  const specifier = requiredBy(init);
  if (specifier !== null) return { name: specifier, made: null };
  // `var __importStar = (this && this.__importStar) || function …`: no minifier renames the first of them.
  if (init.type === AST_NODE_TYPES.LogicalExpression) {
    const kept = nodesBelow(init.left).find((each) => each.type === AST_NODE_TYPES.MemberExpression);
    const name = kept === undefined ? null : plainKey(kept.property, kept.computed);
    return { name: name ?? variable.name, made: init.right };
  }
  return { name: variable.name, made: init };
}

/** Whether a name that the text keeps may stand for a function whose body does not tell. */
export function isSpoken({ text, shift }: Module, { range }: Node, name: string, called: string): boolean {
  return (
    name !== called ||
    text.slice(range[0] - shift, range[1] - shift).includes('arguments') ||
    /^_(?:_|interop)/.test(name)
  );
}
