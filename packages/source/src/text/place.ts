import { countBelow } from './sorted.ts';

/** Where a piece of text stands. Lines and columns are 1-based, in UTF-16 code units of the text without its byte order mark. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** 0-based offsets into the text without its byte order mark, the end excluded: as ESLint counts. */
  readonly range: readonly [number, number];
}

/** The offset at which each line starts. */
export type LineStarts = readonly number[];

export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  const lineBreak = /\r\n|[\n\r\u2028\u2029]/g;
  while (lineBreak.exec(text) !== null) starts.push(lineBreak.lastIndex);
  return starts;
}

export function placeAt(file: string, starts: LineStarts, range: readonly [number, number]): Place {
  const line = Math.max(
    1,
    countBelow(starts, range[0] + 1, (start) => start),
  );
  return { file, line, column: range[0] - (starts[line - 1] ?? 0) + 1, range: [range[0], range[1]] };
}
