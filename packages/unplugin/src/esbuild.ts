import { createEsbuildPlugin, type EsbuildPlugin } from 'unplugin';
import { onlyFiles } from './esbuild-files.ts';
import { esbuildLike } from './esbuild-like.ts';
import { languageOfLoader, loaderOf } from './esbuild-loaders.ts';
import type { Options } from './options.ts';

export type { Options } from './options.ts';

/** The plugin for esbuild. */
const taskroute: (options?: Options) => EsbuildPlugin = (options = {}) => ({
  name: 'taskroute',
  // What there is to load hangs on the build's own options, which are here first.
  setup: (build) => {
    const files = onlyFiles(build, (file) => languageOfLoader(loaderOf(build.initialOptions, file)) !== null);
    return createEsbuildPlugin(() => esbuildLike(options, build))(undefined).setup(files);
  },
});

export default taskroute;
