import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve as resolvePath } from 'node:path';
import {
  createFactories,
  find,
  findByJsconfig,
  forget,
  type ConfigFault,
  type Factories,
} from './resolver-factories.ts';
import { doNotKeep, look, stampIn, type Session } from '../session.ts';

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
  /** What kept it from being found, if it was not. */
  readonly fault: ConfigFault | null;
}

export interface Resolver {
  readonly factories: Factories;
  readonly known: Map<string, Resolution>;
  /** Whether any configuration could not be read so far. */
  hindered: boolean;
  /** Folder → what its nearest `package.json` says, and when that was looked for. */
  readonly manifests: Map<string, { readonly manifest: Manifest | null; readonly at: number }>;
}

/** What is read of a `package.json`. */
export interface Manifest {
  readonly name: string | null;
  readonly dependencies: readonly string[];
  /** Whether its `.js` files are ES modules. */
  readonly isModule: boolean;
}

export function createResolver(): Resolver {
  return { factories: createFactories(), known: new Map(), hindered: false, manifests: new Map() };
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
  const key = keyOf(from, specifier);
  const kept = resolver.known.get(key);
  if (kept !== undefined && isFresh(session, kept)) {
    for (const config of kept.configs.keys()) look(session, config);
    return kept.path;
  }
  // What was known is wrong now, and the resolver remembers the disk as it was.
  if (kept !== undefined) forget(resolver.factories);
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
  const { resolver } = session.caches;
  const { factories } = resolver;
  const configs = new Map<string, string | null>();
  const watch = (path: string | null): void => {
    if (path !== null) configs.set(path, look(session, path));
  };
  const named = isRelative(specifier) ? namedInFull(session, resolvePath(dirname(from), specifier)) : null;
  if (named !== null) return { path: named, configs, sure: true, at: Date.now(), fault: null };
  let found = find(factories, from, specifier);
  const { fault } = found;
  resolver.hindered ||= fault !== null;
  const jsconfig =
    found.path === null && !isRelative(specifier) ? nearest(session, dirname(from), 'jsconfig.json') : null;
  if (jsconfig !== null) found = findByJsconfig(factories, jsconfig, from, specifier);
  const { path } = found;
  for (const config of [found.manifest, jsconfig, fault?.file ?? null]) watch(config);
  if (isRelative(specifier) && path === null) {
    const target = resolvePath(dirname(from), specifier);
    for (const folder of [target, dirname(target)]) watch(folder);
  }
  if (!isRelative(specifier) || fault !== null)
    for (const name of ['package.json', 'tsconfig.json']) watch(nearest(session, dirname(from), name));
  return { path, configs, sure: isRelative(specifier), at: Date.now(), fault: path === null ? fault : null };
}

/** Why a specifier means nothing, where a broken configuration may be why: the end of the sentence "cannot be resolved"; else nothing. */
export function faultBehind(session: Session, from: string, specifier: string): string {
  const fault = session.caches.resolver.known.get(keyOf(from, specifier))?.fault ?? null;
  if (fault === null) return '';
  const file = fault.file ?? nearest(session, dirname(from), 'tsconfig.json') ?? 'tsconfig.json';
  const place = fault.place === null ? '' : `:${String(fault.place.line)}:${String(fault.place.column)}`;
  return ` while ${relative(session.caches.root, file)}${place} ${fault.reason}`;
}

/** A relative one means the same wherever it is written. */
function keyOf(from: string, specifier: string): string {
  const folder = dirname(from);
  return isRelative(specifier) ? resolvePath(folder, specifier) : `${folder}\0${specifier}`;
}

export function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..';
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
    return {
      name: typeof read['name'] === 'string' ? read['name'] : null,
      dependencies,
      isModule: read['type'] === 'module',
    };
  } catch {
    return { name: null, dependencies: [], isModule: false };
  }
}
