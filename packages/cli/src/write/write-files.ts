import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotRun, reasonOf } from '../exit.ts';

/** A file as it is to be. */
export interface FileToWrite {
  readonly file: string;
  readonly text: string;
}

/**
 * Writes files so that each is either as it was or as it is to be, whenever the process ends.
 *
 * Shape: all are written beside their places first, and put there only when every one of them is whole; a mode is kept, a
 * link leads where it led.
 * Errors: `CannotRun` with the file that cannot be written; then none is changed, unless the disk refuses a move after others.
 */
export function writeFiles(files: readonly FileToWrite[]): void {
  const waiting: { readonly from: string; readonly to: string }[] = [];
  let at = '';
  try {
    for (const { file, text } of files) {
      at = file;
      const to = targetOf(file);
      const from = join(dirname(to), `.${basename(to)}.${String(process.pid)}.tmp`);
      waiting.push({ from, to });
      writeWhole(from, text, statSync(to, { throwIfNoEntry: false })?.mode);
    }
    for (const { from, to } of waiting) {
      at = to;
      renameSync(from, to);
    }
  } catch (error) {
    for (const { from } of waiting) rmSync(from, { force: true });
    throw new CannotRun(`${at} cannot be written (${reasonOf(error)})`);
  }
}

function targetOf(file: string): string {
  return statSync(file, { throwIfNoEntry: false }) === undefined ? file : realpathSync(file);
}

/** The text is on the disk when this returns: a name must not outlive a crash that its content does not. */
function writeWhole(file: string, text: string, mode: number | undefined): void {
  const descriptor = openSync(file, 'wx');
  try {
    // Not as the file is made: what the process masks would be missing.
    if (mode !== undefined) fchmodSync(descriptor, mode);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
