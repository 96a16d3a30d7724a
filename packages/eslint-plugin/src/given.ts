import type { ConfigInput } from '@taskroute/source';
import { checkSettings } from './check-settings.ts';
import { isPath, pathFrom } from './path-from.ts';
import type { Path, RouterDeclaration, TaskrouteSettings, WrapperDeclaration } from './taskroute-settings.ts';

type GivenConfig = Omit<ConfigInput, 'routers'> & { readonly routers?: readonly RouterDeclaration[] };

/** What is given in place of `taskroute.json`, with every path absolute. */
export interface Given {
  readonly root: string | null;
  /** The modules that are named for their routers: a digest covers them. */
  readonly modules: readonly string[];
  /** Null where nothing is given. */
  readonly config: GivenConfig | null;
  /** The same for the same content. */
  readonly key: string;
  /** What is wrong with the settings, as `checkSettings` says it. */
  readonly faults: readonly string[];
}

const NOTHING: Given = { root: null, modules: [], config: null, key: '', faults: [] };

/** By the settings' object: ESLint hands in the same one for every file of a configuration. */
const known = new WeakMap<object, Given>();

/** What `settings.taskroute` gives. Errors: none; a part that is not what it should be is not given, and among the faults. */
export function givenOf(settings: unknown, cwd: string): Given {
  if (settings === undefined) return NOTHING;
  if (typeof settings !== 'object' || settings === null) return readGiven(settings, cwd);
  const before = known.get(settings);
  if (before !== undefined) return before;
  const given = readGiven(settings, cwd);
  known.set(settings, given);
  return given;
}

function readGiven(written: unknown, cwd: string): Given {
  const { settings, faults } = checkSettings(written);
  const { root, routers, wrappers, models, lowered } = settings;
  const start = root === undefined ? null : pathFrom(cwd, root);
  const base = start ?? cwd;
  const all = (routers ?? []).map((each) => (isPath(each) ? { module: each } : each));
  // Named modules say which routers there are, not what is written by hand: that stays `taskroute.json`'s to say.
  const declared = all.filter(isDeclaration);
  const modules = all.flatMap((each) => (isDeclaration(each) ? [] : (pathFrom(base, each.module) ?? [])));
  const config: GivenConfig = {
    ...(declared.length > 0 && { routers: declared.map((each) => placed(each, base)) }),
    ...(wrappers !== undefined && { wrappers: wrappers.map((each) => placedWrapper(each, base)) }),
    ...(models !== undefined && { models }),
    ...(lowered !== undefined && { lowered: loweredFrom(lowered, base) }),
  };
  const empty = Object.keys(config).length === 0;
  return {
    root: start,
    modules,
    config: empty ? null : config,
    key: empty ? '' : JSON.stringify(config),
    faults,
  };
}

function isDeclaration(router: { readonly module: Path } | RouterDeclaration): router is RouterDeclaration {
  return 'table' in router;
}

function placed<Declaration extends { readonly module: string }>(declaration: Declaration, base: string): Declaration {
  return { ...declaration, module: pathFrom(base, declaration.module) ?? declaration.module };
}

function placedWrapper({ router, ...wrapper }: WrapperDeclaration, base: string) {
  return { ...placed(wrapper, base), ...(router !== undefined && { router: pathFrom(base, router) ?? router }) };
}

function loweredFrom(lowered: NonNullable<TaskrouteSettings['lowered']>, base: string): boolean | readonly string[] {
  return typeof lowered === 'boolean' ? lowered : lowered.flatMap((folder) => pathFrom(base, folder) ?? []);
}
