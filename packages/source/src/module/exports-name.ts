import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Module, Node } from '../text/parse.ts';
import { plainKey, variableOf } from '../text/tree.ts';

/** `module.exports` */
export function isWhole(node: Node): boolean {
  return (
    node.type === AST_NODE_TYPES.MemberExpression &&
    node.object.type === AST_NODE_TYPES.Identifier &&
    node.object.name === 'module' &&
    plainKey(node.property, node.computed) === 'exports'
  );
}

/** `name` of `exports.name` or `module.exports.name` */
export function exportedName(node: Node): string | null {
  if (node.type !== AST_NODE_TYPES.MemberExpression) return null;
  const { object } = node;
  const isExports = (object.type === AST_NODE_TYPES.Identifier && object.name === 'exports') || isWhole(object);
  return isExports ? plainKey(node.property, node.computed) : null;
}

/** `exports` or `module.exports`, of the module itself: no parameter that is called so. */
export function isExportsName(module: Module, node: Node): boolean {
  if (node.type === AST_NODE_TYPES.Identifier) return node.name === 'exports' && variableOf(module, node) === null;
  return node.type === AST_NODE_TYPES.MemberExpression && isWhole(node) && variableOf(module, node.object) === null;
}

/** The specifier of `require('…')`. */
export function requiredBy(node: Node): string | null {
  if (
    node.type !== AST_NODE_TYPES.CallExpression ||
    node.callee.type !== AST_NODE_TYPES.Identifier ||
    node.callee.name !== 'require'
  )
    return null;
  const [specifier] = node.arguments;
  return specifier?.type === AST_NODE_TYPES.Literal && typeof specifier.value === 'string' ? specifier.value : null;
}
