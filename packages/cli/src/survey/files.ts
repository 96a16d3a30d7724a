import { readdirSync, readFileSync, statSync, type Dirent, type Stats } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { CannotRun, reasonOf } from '../exit.ts';
import type { Finding } from './survey.ts';
import { shownFile } from './site.ts';

/** The files that can hold a router or a call. */
const SOURCE = /\.(?:[cm]?[jt]sx?|vue)$/;

/** Never looked into: what is installed, and git's own. */
const PASSED_OVER = ['node_modules', '.git'];

/** The files to read, absolute and sorted, and the folders that could not be read. */
export interface Files {
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * The source files below some paths.
 *
 * Shape: what `.gitignore` files name is left out, those above the root up to the repository's own included; a path that is
 * named is read all the same. Links to folders are not followed, so a circle of links is no trap.
 * Errors: `CannotRun` for a path that is not there, or nothing to read.
 */
export function filesBelow(root: string, paths: readonly string[]): Files {
  const found = new Set<string>();
  const findings: Finding[] = [];
  for (const path of paths) {
    const at = resolve(root, path);
    const stats = lookAt(at);
    if (stats === undefined) throw new CannotRun(`${path} is not there; name a file or a folder`);
    if (stats.isDirectory()) walk(at, ignoresOver(at), root, found, findings);
    else if (stats.isFile()) found.add(at);
    else throw new CannotRun(`${path} is neither a file nor a folder; name one of them`);
  }
  return { files: [...found].sort(), findings };
}

/** Undefined for what is not there, and for a link in a circle. */
function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A `.gitignore`, and the folder from which it speaks. */
interface Ignores {
  readonly folder: string;
  readonly rules: Ignore;
}

function walk(folder: string, above: readonly Ignores[], root: string, found: Set<string>, findings: Finding[]): void {
  const own = ignoresOf(folder);
  const ignores = own === null ? above : [...above, own];
  for (const entry of entriesOf(folder, root, findings)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!PASSED_OVER.includes(entry.name) && !isIgnored(`${path}${sep}`, ignores))
        walk(path, ignores, root, found, findings);
    } else if (SOURCE.test(entry.name) && isFile(entry, path) && !isIgnored(path, ignores)) {
      found.add(path);
    }
  }
}

/** A link to a file counts as one; a link to a folder is passed over: its files stand elsewhere. */
function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function entriesOf(folder: string, root: string, findings: Finding[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const message = `Cannot verify the tasks in this folder: it cannot be read (${reasonOf(error)}).`;
    findings.push({
      ...{ rule: 'no-unreadable-table', file: shownFile(folder, root), line: 1, column: 1 },
      ...{ message, router: null },
    });
    return [];
  }
}

/** The nearest say wins, as in git: a later rule can take back an earlier one. */
function isIgnored(path: string, ignores: readonly Ignores[]): boolean {
  for (const { folder, rules } of [...ignores].reverse()) {
    const { ignored, unignored } = rules.test(
      relative(folder, path).split(sep).join('/') + (path.endsWith(sep) ? '/' : ''),
    );
    if (ignored || unignored) return ignored;
  }
  return false;
}

function ignoresOf(folder: string): Ignores | null {
  try {
    return { folder, rules: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) };
  } catch {
    return null;
  }
}

/** Those above that speak of what a folder holds: none where they name the folder itself, which is wanted all the same. */
function ignoresOver(folder: string): readonly Ignores[] {
  const above = ignoresAbove(folder);
  return isIgnored(`${folder}${sep}`, above) ? [] : above;
}

/** Those of the folders above, up to the repository's. */
function ignoresAbove(folder: string): readonly Ignores[] {
  if (isRepository(folder)) return [];
  const found: Ignores[] = [];
  for (let at = dirname(folder); ; at = dirname(at)) {
    const own = ignoresOf(at);
    if (own !== null) found.unshift(own);
    if (isRepository(at)) return found;
    // Outside a repository no .gitignore speaks of what is below.
    if (at === dirname(at)) return [];
  }
}

/** The repository that a folder is in; the folder itself where it is in none. */
export function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (isRepository(at)) return at;
    if (at === dirname(at)) return folder;
  }
}

function isRepository(folder: string): boolean {
  return statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
}
