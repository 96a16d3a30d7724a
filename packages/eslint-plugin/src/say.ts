import { relative, sep } from 'node:path';
import type { Place, RouterSource } from '@taskroute/source';

const LONGEST = 80;

/** A text for a message: quoted, what is not seen escaped, the end cut. */
export function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

/** A file as it is named in a message: from the root, the same on every machine and whatever the working directory. */
function nameOfFile(file: string, { root }: { readonly root: string }): string {
  return relative(root, file).split(sep).join('/');
}

/** `src/router.ts:3:5` */
export function nameOfPlace(
  { file, line, column }: Pick<Place, 'file' | 'line' | 'column'>,
  settings: { readonly root: string },
): string {
  return `${nameOfFile(file, settings)}:${String(line)}:${String(column)}`;
}

/** The file of a router's table: where its first line stands, which need not be where the router is made. */
export function nameOfTable({ routes, file }: RouterSource, settings: { readonly root: string }): string {
  return nameOfFile(routes[0]?.place.file ?? file, settings);
}

/** "a", "b" or "c" */
export function listOf(texts: readonly string[]): string {
  const quoted = texts.map(quote);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

/** Says a thing once: the same text can be the task of many calls. */
export function createOnce(): (...key: readonly unknown[]) => boolean {
  const said = new Set<string>();
  return (...key) => {
    const text = JSON.stringify(key);
    if (said.has(text)) return false;
    said.add(text);
    return true;
  };
}
