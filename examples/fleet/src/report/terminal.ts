import { styleText } from 'node:util';
import type { Page, Style } from './page.ts';

const FORMATS = {
  plain: 'none',
  title: 'bold',
  quiet: 'dim',
  alert: 'yellow',
  haiku: 'cyan',
  sonnet: 'green',
  opus: 'magenta',
} as const satisfies Readonly<Record<Style, Parameters<typeof styleText>[0]>>;

const NARROWEST = 80;
const WIDEST = 120;
const ELSEWHERE = 100;

/** What this needs to know of `process.stdout`. */
interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** A page as wide as the terminal, within reason; coloured only where it is a terminal and NO_COLOR does not forbid it. */
export function pageFor(stream: Output): Page {
  const { columns = ELSEWHERE } = stream;
  return {
    width: Math.min(Math.max(columns, NARROWEST), WIDEST),
    paint: (style, text) => styleText(FORMATS[style], text, { stream }),
  };
}
