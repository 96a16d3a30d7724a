import type { Project, RouterSource } from '@taskroute/source';

interface Kept {
  readonly files: ReadonlySet<string>;
  readonly at: number;
}

/** By the list of named modules: ESLint hands in the same settings for every file of a configuration. */
const kept = new WeakMap<readonly string[], WeakMap<Project, Kept>>();

/** A table that moves into another file is seen there after this many milliseconds; one that changes, at once. */
const LASTS = 100;

/**
 * The routers that somebody has named, of whose table a part stands in a file: a table in a module of its own is found from there
 * in no other way.
 */
export function routersWithTableIn(
  project: Project,
  modules: readonly string[],
  file: string,
): readonly RouterSource[] {
  const hasTable = ({ routes }: RouterSource): boolean => routes.some(({ place }) => place.file === file);
  return filesWithTables(project, modules).has(file) ? namedRouters(project, modules).filter(hasTable) : [];
}

function filesWithTables(project: Project, modules: readonly string[]): ReadonlySet<string> {
  let byProject = kept.get(modules);
  if (byProject === undefined) kept.set(modules, (byProject = new WeakMap<Project, Kept>()));
  const known = byProject.get(project);
  const now = Date.now();
  if (known !== undefined && now - known.at < LASTS) return known.files;
  const places = namedRouters(project, modules).flatMap(({ routes }) => routes.map(({ place }) => place.file));
  const files = new Set(places);
  byProject.set(project, { files, at: now });
  return files;
}

function namedRouters(project: Project, modules: readonly string[]): readonly RouterSource[] {
  const all = [...modules.flatMap((module) => project.routersOf(module)), ...project.declared()];
  return [...new Map(all.map((router) => [router.id, router])).values()];
}
