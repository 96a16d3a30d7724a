import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { placeOf, type Module } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { nodesBelow, plainKey } from '../text/tree.ts';
import { isWrittenText, valueOfText } from './node-text.ts';

/** Where a file writes a name, as a text or as a key: a task that no known call asks may stand there. */
export function mentionsOf(module: Module, name: string): readonly Place[] {
  return nodesBelow(module.tree).flatMap((node) => {
    if (node.type === AST_NODE_TYPES.Property && !node.shorthand && node.key.type === AST_NODE_TYPES.Identifier)
      return plainKey(node.key, node.computed) === name ? placeOf(module, node.key) : [];
    return isWrittenText(node) && valueOfText(node) === name ? placeOf(module, node) : [];
  });
}
