import type { Node } from '../text/parse.ts';
import { lineBreakOf, type TextEdit } from './text-edit.ts';

/** A list of a text: what stands in its brackets or parentheses. */
export interface ListNode {
  readonly items: readonly Node[];
  /** 0-based offset of the bracket that ends it. */
  readonly end: number;
}

/** A new last item: on a line of its own where the list ends on one, with a comma behind it where the others have one. */
export function addToList(text: string, { items, end }: ListNode, item: string): readonly TextEdit[] {
  const last = items.at(-1);
  if (last === undefined) return [at(end, item)];
  const comma = commaBehind(text, last.range[1], end);
  const lineStart = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  if (lineStart <= last.range[1] || text.slice(lineStart, end).trim() !== '')
    return comma === null ? [at(last.range[1], `, ${item}`)] : [at(comma + 1, ` ${item},`)];
  const added = at(
    lineStart,
    `${indentOf(text, last, lineStart, end)}${item}${comma === null ? '' : ','}${lineBreakOf(text)}`,
  );
  return comma === null ? [at(last.range[1], ','), added] : [added];
}

function at(offset: number, text: string): TextEdit {
  return { range: [offset, offset], text };
}

/** The offset of the comma behind the last item; comments may stand before it. */
function commaBehind(text: string, from: number, to: number): number | null {
  const blank = text
    .slice(from, to)
    .replace(/\/\*[^]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g, (comment) => ' '.repeat(comment.length));
  const index = blank.indexOf(',');
  return index < 0 ? null : from + index;
}

/** As deep as the last item where it begins its line, else a step deeper than the end of the list. */
function indentOf(text: string, last: Node, lineStart: number, end: number): string {
  const start = Math.max(text.lastIndexOf('\n', last.range[0]), text.lastIndexOf('\r', last.range[0])) + 1;
  const before = text.slice(start, last.range[0]);
  return before.trim() === '' ? before : `${text.slice(lineStart, end)}  `;
}
