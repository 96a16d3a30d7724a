import type { Place } from '../text/place.ts';

/** A piece of a file's text, and what takes its place. Offsets are 0-based and count the text without its byte order mark. */
export interface TextEdit {
  readonly file: string;
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Why something cannot be edited: a clause, and where. */
export interface NoEdit {
  readonly reason: string;
  readonly place: Place;
}

export type Edited = readonly TextEdit[] | NoEdit;

export function isNoEdit(edited: object): edited is NoEdit {
  return 'reason' in edited;
}

/** Several answers as one: the first that is none, or else all edits. */
export function allEdits(parts: readonly Edited[]): Edited {
  return parts.find(isNoEdit) ?? parts.flatMap((part) => (isNoEdit(part) ? [] : part));
}

/**
 * A file's text with its edits.
 *
 * Shape: `text` may begin with a byte order mark; an edit that stands twice is made once. Null where two edits want one
 * place for different texts.
 */
export function applyEdits(text: string, edits: readonly Omit<TextEdit, 'file'>[]): string | null {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const bare = text.slice(mark.length);
  const once = new Map(edits.map((edit) => [`${String(edit.range)} ${edit.text}`, edit]));
  const sorted = [...once.values()].sort(
    (one, other) => one.range[0] - other.range[0] || one.range[1] - other.range[1],
  );
  let written = mark;
  let at = 0;
  let isFirst = true;
  for (const { range, text: own } of sorted) {
    if (range[0] < at || (range[0] === at && range[1] === at && !isFirst)) return null;
    written += bare.slice(at, range[0]) + own;
    at = range[1];
    isFirst = false;
  }
  return written + bare.slice(at);
}
