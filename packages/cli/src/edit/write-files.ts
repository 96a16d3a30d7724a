import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { CannotRun, reasonOf } from '../exit.ts';
import { shownFile } from '../survey/site.ts';
import type { FileChange } from './file-change.ts';

/** A change that waits beside its file for its name. */
interface Waiting {
  readonly change: FileChange;
  /** What a link leads to: the link stays one. */
  readonly target: string;
  readonly temporary: string;
}

/**
 * Writes files so that each is either the old or the new one, whenever the process ends: beside it first, then by a rename. Several
 * are renamed only when all of them are written, and renamed back where one of them cannot be.
 *
 * Errors: `CannotRun` for a file that may not be written, or is another one than was read; nothing is changed then, and no temporary
 * file stays.
 */
export function writeFiles(changes: readonly FileChange[], root: string): void {
  const waiting: Waiting[] = [];
  const written: Waiting[] = [];
  try {
    for (const change of changes) waiting.push(prepared(change, root));
    for (const each of waiting) {
      expectUnchanged(each, root);
      renameSync(each.temporary, each.target);
      written.push(each);
    }
  } catch (error) {
    for (const { temporary } of waiting) rmSync(temporary, { force: true });
    for (const { change, target } of written) putBack(change, target);
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`nothing was written: ${reasonOf(error)}`);
  }
  for (const folder of new Set(waiting.map(({ target }) => dirname(target)))) flushFolder(folder);
}

function prepared(change: FileChange, root: string): Waiting {
  const name = shownFile(change.file, root);
  const target = realpathSync(change.file);
  const stats = statSync(target);
  expectWritable(target, stats, name);
  const temporary = besides(target);
  try {
    writeWhole(temporary, change.after, stats);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CannotRun(`${name} cannot be written: ${reasonOf(error)}`);
  }
  return { change, target, temporary };
}

/** A rename would pass over a file's own permission: it asks the folder's alone. */
function expectWritable(target: string, { mode }: Stats, name: string): void {
  const isLocked = (mode & 0o222) === 0;
  try {
    accessSync(target, constants.W_OK);
    if (!isLocked) return;
  } catch {
    // Said below.
  }
  throw new CannotRun(`${name} is read-only; nothing was written`);
}

function besides(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
}

function writeWhole(path: string, text: string, { mode, uid, gid }: Stats): void {
  const file = openSync(path, 'wx', mode & 0o777);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    keepOwner(file, uid, gid);
    fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Only the superuser may give a file away; for all others it is their own already, or becomes so. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // It stays the writer's.
  }
}

function expectUnchanged({ change, target }: Waiting, root: string): void {
  if (readFileSync(target).equals(Buffer.from(change.before))) return;
  throw new CannotRun(
    `${shownFile(change.file, root)} was changed meanwhile; nothing was written, run the command again`,
  );
}

function putBack({ before }: FileChange, target: string): void {
  const temporary = besides(target);
  writeWhole(temporary, before, statSync(target));
  renameSync(temporary, target);
}

/** So that a rename outlives a loss of power; where a folder cannot be opened so, the system does that itself. */
function flushFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // Windows.
  }
}
