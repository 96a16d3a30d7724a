import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate } from '../evaluate/evaluate.ts';
import { only } from '../evaluate/value.ts';
import { quoteWith } from '../finding/quote.ts';
import type { Session } from '../session.ts';
import type { Module, Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { nodesBelow, parentOf } from '../text/tree.ts';
import { editable, isAt } from './line-node.ts';
import { isName, isWrittenText, quotesBelow, rangeOf, replaceNode, replaceText, textOfNode } from './node-text.ts';
import { isNoEdit, type Edited, type TextEdit } from './text-edit.ts';

/** Another text where one is written: as a value, in a type, or as a key. */
export function renameText(session: Session, place: Place, to: string): Edited {
  const module = editable(session, place);
  if (isNoEdit(module)) return module;
  const found = nodesBelow(module.tree).filter((node) => isAt(rangeOf(module, node), place));
  for (const node of found) {
    const around = parentOf(module, node);
    if (around?.type === AST_NODE_TYPES.Property && around.key === node) return renameKey(session, module, around, to);
    if (isWrittenText(node)) return renameValue(module, node, around, to);
  }
  return { reason: 'its name is put together, and not written as one text', place };
}

function renameValue(module: Module, node: Node, around: Node | undefined, to: string): Edited {
  if (!isWrittenText(node)) return [];
  // An attribute of JSX knows no escapes.
  if (around?.type === AST_NODE_TYPES.JSXAttribute) {
    const mark = textOfNode(module, node).charAt(0);
    return /["'&<>\\\n]/.test(to)
      ? [replaceNode(module, node, `{${quoteWith(mark, to)}}`)]
      : [replaceNode(module, node, `${mark}${to}${mark}`)];
  }
  return [replaceText(module, node, to)];
}

/** The key of a line: written out, or a constant of which the text is written somewhere. */
export function renameKey(session: Session, module: Module, property: TSESTree.Property, to: string): Edited {
  const written = keyEdit(module, property, to);
  if (written !== null) return [written];
  const place = { file: module.file, line: 1, column: 1, range: rangeOf(module, property.key) };
  const value = only(evaluate({ session, module }, property.key));
  if (value?.kind !== 'primitive' || isAt(place.range, value.place))
    return {
      reason: 'its key is worked out by an expression',
      place: value?.kind === 'primitive' ? value.place : place,
    };
  return renameText(session, value.place, to);
}

/** Another key where one is written out; null where it is computed. */
export function keyEdit(module: Module, property: TSESTree.Property, to: string): TextEdit | null {
  const { key, computed, shorthand } = property;
  const name = isName(to) ? to : quoteWith(quotesBelow(module, module.tree), to);
  if (shorthand) {
    const start = rangeOf(module, property)[0];
    return { file: module.file, range: [start, start], text: `${name}: ` };
  }
  if (isWrittenText(key)) return replaceText(module, key, to);
  if (!computed)
    return replaceNode(
      module,
      key,
      key.type === AST_NODE_TYPES.Identifier ? name : quoteWith(quotesBelow(module, module.tree), to),
    );
  return null;
}
