import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createProject, type Project } from './project.ts';

/** The project that answers for a file. */
export type ProjectOf = (file: string) => Project;

/**
 * Projects by the nearest `taskroute.json` above a file, as the linter finds them; one for all files where its folder is given. `fallback` is the root of a file that has none above it;
 * `texts` stand in for what is on the disk.
 *
 * Shape: each is made once and kept: it looks at the stamps of what it has read by itself.
 */
export function createProjects(
  root?: string,
  fallback: string = process.cwd(),
  texts?: ReadonlyMap<string, string>,
): ProjectOf {
  const projects = new Map<string, Project>();
  /** Folder → the nearest folder upwards that has a `taskroute.json`. */
  const roots = new Map<string, string>();

  function rootOf(folder: string): string {
    let found = roots.get(folder);
    if (found === undefined) {
      const above = dirname(folder);
      if (existsSync(join(folder, 'taskroute.json'))) found = folder;
      else found = above === folder ? fallback : rootOf(above);
      roots.set(folder, found);
    }
    return found;
  }

  return (file) => {
    const at = root === undefined ? rootOf(dirname(file)) : resolve(root);
    let project = projects.get(at);
    if (project === undefined) projects.set(at, (project = createProject({ root: at, ...(texts && { texts }) })));
    return project;
  };
}
