import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that the servers see as a project: a table of the reference fleet and a service that asks it. */
export const FOLDER: string = fileURLToPath(new URL('fixtures/editor', import.meta.url));
export const TABLE = `${FOLDER}/model-router.ts`;
export const SERVICE = `${FOLDER}/service.ts`;

/** A file as an editor holds it, with the place that is asked about. `offset` counts UTF-16 units from 0. */
export interface Cursor {
  readonly file: string;
  readonly text: string;
  readonly offset: number;
}

/** Where `|` stands in an excerpt of a file: `cursorAt(TABLE, "'blog|-post'")`. */
export function cursorAt(file: string, marked: string): Cursor {
  const text = textOf(file);
  const start = text.indexOf(marked.replace('|', ''));
  if (start === -1) throw new Error(`${marked} is not in ${file}`);
  return { file, text, offset: start + marked.indexOf('|') };
}

/** Where `|` stands in a line that is being typed at the end of the service. */
export function typed(marked: string): Cursor {
  const before = textOf(SERVICE);
  return { file: SERVICE, text: `${before}${marked.replace('|', '')}\n`, offset: before.length + marked.indexOf('|') };
}

/** A line that an answer points at, without its indentation. */
export interface Place {
  readonly file: string;
  readonly line: string;
}

/** The place on a line, counted from 0, of a file as it is on disk. */
export function placeOn(file: string, line: number): Place {
  return { file, line: textOf(file).split('\n')[line]?.trim() ?? '' };
}

/** Line and character, both counted from 0. */
export function positionOf({ text, offset }: Cursor): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}
