import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config, ConfigInput, DeclaredRouter, DeclaredWrapper } from '@taskroute/source';

/** A path from the root, an absolute one, or a file URL. */
export type Path = string | URL;

/** `settings.taskroute`, written by hand or by `config()`; each field stands before that of `taskroute.json`. */
export interface TaskrouteSettings {
  /** Where relative paths start, and what stands for the root where no `taskroute.json` is found. */
  readonly root?: Path | undefined;
  /** The modules of routers that `defineRouter` makes, and declarations of those that are written by hand. */
  readonly routers?: readonly (Path | DeclaredRouter)[] | undefined;
  readonly wrappers?: readonly DeclaredWrapper[] | undefined;
  /** Tier → model id; or task → (tier → model id). */
  readonly models?: Config['models'] | undefined;
  /** Whether the build makes erased calls real; or the folders in which it does. */
  readonly lowered?: boolean | readonly Path[] | undefined;
}

/** What is given in place of `taskroute.json`, with every path absolute. */
export interface Given {
  readonly root: string | null;
  /** The modules that are named for their routers: a digest covers them. */
  readonly modules: readonly string[];
  /** Null where nothing is given. */
  readonly config: ConfigInput | null;
  /** The same for the same content. */
  readonly key: string;
}

const NOTHING: Given = { root: null, modules: [], config: null, key: '' };

/** By the settings' object: ESLint hands in the same one for every file of a configuration. */
const known = new WeakMap<object, Given>();

/** What `settings.taskroute` gives. Errors: none; a field that is not what it should be is not given. */
export function givenOf(settings: unknown, cwd: string): Given {
  if (typeof settings !== 'object' || settings === null) return NOTHING;
  const before = known.get(settings);
  if (before !== undefined) return before;
  const given = readGiven(settings, cwd);
  known.set(settings, given);
  return given;
}

function readGiven({ root, routers, wrappers, models, lowered }: TaskrouteSettings, cwd: string): Given {
  const start = isPath(root) ? pathFrom(cwd, root) : null;
  const base = start ?? cwd;
  const config: ConfigInput = {
    ...(isList(routers) && { routers: routers.filter(isDeclaration).map((each) => placed(each, base)) }),
    ...(isList(wrappers) && { wrappers: wrappers.filter(isDeclaration).map((each) => placedWrapper(each, base)) }),
    ...(typeof models === 'object' && { models }),
    ...(typeof lowered === 'boolean' && { lowered }),
    ...(isList(lowered) && { lowered: lowered.filter(isPath).map((folder) => pathFrom(base, folder)) }),
  };
  const modules = isList(routers) ? routers.filter(isPath).map((module) => pathFrom(base, module)) : [];
  const empty = Object.keys(config).length === 0;
  return { root: start, modules, config: empty ? null : config, key: empty ? '' : JSON.stringify(config) };
}

function isList<Value>(value: Value): value is Extract<Value, readonly unknown[]> {
  return Array.isArray(value);
}

function isPath(value: unknown): value is Path {
  return typeof value === 'string' || value instanceof URL;
}

function isDeclaration<Value>(value: Value): value is Extract<Value, { readonly module: string }> {
  return typeof value === 'object' && value !== null && 'module' in value && isPath(value.module);
}

function placed<Declaration extends { readonly module: string }>(declaration: Declaration, base: string): Declaration {
  return { ...declaration, module: pathFrom(base, declaration.module) };
}

function placedWrapper(wrapper: DeclaredWrapper, base: string): DeclaredWrapper {
  const { router } = wrapper;
  return { ...placed(wrapper, base), ...(router !== undefined && { router: pathFrom(base, router) }) };
}

export function pathFrom(base: string, path: Path): string {
  return resolve(base, path instanceof URL || path.startsWith('file:') ? fileURLToPath(path) : path);
}
