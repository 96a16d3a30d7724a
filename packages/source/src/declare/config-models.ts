import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Config } from './config.ts';
import { linesOf, textIn, textsIn, wrong, type Reader } from './config-reader.ts';

/** `models`: tier → model id; or task → (tier → model id). */
export function readModels(reader: Reader, node: TSESTree.Node | undefined): Config['models'] {
  return recordOf(reader, node, 'models', (value, where) => {
    const id = textIn(value);
    if (id !== null && id !== '') return id;
    if (value.type === AST_NODE_TYPES.ObjectExpression)
      return recordOf(reader, value, where, (each, at) => idOf(reader, each, at));
    return wrong(reader, value, where, 'a model id, or an object tier → model id');
  });
}

function idOf(reader: Reader, node: TSESTree.Node, where: string): string | null {
  const id = textIn(node);
  return id === null || id === '' ? wrong(reader, node, where, 'a model id') : id;
}

/** An object's lines, without those that are nothing. */
function recordOf<Item>(
  reader: Reader,
  node: TSESTree.Node | undefined,
  where: string,
  read: (node: TSESTree.Node, where: string) => Item | null,
): Readonly<Record<string, Item>> {
  if (node === undefined) return {};
  if (node.type !== AST_NODE_TYPES.ObjectExpression) {
    wrong(reader, node, where, 'an object, tier → model id');
    return {};
  }
  const lines = linesOf(reader, node, where).flatMap(({ name, value }) => {
    const item = read(value, `${where}[${JSON.stringify(name)}]`);
    return item === null ? [] : ([[name, item]] as const);
  });
  // Not by assignment: a line may be called '__proto__'.
  return Object.fromEntries(lines);
}

/** `lowered`: whether the build makes erased calls real; or the folders in which it does. */
export function readLowered(reader: Reader, node: TSESTree.Node | undefined): Config['lowered'] {
  if (node === undefined) return false;
  if (node.type === AST_NODE_TYPES.Literal && typeof node.value === 'boolean') return node.value;
  if (node.type === AST_NODE_TYPES.ArrayExpression) return textsIn(reader, node, 'lowered') ?? false;
  wrong(reader, node, 'lowered', 'true, false or a list of folders');
  return false;
}
