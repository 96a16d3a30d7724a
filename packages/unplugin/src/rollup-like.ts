import type { UnpluginContextMeta, UnpluginOptions } from 'unplugin';
import { earlyPlugin, TYPED, type Receive } from './early-plugin.ts';
import { compiledModule } from './host-module.ts';
import { engineAt, type EngineOf } from './lazy-engine.ts';
import { createLatePass, type LatePass, type ModuleGraph } from './late.ts';
import type { Options } from './options.ts';
import { mayBePreceded, type Neighbour } from './preceding.ts';
import { isRawText } from './raw-text.ts';
import { routerNames } from './router-names.ts';

/** What the hooks below use of the context that Rollup, Rolldown and Vite call them with. */
interface Context {
  readonly parse: unknown;
  readonly meta: { readonly rolldownVersion?: unknown };
  readonly getModuleIds: () => Iterable<string>;
  readonly getModuleInfo: (id: string) => ModuleInfo | null;
}

interface ModuleInfo {
  readonly code: string | null;
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
}

/** What Rolldown, and Vite with it, says of a module. */
interface About {
  readonly moduleType?: string;
}

export const LATE = 'taskroute:late';

/** The plugins of a host that has Rollup's hooks: one works before every other, one after. */
export function rollupLike(
  options: Options = {},
  { framework }: Pick<UnpluginContextMeta, 'framework'>,
): UnpluginOptions[] {
  const engineOf = engineAt(options.root);
  const names = routerNames(options.root);
  return [
    firstPlugin(engineOf, options, framework === 'rolldown'),
    latePlugin(createLatePass(engineOf, names), names, options),
  ];
}

/** Of a module whose text is handed out as it is there is nothing to lower. */
const receive: Receive = (module, id, _context, about) =>
  isRawText(id, (about as About | undefined)?.moduleType) ? null : module;

export function firstPlugin(engineOf: EngineOf, options: Options, isNative = false): UnpluginOptions {
  return earlyPlugin(engineOf, options, receive, isNative);
}

export function latePlugin(late: LatePass, names: readonly string[], options: Options): UnpluginOptions {
  const isPartial = options.include !== undefined || options.exclude !== undefined;
  let looksAtFiles = isPartial;
  function buildStart({ plugins = [] }: { readonly plugins?: readonly Neighbour[] }): void {
    looksAtFiles = isPartial || mayBePreceded(plugins);
  }
  const transform = {
    order: 'post',
    // Rolldown asks this in Rust, so that most modules never reach JavaScript. A module may have any name.
    filter: { code: [...names] },
    async handler(this: Context, code: string, id: string, about?: About) {
      if (!isRawText(id, about?.moduleType)) await late.check(id, compiledModule(id, code, this, about?.moduleType));
    },
  };
  async function buildEnd(this: Context, error?: Error): Promise<void> {
    if (error !== undefined) return;
    await late.checkOtherNames(graphOf(this));
    if (looksAtFiles) await checkFiles(this, late);
  }
  // Rollup's hooks have more than unplugin's types say of them: an order, the plugins, and a context that knows the graph.
  return { name: LATE, enforce: 'post', transform, buildStart, buildEnd } as unknown as UnpluginOptions;
}

/** By what is written in the files: that costs more, and is needed where a plugin may have removed types before the first pass. */
async function checkFiles(context: Context, late: LatePass): Promise<void> {
  for (const id of context.getModuleIds()) {
    const code = isTypedByHand(id) ? context.getModuleInfo(id)?.code : null;
    if (code != null) await late.checkWritten(compiledModule(id, code, context));
  }
}

/** Whether an id is that of a file with types that people here have written. */
export function isTypedByHand(id: string): boolean {
  return TYPED.test(id) && !id.startsWith('\0') && !id.includes('/node_modules/') && !isRawText(id);
}

function graphOf(context: Context): ModuleGraph {
  return {
    moduleOf: (id) => {
      const code = context.getModuleInfo(id)?.code ?? null;
      return code === null ? null : compiledModule(id, code, context);
    },
    importersOf: (id) => {
      const { importers = [], dynamicImporters = [] } = context.getModuleInfo(id) ?? {};
      return [...importers, ...dynamicImporters];
    },
  };
}
