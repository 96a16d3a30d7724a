import { createUnplugin, type RolldownPlugin, type UnpluginOptions } from 'unplugin';
import { compiledModule } from './host-module.ts';
import { engineAt } from './lazy-engine.ts';
import { createLatePass, type LatePass } from './late.ts';
import type { Options } from './options.ts';
import { firstPlugin, isTypedByHand, LATE, latePlugin, rollupLike } from './rollup-like.ts';
import { routerNames } from './router-names.ts';

/** What the hook below uses of the context that Vite calls it with. */
interface Context {
  readonly parse: unknown;
  readonly meta: { readonly rolldownVersion?: unknown };
}

/** Vite builds like Rollup; its development server knows no whole graph, and nobody counts its milliseconds. */
export function viteLike(options: Options = {}): UnpluginOptions[] {
  return [...plugins(options), innerBuilds(options)];
}

function plugins(options: Options): UnpluginOptions[] {
  const engineOf = engineAt(options.root);
  const names = routerNames(options.root);
  const late = createLatePass(engineOf, names);
  return [
    firstPlugin(engineOf, options),
    { ...latePlugin(late, names, options), vite: { apply: 'build' } },
    { ...servingPlugin(late), vite: { apply: 'serve' } },
  ];
}

function servingPlugin(late: LatePass): UnpluginOptions {
  // Without an order of its own it comes before the plugin that turns the imports into addresses, which lead nowhere on a disk.
  async function transform(this: Context, code: string, id: string): Promise<void> {
    const module = compiledModule(id, code, this);
    await late.checkAlone(id, module);
    if (isTypedByHand(id)) await late.checkWritten(module);
  }
  // The host's hooks have more than unplugin's types say of them.
  return { name: LATE, enforce: 'post', transform } as unknown as UnpluginOptions;
}

/** What Vite builds apart from all else has plugins of its own: workers, and in development the packages that are installed. */
function innerBuilds(options: Options): UnpluginOptions {
  const forWorkers = createUnplugin<Options, true>(plugins).vite;
  const hooks = {
    config: () => ({ worker: { plugins: () => forWorkers(options) } }),
    configEnvironment: () => ({ optimizeDeps: { rolldownOptions: { plugins: packagePlugins(options) } } }),
  };
  // Vite has a Rolldown of its own, whose types of plugins are not those of another release.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- TypeScript 7 asks for it, 6 does not
  return { name: 'taskroute:inner', vite: hooks as unknown as NonNullable<UnpluginOptions['vite']> };
}

function packagePlugins(options: Options): RolldownPlugin[] {
  const made = createUnplugin<Options, true>(rollupLike).rolldown({ ...options, fold: false });
  // To see what a program imports, Vite goes through its sources by these plugins too; nothing of that is run.
  const withoutScan: RolldownPlugin = {
    name: 'taskroute:packages',
    options(given) {
      const list = [given.plugins].flat(9) as readonly (RolldownPlugin | null | undefined)[];
      if (!list.some((each) => each?.name.startsWith('vite:dep-scan'))) return null;
      return { ...given, plugins: list.filter((each) => !made.some(({ name }) => name === each?.name)) };
    },
  };
  return [withoutScan, ...made];
}
