import { relative, sep } from 'node:path';
import type { Place } from '../text/place.ts';
import type { RouterSource } from '../router/router-source.ts';
import { visible } from './quote.ts';

/** A file as it is named in a message: from the root, the same on every machine and whatever the working directory. */
export function nameOfFile(file: string, root: string): string {
  return visible(relative(root, file).split(sep).join('/'));
}

/** `src/router.ts:3:5` */
export function nameOfPlace({ file, line, column }: Pick<Place, 'file' | 'line' | 'column'>, root: string): string {
  return `${nameOfFile(file, root)}:${String(line)}:${String(column)}`;
}

/** The file of a router's table: where its first line stands, which need not be where the router is made. */
export function nameOfTable({ routes, file }: RouterSource, root: string): string {
  return nameOfFile(routes[0]?.place.file ?? file, root);
}
