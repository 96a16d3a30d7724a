import type { TransformResult, UnpluginOptions } from 'unplugin';
import type { Early } from './early.ts';
import { hostModule, type HostModule } from './host-module.ts';
import type { EngineOf } from './lazy-engine.ts';
import type { Options } from './options.ts';
import { MAY_NEED_LOWERING } from './native-filter.ts';
import { mayNeedLowering } from './typed-call.ts';

/** Which modules a hook is asked for. */
interface Filter {
  readonly id: { readonly include: (string | RegExp)[]; readonly exclude: (string | RegExp)[] };
  code?: RegExp;
}

export const EARLY = 'taskroute';

/** What the hook below uses of the context that a host calls it with. */
interface Context {
  readonly parse?: unknown;
  readonly meta?: { readonly rolldownVersion?: unknown };
  readonly addWatchFile: (file: string) => void;
}

/** The files in which types can stand, and erased calls with them. */
// eslint-disable-next-line @typescript-eslint/no-inferrable-types -- declarations are made of each file alone
export const TYPED: RegExp = /\.(?:[cm]?tsx?|vue)(?:[?#]|$)/;

/** The files that a router can stand in, by their names. */
// eslint-disable-next-line @typescript-eslint/no-inferrable-types -- isolatedDeclarations asks for the type
export const MODULES: RegExp = /\.(?:[cm]?[jt]sx?|vue)(?:[?#]|$)/;

/**
 * Has a say in what a host hands in: null where it is no module.
 *
 * Shape: `context` is what the host calls the hook with, and `about` what it says of the module, if anything.
 */
export type Receive = (module: HostModule, id: string, context: object, about: unknown) => HostModule | null;

/** The plugin of the early pass, for every host; `isNative` where the host itself goes by a filter, in Rust. */
export function earlyPlugin(engineOf: EngineOf, options: Options, receive: Receive, isNative = false): UnpluginOptions {
  let isFolding = options.fold === true;
  const filter: Filter = {
    id: { include: listOf(options.include ?? (isFolding ? MODULES : TYPED)), exclude: listOf(options.exclude ?? []) },
    ...(isNative && !isFolding && { code: MAY_NEED_LOWERING }),
  };
  const transform = {
    // Rollup and Rolldown go by this, wherever the plugin stands in their list.
    order: 'pre',
    filter,
    // Not async: a host waits for each promise, and nearly every module is left alone.
    handler(this: Context, code: string, id: string, about?: unknown) {
      if (!isFolding && !mayNeedLowering(code)) return null;
      const module = receive(hostModule(id, code, this), id, this, about);
      if (module === null) return null;
      return engineOf().then((engine) => resultOf(this, engine.passEarly(module, isFolding)));
    },
  };
  return {
    name: EARLY,
    enforce: 'pre',
    transform,
    vite: {
      // In development and in tests somebody may listen to decisions.
      configResolved({ command }) {
        isFolding &&= command === 'build';
        // It builds by Rolldown, and serves by itself.
        if (command === 'build' && !isFolding) filter.code = MAY_NEED_LOWERING;
      },
    },
  };
}

function resultOf(context: Context, passed: Early | null): TransformResult {
  if (passed === null) return null;
  for (const file of passed.files) context.addWatchFile(file);
  const { code, map, isPure } = passed;
  // Rollup's hooks take more than unplugin's types say.
  return { code, map, ...(isPure && { moduleSideEffects: false }) };
}

function listOf<Item>(items: Item | readonly Item[]): Item[] {
  // An array is one of items here, not one item.
  return Array.isArray(items) ? [...(items as readonly Item[])] : [items as Item];
}
