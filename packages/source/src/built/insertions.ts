import type { SourceMapMappings } from '@jridgewell/sourcemap-codec';

/** What is to be written at an offset. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** A text with insertions, which stand in their order. */
export function withInsertions(text: string, insertions: readonly Insertion[]): string {
  let written = '';
  let from = 0;
  for (const { offset, text: inserted } of insertions) {
    written += text.slice(from, offset) + inserted;
    from = offset;
  }
  return written + text.slice(from);
}

/** A text's mappings once something was inserted in it: what stands behind an insertion on its line has moved. */
export function shiftedMappings(
  mappings: SourceMapMappings,
  insertions: readonly Insertion[],
  text: string,
): SourceMapMappings {
  const starts = mappedLineStarts(text);
  return mappings.map((segments, line) => {
    const from = starts[line] ?? 0;
    const to = starts[line + 1] ?? text.length + 1;
    const here = insertions.filter(({ offset }) => from <= offset && offset < to);
    if (here.length === 0) return segments;
    return segments.map(([column, ...rest]) => {
      const before = here.filter(({ offset }) => offset <= from + column);
      const moved = before.reduce((sum, { text: inserted }) => sum + inserted.length, 0);
      // The tuple keeps its length.
      return [column + moved, ...rest] as (typeof segments)[number];
    });
  });
}

/** Source maps and Node count these line breaks alone. */
export function mappedLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|[\n\r]/g)) starts.push(index + lineBreak.length);
  return starts;
}
