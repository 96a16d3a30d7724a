import { visible } from '@taskroute/source/findings';
import { markupOf } from './html.ts';

/** What is Markdown, or HTML in it, within a line. A pipe would end a cell. */
const MARKS = /[\\`*_[\]<>|~&]/g;

/** What a host makes more of than Markdown does: `@name` calls somebody, and `:100:` is a picture. */
const CALLS = /@|:(?=[\w+-]+:)/g;

/** A text that stands as it is, also in a cell. */
export function plainMarkdown(text: string): string {
  return kept(visible(text).replace(MARKS, (mark) => `\\${mark}`));
}

/** An empty comment keeps a host from making more of a text, and what is copied is the text. */
function kept(text: string): string {
  return text.replace(CALLS, (mark) => `${mark}<!-- -->`);
}

/** A text as code, also in a cell: a fence longer than any in it; a pipe is escaped there too. */
export function codeMarkdown(text: string): string {
  const shown = visible(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') || shown.trim() === '' ? ' ' : '';
  return shown === '' ? '' : `${fence}${space}${shown}${space}${fence}`;
}

/** Cells are Markdown already; `right` names the columns of numbers. */
export function tableMarkdown(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const rule = head.map((_, index) => (right.includes(index) ? '---:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What is folded up until somebody asks for it. The summary is a text: no Markdown is read there. */
export function foldedMarkdown(summary: string, text: string): string {
  return `<details>\n<summary>${kept(markupOf(summary))}</summary>\n\n${text}\n\n</details>`;
}
