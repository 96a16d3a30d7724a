import type { TSESTree } from '@typescript-eslint/utils';

type NodeOf<Type extends string, Node = TSESTree.Node> = Node extends TSESTree.Node
  ? `${Node['type']}` extends Type
    ? Node
    : never
  : never;

/** Whether a node is of a type. By the type's text: the enum of types would be the only code of its package that is loaded. */
export function isNode<Type extends `${TSESTree.Node['type']}`>(
  node: TSESTree.Node | null | undefined,
  type: Type,
): node is NodeOf<Type> {
  const own: string | undefined = node?.type;
  return own === type;
}
