import { CannotRun } from '../exit.ts';
import { askGit, tellGit } from './run-git.ts';

export interface Repository {
  /** Where git is asked: the top of the work tree, or the bare repository. */
  readonly folder: string;
  /** The folder that a command runs in, from the top, with `/` at its end; empty at the top. */
  readonly prefix: string;
  readonly hasWorkTree: boolean;
  /** Whether a part of the history was not fetched. */
  readonly isShallow: boolean;
}

/** The repository around a folder. Errors: `CannotRun` where there is none, or git does not want to read it. */
export async function repositoryAt(folder: string): Promise<Repository> {
  const { exit, out, complaint } = await askGit(folder, [
    'rev-parse',
    '--is-inside-work-tree',
    '--is-shallow-repository',
  ]);
  if (exit !== 0)
    throw new CannotRun(
      /not a git repository/i.test(complaint)
        ? 'this folder is in no git repository; diff compares two revisions of one'
        : `git cannot read this repository: ${complaint}`,
    );
  const [hasWorkTree, isShallow] = out.split('\n').map((line) => line === 'true');
  if (hasWorkTree !== true) return { folder, prefix: '', hasWorkTree: false, isShallow: isShallow === true };
  return {
    folder: withoutBreak(await tellGit(folder, ['rev-parse', '--show-toplevel'])),
    prefix: withoutBreak(await tellGit(folder, ['rev-parse', '--show-prefix'])),
    hasWorkTree: true,
    isShallow: isShallow === true,
  };
}

/** Git ends its answer with a line break; a folder's name may end with one too. */
function withoutBreak(line: string): string {
  return line.replace(/\r?\n$/, '');
}
