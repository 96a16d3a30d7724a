import { relative, sep } from 'node:path';
import type { Site } from './survey.ts';

/** A file as it is shown: from the folder that was surveyed, the same on every machine. */
export function shownFile(file: string, root: string): string {
  return relative(root, file).split(sep).join('/');
}

export function siteOf({ file, line, column }: Site, root: string): Site {
  return { file: shownFile(file, root), line, column };
}

/** `src/mailer.ts:3:5` */
export function shownSite({ file, line, column }: Site): string {
  return `${file}:${String(line)}:${String(column)}`;
}

/** By file, then by place. */
export function bySite(one: Site, other: Site): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
