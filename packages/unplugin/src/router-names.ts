import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The names by which calls that need a task are found in what was built: a router's own, and those of routers that are declared
 * in the nearest `taskroute.json`. A function with another name was given it in some module where it had one of these.
 */
export function routerNames(root: string = process.cwd()): readonly string[] {
  const names = new Set(['routeModel']);
  const file = nearestConfig(resolve(root));
  if (file !== null) for (const name of functionsIn(file)) names.add(name);
  return [...names];
}

function nearestConfig(folder: string): string | null {
  const file = join(folder, 'taskroute.json');
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? null : nearestConfig(dirname(folder));
}

/** A file that is wrong is said to be so by the linter; here it declares nothing. */
function functionsIn(file: string): readonly string[] {
  try {
    const { routers } = JSON.parse(readFileSync(file, 'utf8')) as { readonly routers?: unknown };
    const lists = Array.isArray(routers) ? routers.map((each: unknown) => Object(each) as { functions?: unknown }) : [];
    return lists.flatMap(({ functions }) =>
      Array.isArray(functions) ? functions.filter((name) => typeof name === 'string') : [],
    );
  } catch {
    return [];
  }
}
