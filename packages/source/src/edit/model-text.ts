import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { only, type Value } from '../evaluate/value.ts';
import { quoteWith } from '../finding/quote.ts';
import type { Node } from '../text/parse.ts';
import { plainKey, unwrap } from '../text/tree.ts';
import type { LineNode } from './line-node.ts';
import { isName, isWrittenText, quotesBelow, rangeOf, replaceText, textOfNode } from './node-text.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The edit that has a line's value say another model, in the way that the table says models; null where the value is worked out.
 *
 * Shape: a text keeps its quotes; a member of an enum or a map becomes the member with that model; the name of a constant becomes
 * what another line of the table says the model with, or else a text.
 */
export function modelEdit(scene: Scene, { module, object, property }: LineNode, model: string): TextEdit | null {
  const value = unwrap(property.value);
  if (isWrittenText(value)) return replaceText(module, value, model);
  if (value.type !== AST_NODE_TYPES.Identifier && value.type !== AST_NODE_TYPES.MemberExpression) return null;
  const text = memberFor(scene, value, model) ?? nameFor(scene, object, model) ?? quoted(scene, object, model);
  return { file: module.file, range: rangeOf(module, value), text };
}

function quoted({ module }: Scene, object: Node, model: string): string {
  return quoteWith(quotesBelow(module, object), model);
}

/** `Model.Opus` for `Model.Haiku`. */
function memberFor(scene: Scene, value: Node, model: string): string | null {
  if (value.type !== AST_NODE_TYPES.MemberExpression || plainKey(value.property, value.computed) === null) return null;
  const object = only(evaluate(scene, value.object));
  if (object?.kind !== 'object') return null;
  const item = object.items.find(({ key, value: of }) => key !== null && isText(only(of), model));
  if (item?.key == null) return null;
  const holder = textOfNode(scene.module, value.object);
  const { property } = value;
  if (!value.computed && isName(item.key)) return `${holder}.${item.key}`;
  const mark = value.computed && isWrittenText(property) ? textOfNode(scene.module, property).charAt(0) : null;
  return `${holder}[${quoteWith(mark ?? quotesBelow(scene.module, scene.module.tree), item.key)}]`;
}

/** `OPUS`, where another line says the model so. */
function nameFor(scene: Scene, object: LineNode['object'], model: string): string | null {
  for (const each of object.properties) {
    if (each.type !== AST_NODE_TYPES.Property) continue;
    const value = unwrap(each.value);
    const isPlain = value.type === AST_NODE_TYPES.Identifier || value.type === AST_NODE_TYPES.MemberExpression;
    if (isPlain && isText(only(evaluate(scene, value)), model)) return textOfNode(scene.module, value);
  }
  return null;
}

function isText(value: Value | undefined, text: string): boolean {
  return value?.kind === 'primitive' && value.value === text;
}
