import { createEsbuildPlugin, type EsbuildPlugin } from 'unplugin';
import { esbuildLike } from './esbuild-like.ts';
import type { Options } from './options.ts';

export type { Options } from './options.ts';

/** The plugin for esbuild. */
const taskroute: (options?: Options) => EsbuildPlugin = (options = {}) => ({
  name: 'taskroute',
  // What there is to load hangs on the build's own options, which are here first.
  setup: (build) => createEsbuildPlugin(() => esbuildLike(options, build))(undefined).setup(build),
});

export default taskroute;
