import Table from 'cli-table3';
import stringWidth from 'string-width';

const NO_LINES = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
};

/** The time that a table takes to be drawn grows with the square of its rows. */
const ROWS = 100;

/** Rows in columns as wide as their widest cell. Cells may hold colours; `right` names the columns of numbers. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = widthsOf(rows);
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    draw(rows.slice(index * ROWS, (index + 1) * ROWS), widths, right),
  );
  return parts.join('\n');
}

/** How wide each column is. */
export function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
  return widths;
}

function draw(rows: readonly (readonly string[])[], widths: readonly number[], right: readonly number[]): string {
  const table = new Table({
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    // None is the library's word for as wide as need be, too.
    colWidths: widths.map((width) => Math.max(1, width)),
    colAligns: widths.map((_, index) => (right.includes(index) ? 'right' : 'left')),
  });
  for (const row of rows) table.push([...row]);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
