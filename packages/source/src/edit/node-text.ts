import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { quoteWith } from '../finding/quote.ts';
import type { Module, Node } from '../text/parse.ts';
import { nodesBelow } from '../text/tree.ts';
import type { TextEdit } from './text-edit.ts';

/** A literal, or a template without expressions. */
export type WrittenText = TSESTree.StringLiteral | TSESTree.TemplateLiteral;

export function isWrittenText(node: Node): node is WrittenText {
  if (node.type === AST_NODE_TYPES.TemplateLiteral) return node.expressions.length === 0;
  return node.type === AST_NODE_TYPES.Literal && typeof node.value === 'string';
}

export function valueOfText(node: WrittenText): string | null {
  return node.type === AST_NODE_TYPES.Literal ? node.value : (node.quasis[0]?.value.cooked ?? null);
}

/** Where a node stands in the module's own text: JSON's tree is that of the text in parentheses. */
export function rangeOf({ shift }: Module, { range }: Node): readonly [number, number] {
  return [range[0] - shift, range[1] - shift];
}

export function textOfNode(module: Module, node: Node): string {
  return module.text.slice(...rangeOf(module, node));
}

export function replaceNode(module: Module, node: Node, text: string): TextEdit {
  return { file: module.file, range: rangeOf(module, node), text };
}

/** Another text in the place of one, in the quotes of that. */
export function replaceText(module: Module, node: WrittenText, text: string): TextEdit {
  return replaceNode(module, node, quoteWith(textOfNode(module, node).charAt(0), text));
}

/** The quotes that most texts below a node are written in. */
export function quotesBelow(module: Module, node: Node): string {
  if (module.json) return '"';
  const counts = new Map([
    ["'", 0],
    ['"', 0],
  ]);
  for (const each of nodesBelow(node)) {
    const mark = isWrittenText(each) ? textOfNode(module, each).charAt(0) : '';
    const count = counts.get(mark);
    if (count !== undefined) counts.set(mark, count + 1);
  }
  const [single = 0, double = 0] = counts.values();
  if (single === double && node !== module.tree) return quotesBelow(module, module.tree);
  return double > single ? '"' : "'";
}

const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Whether a key can be written without quotes. */
export function isName(key: string): boolean {
  return NAME.test(key);
}
