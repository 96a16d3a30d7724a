import type { Revision } from '../git/revision.ts';

/** `1a2b3c4`; empty for the work tree. */
export function shownCommit({ name, commit }: Revision): string {
  return commit === null || name.startsWith(commit.slice(0, 7)) ? '' : commit.slice(0, 7);
}

/** Models in words, where there may be none. */
export function wordsOf(models: readonly string[]): string {
  return models.length === 0 ? 'refused' : models.join(' | ');
}
