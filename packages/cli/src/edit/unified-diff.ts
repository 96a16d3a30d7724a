import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { shownFile } from '../survey/site.ts';
import type { FileChange } from './file-change.ts';

/** How many lines around a change show where it is. */
const CONTEXT = 2;

/** A file's change as `git apply` takes it. */
export function unifiedDiff({ file, before, after }: FileChange, root: string): string {
  const name = shownFile(file, root);
  const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, '', '', { context: CONTEXT });
  return formatPatch(patch, FILE_HEADERS_ONLY);
}
