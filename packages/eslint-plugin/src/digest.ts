import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Project } from '@taskroute/source';
import { givenOf, type TaskrouteSettings } from './given.ts';
import { projectOf } from './settings.ts';

/**
 * A text that changes when any file changes that is read to resolve the routers which the settings and `taskroute.json` name.
 *
 * Errors: none; a file that is gone has a digest too.
 */
export function digestOf(settings: TaskrouteSettings): string {
  const given = givenOf(settings, process.cwd());
  const root = given.root ?? process.cwd();
  const hash = createHash('sha256');
  for (const file of filesOf(projectOf(root, given), given.modules))
    hash
      .update(`${relative(root, file)}\0`)
      .update(contentOf(file))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Every file that has a say in what the named routers are. */
function filesOf(project: Project, named: readonly string[]): readonly string[] {
  const { file, routers, wrappers } = project.config();
  const modules = [
    ...named,
    ...routers.map(({ module }) => module),
    ...wrappers.flatMap(({ module, router }) => (router === undefined ? [module] : [module, router])),
  ].map((module) => resolve(project.root, module));
  const found = modules.flatMap((module) => [
    ...project.routersOf(module),
    // A wrapper's router is the one that its own calls lead to.
    ...project.callsIn(module).calls.map(({ router }) => router),
  ]);
  const read = [...project.declared(), ...found].flatMap((router) => project.filesRead(router));
  return [...new Set([file, ...modules, ...read])].sort();
}

/** A folder is what it lists: a file that appears in it can take another's place. */
function contentOf(path: string): string | Uint8Array {
  try {
    return statSync(path).isDirectory() ? readdirSync(path).sort().join('\0') : readFileSync(path);
  } catch {
    return 'absent';
  }
}
