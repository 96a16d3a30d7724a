import { mkdirSync, realpathSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** What was written of one side of a comparison. Paths are from the top of the repository, with `/`. */
export interface WrittenTree {
  readonly folder: string;
  readonly files: ReadonlySet<string>;
  /** Submodule → its commit: its files are in another repository. */
  readonly submodules: ReadonlyMap<string, string>;
  /** Files whose content git does not hold, but LFS. */
  readonly pointers: readonly string[];
  /** What could not be written, and why: the end of the sentence "it …". */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** Takes what git has, an entry at a time. */
export interface TreeWriter {
  readonly file: (path: string, content: Buffer) => void;
  readonly link: (path: string, target: string) => void;
  readonly submodule: (path: string, commit: string) => void;
  /** What is there and cannot be had. */
  readonly refuse: (path: string, reason: string) => void;
  readonly end: () => WrittenTree;
}

/** All that a survey reads: scripts, tables and settings. A repository's pictures and models stay where they are. */
const READ = /(?:\.(?:[cm]?[jt]sx?|vue|jsonc?|json5)|(?:^|\/)\.gitignore)$/;

const POINTER = 'version https://git-lfs.github.com/spec/';

export function isRead(path: string): boolean {
  return READ.test(path);
}

/**
 * Writes files into a folder, and nothing outside it: a tree is made by whoever opens a pull request.
 *
 * Shape: links are made last, so that no file is written through one, and those that lead out of the folder are taken away.
 * Errors: those of a disk that is full.
 */
export function createTreeWriter(folder: string): TreeWriter {
  const files = new Set<string>();
  const folders = new Set<string>();
  const links: { readonly path: string; readonly target: string }[] = [];
  const submodules = new Map<string, string>();
  const pointers: string[] = [];
  const refused: { path: string; reason: string }[] = [];

  const refuse: TreeWriter['refuse'] = (path, reason) => {
    refused.push({ path, reason });
  };

  function place(path: string): string | null {
    if (!isSafe(path)) {
      refuse(path, 'has a name that is not safe to write');
      return null;
    }
    const target = join(folder, path);
    const above = dirname(target);
    if (!folders.has(above)) mkdirSync(above, { recursive: true });
    folders.add(above);
    return target;
  }

  /** What a case-insensitive disk takes for a file that is there already. */
  function attempt(path: string, write: (target: string) => void): void {
    const target = place(path);
    if (target === null) return;
    try {
      write(target);
      files.add(path);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['EEXIST', 'EISDIR', 'ENOTDIR', 'EPERM', 'ENAMETOOLONG', 'EINVAL'].includes(code)) throw error;
      refuse(path, `cannot be written here (${code})`);
    }
  }

  return {
    file: (path, content) => {
      if (content.subarray(0, POINTER.length).toString('latin1') === POINTER) pointers.push(path);
      else
        attempt(path, (target) => {
          writeFileSync(target, content, { flag: 'wx' });
        });
    },
    link: (path, target) => {
      links.push({ path, target });
    },
    submodule: (path, commit) => {
      submodules.set(path, commit);
    },
    refuse,
    end: () => {
      for (const { path, target } of links)
        attempt(path, (at) => {
          symlinkSync(target, at);
        });
      // One link can lead through another: only when all are there is it known where each ends.
      for (const { path } of links)
        if (files.has(path) && leadsOut(join(folder, path), folder)) {
          unlinkSync(join(folder, path));
          files.delete(path);
          refuse(path, 'is a link that leads out of the repository');
        }
      return { folder, files, submodules, pointers, refused };
    },
  };
}

function isSafe(path: string): boolean {
  const parts = path.split(/[/\\]/);
  return (
    !isAbsolute(path) &&
    // On Windows `C:` names a disk, and `a:b` a stream of a file.
    !(sep === '\\' && path.includes(':')) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git')
  );
}

/** A link to nothing leads nowhere. */
function leadsOut(link: string, folder: string): boolean {
  try {
    const way = relative(folder, realpathSync(link));
    return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  } catch {
    return false;
  }
}
