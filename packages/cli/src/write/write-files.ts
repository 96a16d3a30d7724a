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

/** A file as it is to be. */
export interface FileToWrite {
  readonly file: string;
  readonly text: string;
  /** What it was made from: another content by now is not written over. Not given where whatever stands there may go. */
  readonly before?: string;
}

/** A file that waits beside its place for its name. */
interface Waiting {
  readonly name: string;
  /** What a link leads to: the link stays one. */
  readonly target: string;
  readonly temporary: string;
  /** What stood there; null for a new file. */
  readonly old: Buffer | null;
}

/**
 * Writes files so that each is either the old or the new one, whenever the process ends: beside it first, then by a rename. Several
 * are renamed only when all of them are written, and renamed back where one of them cannot be. Modes, owners and links are kept.
 *
 * Errors: `CannotRun` for a file that may not be written, or is another one than was read; nothing is changed then, and no temporary
 * file stays. `root` is what files are named from.
 */
export function writeFiles(files: readonly FileToWrite[], root: string): void {
  const waiting: Waiting[] = [];
  const written: Waiting[] = [];
  try {
    for (const each of files) waiting.push(prepared(each, root));
    for (const each of waiting) {
      expectUnchanged(each);
      renameSync(each.temporary, each.target);
      written.push(each);
    }
  } catch (error) {
    for (const { temporary } of waiting) rmSync(temporary, { force: true });
    for (const each of written) putBack(each);
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`nothing was written: ${reasonOf(error)}`);
  }
  for (const folder of new Set(waiting.map(({ target }) => dirname(target)))) flushFolder(folder);
}

function prepared({ file, text, before }: FileToWrite, root: string): Waiting {
  const name = shownFile(file, root);
  let temporary: string | undefined;
  try {
    const isNew = before === undefined && statSync(file, { throwIfNoEntry: false }) === undefined;
    const target = isNew ? file : realpathSync(file);
    const stats = isNew ? null : statSync(target);
    if (stats !== null) expectWritable(target, stats, name);
    const old = isNew ? null : readFileSync(target);
    if (before !== undefined && old?.equals(Buffer.from(before)) !== true) throw changedMeanwhile(name);
    temporary = besides(target);
    writeWhole(temporary, Buffer.from(text), stats);
    return { name, target, temporary, old };
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    if (error instanceof CannotRun) throw error;
    // Behind the comma stands the temporary file, which nobody knows.
    throw new CannotRun(`${name} cannot be written: ${reasonOf(error).replace(/, \w+ '.*$/s, '')}`);
  }
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

/** The content is on the disk when this returns: a name must not outlive a crash that its content does not. */
function writeWhole(path: string, bytes: Buffer, stats: Stats | null): void {
  const file = openSync(path, 'wx', stats === null ? 0o666 : stats.mode & 0o777);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    if (stats !== null) {
      keepOwner(file, stats);
      fchmodSync(file, stats.mode & 0o7777);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Only the superuser may give a file away; for all others it is their own already, or becomes so. */
function keepOwner(file: number, { uid, gid }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // It stays the writer's.
  }
}

function expectUnchanged({ target, old, name }: Waiting): void {
  const isNew = statSync(target, { throwIfNoEntry: false }) === undefined;
  if (old === null ? isNew : !isNew && readFileSync(target).equals(old)) return;
  throw changedMeanwhile(name);
}

function changedMeanwhile(name: string): CannotRun {
  return new CannotRun(`${name} was changed meanwhile; nothing was written, run the command again`);
}

function putBack({ target, old }: Waiting): void {
  if (old === null) {
    rmSync(target, { force: true });
    return;
  }
  const temporary = besides(target);
  writeWhole(temporary, old, statSync(target));
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
