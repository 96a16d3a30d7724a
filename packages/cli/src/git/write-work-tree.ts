import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { reasonOf } from '../exit.ts';

import { readBlobs } from './read-blobs.ts';
import { tellGit } from './run-git.ts';
import { createTreeWriter, isRead, type TreeWriter, type WrittenTree } from './tree-writer.ts';

const LINK = '120000';
const SUBMODULE = '160000';

/** How many files are copied before a signal is listened to. */
const AT_ONCE = 200;

/**
 * Writes the files of the work tree into a folder, as they are on the disk now: what is committed, staged, changed and new, and
 * not what git ignores.
 *
 * Why a copy: a revision has no `node_modules` and no `dist`. Read in place, the work tree would have them, and every call that
 * goes through one would seem to be new. So both sides are what git has, or would have.
 */
export async function writeWorkTree(
  repository: string,
  folder: string,
  at: (done: number, of: number) => void,
): Promise<WrittenTree> {
  const writer = createTreeWriter(folder);
  const args = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard'];
  const entries = (await tellGit(repository, args)).split('\0').flatMap((line) => entryOf(line) ?? []);
  const seen = new Set<string>();
  const absent: FileEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    // A file that is in conflict is listed once for each side.
    if (seen.has(entry.path)) continue;
    seen.add(entry.path);
    if (entry.mode === SUBMODULE) writer.submodule(entry.path, entry.object);
    else if (entry.isSparse) absent.push(entry);
    else copy(repository, entry.path, writer);
    at(index + 1, entries.length);
    if (index % AT_ONCE === 0) await setImmediate();
  }
  // A sparse checkout leaves files out of the work tree: nobody has deleted them.
  const wanted = absent.filter(({ mode, path }) => mode === LINK || isRead(path));
  let done = 0;
  const objects = wanted.map(({ object }) => object);
  for await (const content of readBlobs(repository, objects)) {
    const entry = wanted[done++];
    if (entry?.mode === LINK) writer.link(entry.path, content.toString());
    else if (entry !== undefined) writer.file(entry.path, content);
  }
  return writer.end();
}

function copy(repository: string, path: string, writer: TreeWriter): void {
  // A repository that lies in this one and is none of its submodules is listed as a folder.
  if (path.endsWith('/')) return;
  const from = join(repository, path);
  let content: Buffer;
  try {
    const stats = lstatSync(from, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink() === true) {
      writer.link(path, readlinkSync(from));
      return;
    }
    if (stats?.isFile() !== true || !isRead(path)) return;
    content = readFileSync(from);
  } catch (error) {
    writer.refuse(path, `cannot be read (${(error as NodeJS.ErrnoException).code ?? reasonOf(error)})`);
    return;
  }
  writer.file(path, content);
}

interface FileEntry {
  readonly path: string;
  readonly mode: string;
  readonly object: string;
  readonly isSparse: boolean;
}

/** `H 100644 <object> 0\t<path>`, `S …` for what is not checked out, `? <path>` for what is new. */
function entryOf(line: string): FileEntry | null {
  if (line.startsWith('? ')) return { path: line.slice(2), mode: '', object: '', isSparse: false };
  const [, tag, mode, object, path] = /^(\w) (\d+) ([0-9a-f]+) \d\t(.+)$/s.exec(line) ?? [];
  if (mode === undefined || object === undefined || path === undefined) return null;
  return { path, mode, object, isSparse: tag === 'S' };
}
