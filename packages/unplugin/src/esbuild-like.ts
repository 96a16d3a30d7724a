import type { PluginBuild } from 'esbuild';
import type { UnpluginOptions } from 'unplugin';
import { earlyPlugin } from './early-plugin.ts';
import { checkInputs } from './esbuild-inputs.ts';
import { filterFor, languageOfLoader, loaderOf } from './esbuild-loaders.ts';
import { dropPure } from './esbuild-pure.ts';
import { isFailure } from './failure.ts';
import { hostModule } from './host-module.ts';
import { createLatePass } from './late.ts';
import { engineAt } from './lazy-engine.ts';
import type { Options } from './options.ts';
import { routerNames } from './router-names.ts';

/** The plugin for one build of esbuild. It is one plugin: of a list, unplugin's adapter would lose the errors. */
export function esbuildLike(options: Options, { initialOptions }: PluginBuild): UnpluginOptions {
  const engineOf = engineAt(options.root);
  /** The files that esbuild has handed to this plugin, and not to one that stands before it. */
  const seen = new Set<string>();
  // Types stand in TypeScript alone; to fold, JavaScript is read as well.
  const filter = filterFor(initialOptions, options.fold === true ? ['ts', 'tsx', 'js', 'jsx'] : ['ts', 'tsx']);
  // The filter goes by names; an id has a query as well.
  const early = earlyPlugin(engineOf, { ...options, include: options.include ?? /./ }, (module) => {
    const language = languageOfLoader(loaderOf(initialOptions, module.file));
    return language === null ? null : { ...module, language };
  });
  return {
    ...early,
    transform: withErrors(early.transform, (id) => seen.add(hostModule(id, '').file)),
    esbuild: {
      onLoadFilter: filter,
      loader: (_code, id) => loaderOf(initialOptions, id),
      setup: (build) => {
        if (options.fold === true) dropPure(build, engineOf);
        checkInputs(build, createLatePass(engineOf, routerNames(options.root)), engineOf, seen);
      },
    },
  };
}

/** What is thrown, esbuild prints with the code that threw it; what is said, as it is. */
function withErrors(transform: UnpluginOptions['transform'], note: (id: string) => void): UnpluginOptions['transform'] {
  if (typeof transform !== 'object') return transform;
  const { handler } = transform;
  return {
    ...transform,
    async handler(code, id) {
      note(id);
      try {
        return await handler.call(this, code, id);
      } catch (error) {
        if (!isFailure(error)) throw error;
        this.error(error.message);
        // The adapter forgets errors of which no code comes.
        return { code, map: null };
      }
    },
  };
}
