import { createWebpackPlugin, type WebpackPluginInstance } from 'unplugin';
import type { Options } from './options.ts';
import { webpackLike } from './webpack-like.ts';

export type { Options } from './options.ts';

/** The plugin for webpack. */
const taskroute: (options?: Options) => WebpackPluginInstance = createWebpackPlugin<Options | undefined, false>(
  webpackLike,
);

export default taskroute;
