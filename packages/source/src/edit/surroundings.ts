import type { TSESTree } from '@typescript-eslint/types';
import type { Module, Node } from '../text/parse.ts';
import { rangeOf } from './node-text.ts';

/** What stands around a line of an object. Offsets are those of the text. */
export interface Surroundings {
  readonly range: readonly [number, number];
  /** The comma before it; null for the first line. */
  readonly commaBefore: number | null;
  readonly commaAfter: number | null;
  /** Where its line of the text starts and ends, the line break left out; null where it shares that with other code. */
  readonly ownLine: readonly [number, number] | null;
}

const LINE_START = /[\n\r\u2028\u2029]([ \t]*)$/;

/** What may follow on a line without being code. */
const REST =
  /^[ \t]*(?:\/\*(?:(?!\*\/)[^\n\r\u2028\u2029])*\*\/[ \t]*)*(?:\/\/[^\n\r\u2028\u2029]*)?(?=[\n\r\u2028\u2029]|$)/;

export function surroundingsOf(module: Module, object: TSESTree.ObjectExpression, line: Node): Surroundings {
  const { text } = module;
  const range = rangeOf(module, line);
  const index = object.properties.findIndex((each) => each === line);
  const before = object.properties[index - 1];
  const open = before === undefined ? rangeOf(module, object)[0] + 1 : rangeOf(module, before)[1];
  const commaBefore = before === undefined ? null : commaAt(text, open);
  const commaAfter = commaAt(text, range[1]);
  const start = LINE_START.exec(text.slice(open, range[0]))?.[1];
  const end = (commaAfter ?? range[1] - 1) + 1;
  const rest = REST.exec(text.slice(end))?.[0];
  const isOwn = start !== undefined && rest !== undefined && !/[\n\r]/.test(text.slice(range[1], end));
  return { range, commaBefore, commaAfter, ownLine: isOwn ? [range[0] - start.length, end + rest.length] : null };
}

const TRIVIA = /^(?:\s|\/\*[^]*?\*\/|\/\/[^\n\r\u2028\u2029]*)*/;

/** The comma that comes next, comments passed over; null where something else does. */
function commaAt(text: string, from: number): number | null {
  const at = from + (TRIVIA.exec(text.slice(from))?.[0].length ?? 0);
  return text[at] === ',' ? at : null;
}

const LINE_BREAK = /^(?:\r\n|[\n\r\u2028\u2029])/;

/** The line break that stands at an offset; empty at the end of the text. */
export function lineBreakAt(text: string, offset: number): string {
  return LINE_BREAK.exec(text.slice(offset, offset + 2))?.[0] ?? '';
}

/** The blanks before an offset, on its line. */
export function blanksBefore(text: string, offset: number): string {
  return /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';
}
