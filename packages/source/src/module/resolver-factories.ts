import { realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve as resolvePath } from 'node:path';
import { ResolverFactory, type NapiResolveOptions } from 'oxc-resolver';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'];

/** What is named as JavaScript may be TypeScript. */
const ALIASES: Readonly<Record<string, string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

const OPTIONS: NapiResolveOptions = {
  conditionNames: ['node', 'import', 'require'],
  mainFields: ['module', 'main'],
  extensions: EXTENSIONS,
  extensionAlias: { ...ALIASES },
  builtinModules: true,
};

/** One resolver for each way in which a project can say what its specifiers mean. */
export interface Factories {
  /** By the `tsconfig.json` of each file. */
  readonly auto: ResolverFactory;
  /** Where that cannot be read. */
  readonly plain: ResolverFactory;
  /** `jsconfig.json` → by its paths. */
  readonly byJsconfig: Map<string, ResolverFactory>;
}

/** What one resolver found: a path, or a fault of a configuration that stood in its way. */
export interface Found {
  readonly path: string | null;
  readonly manifest: string | null;
  readonly fault: ConfigFault | null;
}

/** A `tsconfig.json` or `package.json` that cannot be read. */
export interface ConfigFault {
  readonly file: string | null;
  /** Null where it is not known. */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** The end of the sentence "tsconfig.json …". */
  readonly reason: string;
}

export function createFactories(): Factories {
  return {
    auto: new ResolverFactory({ ...OPTIONS, tsconfig: 'auto' }),
    plain: new ResolverFactory(OPTIONS),
    byJsconfig: new Map(),
  };
}

export function forget({ auto, plain, byJsconfig }: Factories): void {
  auto.clearCache();
  plain.clearCache();
  byJsconfig.clear();
}

/** Errors: none. With a configuration that cannot be read, what is found is found without it, and the fault is told too. */
export function find(factories: Factories, from: string, specifier: string): Found {
  const found = findBy(factories.auto, from, specifier);
  if (found.fault === null) return found;
  const plain = findBy(factories.plain, from, specifier);
  // A `package.json` that is broken stops that one too.
  const path = plain.path ?? (/^\.{0,2}\//.test(specifier) ? search(resolvePath(dirname(from), specifier)) : null);
  return { path, manifest: plain.manifest, fault: found.fault };
}

/** Through the paths of a `jsconfig.json`, which the resolver does not look for by itself. */
export function findByJsconfig(factories: Factories, configFile: string, from: string, specifier: string): Found {
  let factory = factories.byJsconfig.get(configFile);
  if (factory === undefined)
    factories.byJsconfig.set(configFile, (factory = new ResolverFactory({ ...OPTIONS, tsconfig: { configFile } })));
  return findBy(factory, from, specifier);
}

function findBy(factory: ResolverFactory, from: string, specifier: string): Found {
  try {
    const { path, builtin, packageJsonPath, error } = factory.resolveFileSync(from, specifier);
    return {
      path: builtin?.resolved ?? path?.replace(/[?#].*$/, '') ?? null,
      manifest: packageJsonPath ?? null,
      fault: error === undefined ? null : faultOf(from, error),
    };
  } catch (error) {
    return { path: null, manifest: null, fault: faultOf(from, error instanceof Error ? error.message : '') };
  }
}

/** The resolver's own words are all that it tells: `JSONError { path: "…", message: "…", line: 1, column: 2 }`, `Tsconfig not found …`. */
function faultOf(from: string, error: string): ConfigFault | null {
  const json =
    /JSONError \{ path: "(.+?)", message: "(.*?)(?: at line \d+ column \d+)?", line: (\d+), column: (\d+)/.exec(error);
  if (json !== null) {
    const [, file = '', message = '', line, column] = json;
    const place = { line: Math.max(1, Number(line)), column: Math.max(1, Number(column)) };
    return { file, place, reason: `cannot be read: ${message}` };
  }
  if (!/tsconfig/i.test(error)) return null;
  const missing = /Tsconfig not found (.+)$/.exec(error)?.[1];
  const reason =
    missing === undefined ? error : `leads to ${relative(dirname(from), missing) || missing}, which is not there`;
  return { file: null, place: null, reason };
}

/** The file that a path means, as every resolver looks for it. */
function search(path: string): string | null {
  const [named = ''] = /\.[cm]?jsx?$/.exec(path) ?? [];
  const bare = path.slice(0, path.length - named.length);
  const candidates = [
    ...(ALIASES[named] ?? []).map((extension) => bare + extension),
    path,
    ...EXTENSIONS.map((extension) => path + extension),
    ...EXTENSIONS.map((extension) => join(path, `index${extension}`)),
  ];
  for (const candidate of candidates) {
    try {
      if (statSync(candidate, { throwIfNoEntry: false })?.isFile() === true) return realpathSync.native(candidate);
    } catch {
      // What cannot be looked at is not there.
    }
  }
  return null;
}
