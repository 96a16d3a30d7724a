import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { WrittenTree } from '../git/tree-writer.ts';
import { packageOf } from './install-tree.ts';
import type { Manifest } from './manifests.ts';

const ROUTER_PACKAGE = '@taskroute/router';

/** A package that routers may come from, and that a revision does not hold: its calls cannot be seen. */
export interface UnheldPackage {
  readonly name: string;
  /** The package that asks for it: what stands below this folder may call it. */
  readonly asker: Manifest;
  /** The end of the sentence "it …". */
  readonly reason: string;
}

/**
 * Packages that lead to a router and are there after an installation or a build alone.
 *
 * Shape: `routerFiles` are files that hold a router, from the top; `workTree` is where it may be installed, null where nothing is.
 * A package leads to a router where it holds one, or needs the router's package or another that leads there.
 */
export function unheldPackages(
  { files }: WrittenTree,
  manifests: readonly Manifest[],
  routerFiles: readonly string[],
  workTree: string | null,
): readonly UnheldPackage[] {
  const leading = leadingPackages(manifests, routerFiles);
  const stems = new Set([...files].map(stemOf));
  return manifests.flatMap((asker) =>
    asker.asks.flatMap((name) => {
      if (name === ROUTER_PACKAGE || asker.name === name) return [];
      const own = packageOf(manifests, name);
      const reason =
        own === null ? reasonOfInstalled(asker, name, workTree) : leading.has(own) ? reasonOfOwn(own, stems) : null;
      return reason === null ? [] : [{ name, asker, reason }];
    }),
  );
}

function leadingPackages(manifests: readonly Manifest[], routerFiles: readonly string[]): ReadonlySet<Manifest> {
  const leading = new Set(manifests.filter((each) => each.needs.includes(ROUTER_PACKAGE)));
  for (const file of routerFiles) {
    const holder = manifests.filter(({ folder }) => isBelow(file, folder)).sort(byDepth)[0];
    if (holder !== undefined) leading.add(holder);
  }
  for (let size = -1; size !== leading.size;) {
    size = leading.size;
    const names = new Set([...leading].flatMap(({ name }) => name ?? []));
    for (const each of manifests) if (each.needs.some((name) => names.has(name))) leading.add(each);
  }
  return leading;
}

/** From the top of the repository. */
export function isBelow(file: string, folder: string): boolean {
  return folder === '' || file.startsWith(`${folder}/`);
}

/** The deepest first. */
function byDepth(one: Manifest, other: Manifest): number {
  return other.folder.length - one.folder.length;
}

function reasonOfOwn({ folder, name, entries }: Manifest, stems: ReadonlySet<string>): string | null {
  // Where the router's own package is worked on, it is known by its name.
  if (name === ROUTER_PACKAGE) return null;
  const absent = entries.find((entry) => !isHeld(posix.join(folder, entry), stems));
  if (absent === undefined) return null;
  return `is read from ${posix.join(folder, absent)}, which only a build gives`;
}

/** A pattern is held where something stands before its star. */
function isHeld(entry: string, stems: ReadonlySet<string>): boolean {
  if (entry.includes('*')) {
    const before = entry.slice(0, entry.indexOf('*'));
    return [...stems].some((stem) => stem.startsWith(before));
  }
  // What is no script or JSON is not written, and holds no router.
  if (/\.(?!(?:[cm]?[jt]sx?|json)$)\w+$/.test(entry)) return true;
  const stem = stemOf(entry);
  return stems.has(stem) || stems.has(posix.join(stem, 'index')) || stems.has(entry);
}

/** What is named as JavaScript may be TypeScript. */
function stemOf(file: string): string {
  return file.replace(/\.[cm]?[jt]sx?$/, '');
}

/** Tools of taskroute itself need the router too, and hold none. */
function reasonOfInstalled({ folder, needs }: Manifest, name: string, workTree: string | null): string | null {
  if (workTree === null || !needs.includes(name) || /^(?:@taskroute\/|taskroute$)/.test(name)) return null;
  const manifest = installedManifest(join(workTree, folder), workTree, name);
  const fields = ['dependencies', 'peerDependencies', 'optionalDependencies'];
  const leads = fields.some((field) => Object.hasOwn(Object(manifest?.[field]) as object, ROUTER_PACKAGE));
  return leads ? 'comes from a registry, and git does not hold it' : null;
}

function installedManifest(folder: string, top: string, name: string): Readonly<Record<string, unknown>> | null {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return JSON.parse(readFileSync(join(at, 'node_modules', name, 'package.json'), 'utf8')) as Record<
        string,
        unknown
      >;
    } catch {
      if (at === top || at === dirname(at)) return null;
    }
  }
}
