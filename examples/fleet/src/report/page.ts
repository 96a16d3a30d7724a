/** What a piece of text is, not how it looks. */
export type Style = 'plain' | 'title' | 'quiet' | 'alert' | 'haiku' | 'sonnet' | 'opus';

export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** Spans that are never torn apart by the end of a line. */
export type Piece = readonly Span[];

/** Where a report is written. */
export interface Page {
  /** Columns. */
  readonly width: number;
  readonly paint: (style: Style, text: string) => string;
}

/** The margin on both sides. */
export const MARGIN = 2;

export function span(text: string, style: Style = 'plain'): Span {
  return { text, style };
}

/** A column of `width`: filled up with blanks, on the left where `align` says so. */
export function column(width: number, text: string, style: Style = 'plain', align: 'start' | 'end' = 'start'): Span {
  return span(align === 'end' ? text.padStart(width) : text.padEnd(width), style);
}

export function heading(page: Page, title: string): string {
  const rule = '─'.repeat(page.width - title.length - 3 * MARGIN);
  return `\n${' '.repeat(MARGIN)}${page.paint('title', title)}${' '.repeat(MARGIN)}${page.paint('quiet', rule)}\n`;
}

export function line(page: Page, ...spans: Piece): string {
  return `${' '.repeat(MARGIN)}${spans.map(({ text, style }) => page.paint(style, text)).join('')}`.trimEnd();
}

/** A paragraph of words. A line of a table (`'task': 'model',`) counts as one word: it is there to be copied. */
export function paragraph(page: Page, text: string, style: Style = 'plain'): readonly string[] {
  const words = text.match(/'[^']+': '[^']+',|\S+/g) ?? [];
  return flow(
    page,
    [],
    words.map((word) => [span(word, style)]),
    ' ',
  );
}

/** The lead, then the pieces on as many lines as they need, each line of them beginning right of the lead. */
export function flow(page: Page, lead: Piece, pieces: readonly Piece[], gap = '   '): readonly string[] {
  const indent = lengthOf(lead);
  const room = page.width - 2 * MARGIN - indent;
  const rows: Piece[][] = [[]];
  let used = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    if (used > 0 && used + gap.length + length > room) {
      rows.push([]);
      used = 0;
    }
    used += length + (used > 0 ? gap.length : 0);
    rows.at(-1)?.push(piece);
  }
  return rows.map((row, index) =>
    line(
      page,
      ...(index === 0 ? lead : [column(indent, '')]),
      ...row.flatMap((piece, place) => (place === 0 ? piece : [span(gap), ...piece])),
    ),
  );
}

function lengthOf(piece: Piece): number {
  return piece.reduce((length, { text }) => length + text.length, 0);
}
