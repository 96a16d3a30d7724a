import type { TransformResult, UnpluginOptions } from 'unplugin';
import type { Early } from './early.ts';
import { hostModule, type HostModule } from './host-module.ts';
import type { EngineOf } from './lazy-engine.ts';
import type { Options } from './options.ts';
import { mayNeedLowering } from './typed-call.ts';

/** What the hook below uses of the context that a host calls it with. */
interface Context {
  readonly parse?: unknown;
  readonly meta?: { readonly rolldownVersion?: unknown };
  readonly addWatchFile: (file: string) => void;
}

/** The files in which types can stand, and erased calls with them. */
const TYPED = /\.(?:[cm]?tsx?|vue)(?:[?#]|$)/;

/** All files that can call a router. */
// eslint-disable-next-line @typescript-eslint/no-inferrable-types -- isolatedDeclarations asks for the type
export const MODULES: RegExp = /\.(?:[cm]?[jt]sx?|vue)(?:[?#]|$)/;

/** The plugin of the early pass, for every host. `receive` has a say in what a host hands in. */
export function earlyPlugin(
  engineOf: EngineOf,
  options: Options,
  receive: (module: HostModule) => HostModule = (module) => module,
): UnpluginOptions {
  let isFolding = options.fold === true;
  const transform = {
    // Rollup and Rolldown go by this, wherever the plugin stands in their list.
    order: 'pre',
    filter: {
      id: { include: listOf(options.include ?? (isFolding ? MODULES : TYPED)), exclude: listOf(options.exclude ?? []) },
    },
    // Not async: a host waits for each promise, and nearly every module is left alone.
    handler(this: Context, code: string, id: string) {
      const handed = hostModule(id, code, this);
      const module = handed === null ? null : receive(handed);
      if (module === null || !(isFolding || mayNeedLowering(code))) return null;
      return engineOf().then((engine) => resultOf(this, engine.passEarly(module, isFolding)));
    },
  };
  return {
    name: 'taskroute',
    enforce: 'pre',
    transform,
    vite: {
      // In development and in tests somebody may listen to decisions.
      configResolved({ command }) {
        isFolding &&= command === 'build';
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
