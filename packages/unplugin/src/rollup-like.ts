import type { UnpluginOptions } from 'unplugin';
import { earlyPlugin, MODULES } from './early-plugin.ts';
import { compiledModule } from './host-module.ts';
import { engineAt } from './lazy-engine.ts';
import { createLatePass, type LatePass, type ModuleGraph } from './late.ts';
import type { Options } from './options.ts';
import { routerNames } from './router-names.ts';

/** What the hooks below use of the context that Rollup, Rolldown and Vite call them with. */
interface Context {
  readonly parse: unknown;
  readonly meta: { readonly rolldownVersion?: unknown };
  readonly getModuleInfo: (id: string) => ModuleInfo | null;
}

interface ModuleInfo {
  readonly code: string | null;
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
}

/** The plugins of a host that has Rollup's hooks: one works before every other, one after. */
export function rollupLike(options: Options = {}): UnpluginOptions[] {
  const engineOf = engineAt(options.root);
  const names = routerNames(options.root);
  return [earlyPlugin(engineOf, options), latePlugin(createLatePass(engineOf, names), names)];
}

/** Vite builds like Rollup; its development server knows no whole graph, and nobody counts its milliseconds. */
export function viteLike(options: Options = {}): UnpluginOptions[] {
  const engineOf = engineAt(options.root);
  const names = routerNames(options.root);
  const late = createLatePass(engineOf, names);
  return [
    earlyPlugin(engineOf, options),
    { ...latePlugin(late, names), vite: { apply: 'build' } },
    { ...servingPlugin(late), vite: { apply: 'serve' } },
  ];
}

function latePlugin(late: LatePass, names: readonly string[]): UnpluginOptions {
  const transform = {
    order: 'post',
    // Rolldown asks this in Rust, so that most modules never reach JavaScript.
    filter: { id: MODULES, code: [...names] },
    async handler(this: Context, code: string, id: string) {
      const module = compiledModule(id, code, this);
      if (module !== null) await late.check(id, module);
    },
  };
  async function buildEnd(this: Context, error?: Error): Promise<void> {
    if (error === undefined) await late.checkOtherNames(graphOf(this));
  }
  // Rollup's hooks have more than unplugin's types say of them: an order, and a context that knows the graph.
  return { name: 'taskroute:late', enforce: 'post', transform, buildEnd } as unknown as UnpluginOptions;
}

function servingPlugin(late: LatePass): UnpluginOptions {
  const transform = {
    order: 'post',
    filter: { id: MODULES },
    async handler(this: Context, code: string, id: string) {
      const module = compiledModule(id, code, this);
      if (module !== null) await late.checkAlone(id, module);
    },
  };
  // As above.
  return { name: 'taskroute:late', enforce: 'post', transform } as unknown as UnpluginOptions;
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
