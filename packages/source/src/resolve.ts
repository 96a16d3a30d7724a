import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import { doNotKeep, look, stampIn, type Session } from './session.ts';

/** The package whose `defineRouter` makes routers. */
export const ROUTER_PACKAGE = '@taskroute/router';

/** A miss that no file's stamp can heal (a package, an alias) is asked again after this many milliseconds. */
const MISS_LASTS = 1_000;

interface Resolution {
  readonly path: string | null;
  /** `package.json` and `tsconfig.json` files that had a say, with their stamps. */
  readonly configs: ReadonlyMap<string, string | null>;
  /** Whether nothing but those can change it. */
  readonly sure: boolean;
  readonly at: number;
}

export interface Resolver {
  readonly factory: ResolverFactory;
  readonly known: Map<string, Resolution>;
  /** Folder → what its nearest `package.json` says, and when that was looked for. */
  readonly manifests: Map<string, { readonly manifest: Manifest | null; readonly at: number }>;
}

/** What is read of a `package.json`. */
export interface Manifest {
  readonly name: string | null;
  readonly dependencies: readonly string[];
}

export function createResolver(): Resolver {
  const factory = new ResolverFactory({
    tsconfig: 'auto',
    conditionNames: ['node', 'import', 'require'],
    mainFields: ['module', 'main'],
    extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'],
    extensionAlias: {
      '.js': ['.ts', '.tsx', '.js', '.jsx'],
      '.jsx': ['.tsx', '.jsx'],
      '.mjs': ['.mts', '.mjs'],
      '.cjs': ['.cts', '.cjs'],
    },
    builtinModules: true,
  });
  return { factory, known: new Map(), manifests: new Map() };
}

/**
 * The file that a specifier means, `ROUTER_PACKAGE` for the router itself, `node:…` for a builtin, null where there is none.
 *
 * Errors: none. A miss is not kept longer than it is sure: a relative one until its folder changes, another for a second.
 */
export function resolve(session: Session, from: string, specifier: string): string | null {
  if (specifier === ROUTER_PACKAGE) return ROUTER_PACKAGE;
  if (specifier.startsWith('node:')) return specifier;
  const path = freshResolution(session, from, specifier);
  if (path === null) {
    if (!isRelative(specifier)) doNotKeep(session);
    return null;
  }
  if (path.startsWith('node:')) return path;
  return manifestOf(session, path)?.name === ROUTER_PACKAGE ? ROUTER_PACKAGE : path;
}

function freshResolution(session: Session, from: string, specifier: string): string | null {
  const { resolver } = session.caches;
  const folder = dirname(from);
  // A relative one means the same wherever it is written.
  const key = isRelative(specifier) ? resolvePath(folder, specifier) : `${folder}\0${specifier}`;
  const kept = resolver.known.get(key);
  if (kept !== undefined && isFresh(session, kept)) {
    for (const config of kept.configs.keys()) look(session, config);
    return kept.path;
  }
  // What was known is wrong now, and the resolver remembers the disk as it was.
  if (kept !== undefined) resolver.factory.clearCache();
  const resolution = resolveNow(session, from, specifier);
  resolver.known.set(key, resolution);
  return resolution.path;
}

function isFresh(session: Session, { path, configs, sure, at }: Resolution): boolean {
  for (const [config, stamp] of configs) if (look(session, config) !== stamp) return false;
  if (path === null) return sure || Date.now() - at < MISS_LASTS;
  return path.startsWith('node:') || stampIn(session, path) !== null;
}

/** A file that is named in full needs no search. What is named as JavaScript may be TypeScript: that is searched for. */
function namedInFull(session: Session, target: string): string | null {
  if (!/\.(?:[cm]?ts|tsx|json)$/.test(target) || stampIn(session, target) === null) return null;
  try {
    return realpathSync.native(target);
  } catch {
    return null;
  }
}

function resolveNow(session: Session, from: string, specifier: string): Resolution {
  const { factory } = session.caches.resolver;
  const configs = new Map<string, string | null>();
  const named = isRelative(specifier) ? namedInFull(session, resolvePath(dirname(from), specifier)) : null;
  if (named !== null) return { path: named, configs, sure: true, at: Date.now() };
  let path: string | null;
  try {
    const result = factory.resolveFileSync(from, specifier);
    path = result.builtin?.resolved ?? withoutQuery(result.path) ?? null;
    if (result.packageJsonPath !== undefined)
      configs.set(result.packageJsonPath, look(session, result.packageJsonPath));
  } catch {
    path = null;
  }
  if (isRelative(specifier)) {
    if (path === null) {
      const target = resolvePath(dirname(from), specifier);
      for (const folder of [target, dirname(target)]) configs.set(folder, look(session, folder));
    }
  } else {
    for (const name of ['package.json', 'tsconfig.json']) {
      const config = nearest(session, dirname(from), name);
      if (config !== null) configs.set(config, look(session, config));
    }
  }
  return { path, configs, sure: isRelative(specifier), at: Date.now() };
}

function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..';
}

function withoutQuery(path: string | undefined): string | undefined {
  return path?.replace(/[?#].*$/, '');
}

/** The nearest file of a name, from a folder upwards. */
function nearest(session: Session, folder: string, name: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, name);
    if (stampIn(session, path) !== null) return path;
    if (at === dirname(at)) return null;
  }
}

/** What the nearest `package.json` of a file says, as it was a second ago at most; null without one. */
export function manifestOf(session: Session, file: string): Manifest | null {
  const { manifests } = session.caches.resolver;
  const folder = dirname(file);
  const kept = manifests.get(folder);
  if (kept !== undefined && Date.now() - kept.at < MISS_LASTS) return kept.manifest;
  const path = nearest(session, folder, 'package.json');
  const manifest = path === null ? null : readManifest(path);
  manifests.set(folder, { manifest, at: Date.now() });
  return manifest;
}

function readManifest(path: string): Manifest {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    const dependencies = ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) =>
      Object.keys(read[field] ?? {}),
    );
    return { name: typeof read['name'] === 'string' ? read['name'] : null, dependencies };
  } catch {
    return { name: null, dependencies: [] };
  }
}
