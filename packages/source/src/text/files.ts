import { readFileSync, statSync } from 'node:fs';
import { gapOfFile, lost, type Gap } from './gap.ts';

/** What tells one content of a path from another: mtime, ctime, size and inode; null where nothing is. */
export type Stamp = string | null;

/** Errors: none; what cannot be looked at is not there. Costs some 5 µs. */
export function stampOf(path: string): Stamp {
  try {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stat === undefined) return null;
    return `${String(stat.mtimeNs)} ${String(stat.ctimeNs)} ${String(stat.size)} ${String(stat.ino)}`;
  } catch {
    return null;
  }
}

/** Errors: none; a gap where the path is no file that can be read. */
export function readText(path: string): string | Gap {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return lost(gapOfFile(path, `cannot be read (${codeOf(error)})`));
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
