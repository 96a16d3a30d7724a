import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Project } from '@taskroute/source';
import { givenOf } from './given.ts';
import { projectOf } from './settings.ts';
import type { TaskrouteSettings } from './taskroute-settings.ts';

/**
 * A text that changes when any file changes that is read to resolve the routers which the settings and `taskroute.json` name.
 *
 * Errors: none; a file that is gone has a digest too.
 */
export function digestOf(settings: TaskrouteSettings): string {
  const given = givenOf(settings, process.cwd());
  const root = given.root ?? process.cwd();
  const hash = createHash('sha256');
  // A file is judged by the nearest `taskroute.json` above it: each of them has a say, and what it declares.
  const files = [root, ...nestedRoots(root)].flatMap((each) => filesOf(projectOf(each, given), given.modules));
  for (const file of [...new Set(files)].sort())
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
  return [file, ...modules, ...read];
}

/** By root: a process computes the digest for each part of its configuration, and the folders are walked once. */
const nested = new Map<string, readonly string[]>();

/** The folders below a root that have a `taskroute.json` of their own; none is in a package or in what is hidden. */
function nestedRoots(root: string): readonly string[] {
  let roots = nested.get(root);
  if (roots === undefined) nested.set(root, (roots = walk(root).filter((folder) => folder !== root)));
  return roots;
}

function walk(folder: string): readonly string[] {
  const entries = entriesOf(folder);
  const below = entries.filter(
    (each) => each.isDirectory() && each.name !== 'node_modules' && !each.name.startsWith('.'),
  );
  return [
    ...(entries.some(({ name }) => name === 'taskroute.json') ? [folder] : []),
    ...below.flatMap(({ name }) => walk(join(folder, name))),
  ];
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A folder is what it lists: a file that appears in it can take another's place. */
function contentOf(path: string): string | Uint8Array {
  try {
    return statSync(path).isDirectory() ? readdirSync(path).sort().join('\0') : readFileSync(path);
  } catch {
    return 'absent';
  }
}
