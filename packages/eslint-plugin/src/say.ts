import { relative, sep } from 'node:path';
import type { Place, RouterSource } from '@taskroute/source';
import { visible } from './quote.ts';

/** A file as it is named in a message: from the root, the same on every machine and whatever the working directory. */
function nameOfFile(file: string, { root }: { readonly root: string }): string {
  return visible(relative(root, file).split(sep).join('/'));
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
