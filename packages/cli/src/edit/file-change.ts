import { readFileSync } from 'node:fs';
import { applyEdits, type TextEdit } from '@taskroute/source';
import { CannotRun, reasonOf } from '../exit.ts';
import { shownFile } from '../survey/site.ts';

/** A file's text before and after, byte order mark included. */
export interface FileChange {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Errors: `CannotRun` for a file that cannot be read or is no UTF-8, and for edits that are in each other's way. */
export function changesOf(edits: readonly TextEdit[], root: string): readonly FileChange[] {
  const files = [...new Set(edits.map(({ file }) => file))].sort();
  return files.map((file) => {
    const before = textOf(file, root);
    const after = applyEdits(
      before,
      edits.filter((edit) => edit.file === file),
    );
    if (after === null)
      throw new CannotRun(`two edits of ${shownFile(file, root)} are in each other's way; edit it by hand`);
    return { file, before, after };
  });
}

function textOf(file: string, root: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CannotRun(`${shownFile(file, root)} cannot be read: ${reasonOf(error)}`);
  }
  const text = bytes.toString('utf8');
  // What does not come back the same would be written otherwise than it was.
  if (!Buffer.from(text).equals(bytes)) throw new CannotRun(`${shownFile(file, root)} is no UTF-8; edit it by hand`);
  return text;
}
