import { createRspackPlugin, type RspackPluginInstance } from 'unplugin';
import type { Options } from './options.ts';
import { webpackLike } from './webpack-like.ts';

export type { Options } from './options.ts';

/** The plugin for Rspack. */
const taskroute: (options?: Options) => RspackPluginInstance = createRspackPlugin<Options | undefined, false>(
  webpackLike,
);

export default taskroute;
