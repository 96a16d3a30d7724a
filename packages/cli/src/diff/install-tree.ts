import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WrittenTree } from '../git/tree-writer.ts';
import { isPackageName, type Manifest } from './manifests.ts';

/**
 * Does to a written tree what an installation would, as far as it can be known without one: the packages of the repository are
 * linked to each other. What comes from a registry or a build stays out: it is not known.
 */
export function installTree(tree: WrittenTree, manifests: readonly Manifest[]): void {
  // What looks for the top of a repository stops here, and minds the `.gitignore` files down from it.
  writeFileSync(join(tree.folder, '.git'), '');
  try {
    linkPackages(tree.folder, manifests);
    standInForConfigs(tree, manifests);
  } catch {
    // Where a file stands in the way of a folder, what is not there is a finding of the survey.
  }
}

/** The package of the repository that a name means; null where several have it, and none is nearer to the top than the others. */
export function packageOf(manifests: readonly Manifest[], name: string): Manifest | null {
  const named = manifests.filter((manifest) => manifest.name === name);
  const depths = named.map(({ folder }) => folder.split('/').length);
  // Tests hold copies of packages, and those lie deeper.
  const nearest = named.filter((_, index) => depths[index] === Math.min(...depths));
  return nearest.length === 1 ? (nearest[0] ?? null) : null;
}

function linkPackages(root: string, manifests: readonly Manifest[]): void {
  const names = [...new Set(manifests.flatMap(({ name }) => name ?? []))];
  const packages = new Map(names.map((name) => [name, packageOf(manifests, name)]));
  for (const { folder, asks, isWorkspace } of manifests)
    for (const name of isWorkspace ? names : asks) {
      const target = packages.get(name) ?? null;
      if (target !== null && target.folder !== folder) link(root, folder, name, target);
    }
}

function link(root: string, folder: string, name: string, target: Manifest): void {
  const at = join(root, folder, 'node_modules', name);
  if (existsSync(at)) return;
  mkdirSync(dirname(at), { recursive: true });
  symlinkSync(join(root, target.folder), at, 'junction');
}

const EXTENDS = /"extends"\s*:\s*(?:"([^"]+)"|\[([^\]]*)\])/g;

/**
 * A `tsconfig.json` that extends one of an installed package cannot be read without it, and then its own paths are lost. An
 * empty one stands in: paths in a package's are the package's, and name no file of the repository. A match in a comment makes
 * a file that nobody asks for.
 */
function standInForConfigs({ folder: root, files }: WrittenTree, manifests: readonly Manifest[]): void {
  for (const file of files) {
    if (!/(?:^|\/)[jt]sconfig[^/]*\.json$/.test(file)) continue;
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, one, several = ''] of text.matchAll(EXTENDS)) {
      const names = one === undefined ? [...several.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? '') : [one];
      for (const name of names) standInFor(root, dirname(file), name, manifests);
    }
  }
}

function standInFor(root: string, folder: string, name: string, manifests: readonly Manifest[]): void {
  const parts = name.split('/');
  const packageName = parts.slice(0, name.startsWith('@') ? 2 : 1).join('/');
  if (!isPackageName(packageName) || parts.includes('..')) return;
  const target = packageOf(manifests, packageName);
  if (target !== null) {
    link(root, folder, packageName, target);
    return;
  }
  const installed = join(root, folder, 'node_modules', name);
  const path = name === packageName ? join(installed, 'tsconfig.json') : `${installed.replace(/\.json$/, '')}.json`;
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '{}');
}
