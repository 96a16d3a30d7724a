import { readFileSync } from 'node:fs';
import type { Project } from '@taskroute/source';

/** Fewer files than this are surveyed sooner than they are chosen from. */
const FEW = 100;

/** Those of some files that have to be surveyed to know all calls that ask for some tasks. `projects` are those that have a `taskroute.json`. */
export function narrowFiles(
  project: Project,
  projects: readonly Project[],
  files: readonly string[],
  tasks: readonly string[],
): readonly string[] {
  if (files.length < FEW) return files;
  const texts = new Map<string, string>();
  const unreadable: string[] = [];
  for (const file of files) {
    try {
      texts.set(file, readFileSync(file, 'utf8'));
    } catch {
      // The survey says that it cannot be read.
      unreadable.push(file);
    }
  }
  const declared = projects.flatMap((each) => each.declaredFunctions());
  return [...unreadable, ...project.filesThatMayAsk(texts, tasks, declared)].sort();
}
