/** What is to be written in place of a range of a text; an empty range is an insertion. */
export interface TextEdit {
  /** 0-based offsets, the end excluded. */
  readonly range: readonly [number, number];
  readonly text: string;
}

/** A text with edits, which do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  let written = '';
  let from = 0;
  for (const { range, text: inserted } of [...edits].sort((one, other) => one.range[0] - other.range[0])) {
    written += text.slice(from, range[0]) + inserted;
    from = range[1];
  }
  return written + text.slice(from);
}

/** How a text breaks its lines. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
