import { CannotRun } from '../exit.ts';
import type { Repository } from './repository.ts';
import { askGit } from './run-git.ts';

/** One side of a comparison: what it was called, and its commit; null for the work tree. */
export interface Revision {
  readonly name: string;
  readonly commit: string | null;
}

const WORK_TREE: Revision = { name: 'work tree', commit: null };

/**
 * The two sides that a command names.
 *
 * Shape: without `head` it is the work tree. `main...feature` is what a pull request shows: from where the two parted to
 * `feature`; `main..feature` is the same as two names.
 * Errors: `CannotRun` for a name that git does not know, and for a work tree where there is none.
 */
export async function revisionsOf(
  repository: Repository,
  base: string,
  head: string | undefined,
): Promise<{ readonly base: Revision; readonly head: Revision }> {
  const range = /^(.*?)(\.{2,3})(.*)$/s.exec(base);
  if (range === null) {
    if (head === undefined && !repository.hasWorkTree)
      throw new CannotRun('a bare repository has no work tree; name two revisions');
    const left = await revisionOf(repository, base);
    return { base: left, head: head === undefined ? WORK_TREE : await revisionOf(repository, head) };
  }
  if (head !== undefined) throw new CannotRun(`${base} names two revisions already; leave ${head} out`);
  const [, from = '', dots, to = ''] = range;
  // As git has it, a side that is left out is HEAD.
  const left = await revisionOf(repository, from || 'HEAD');
  const right = await revisionOf(repository, to || 'HEAD');
  return { base: dots === '..' ? left : await parting(repository, left, right), head: right };
}

async function revisionOf(repository: Repository, name: string): Promise<Revision> {
  // Git would take such a name for an option in places; no branch and no tag can be called so.
  const commit = name === '' || name.startsWith('-') ? null : await commitOf(repository, name);
  if (commit !== null) return { name, commit };
  const remote = `origin/${name}`;
  const isRemote = !name.startsWith('-') && (await commitOf(repository, remote)) !== null;
  const mend = isRemote ? `; did you mean ${remote}?` : hintOf(repository);
  throw new CannotRun(`git knows no revision ${JSON.stringify(name)} here${mend}`);
}

async function commitOf({ folder }: Repository, name: string): Promise<string | null> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const { exit, out } = await askGit(folder, args);
  return exit === 0 ? out.trim() : null;
}

async function parting(repository: Repository, left: Revision, right: Revision): Promise<Revision> {
  const { out } = await askGit(repository.folder, ['merge-base', left.commit ?? '', right.commit ?? '']);
  const [commit = ''] = out.split('\n');
  if (commit === '')
    throw new CannotRun(`${left.name} and ${right.name} have no commit in common here${hintOf(repository)}`);
  return { name: `${left.name}...${right.name}`, commit };
}

function hintOf({ isShallow }: Repository): string {
  return isShallow
    ? '; this is a shallow clone: fetch the rest with "git fetch --unshallow", in actions/checkout with "fetch-depth: 0"'
    : '; name a branch, a tag or a commit, and fetch it first where it is elsewhere';
}
