import { createUnplugin, type VitePlugin } from 'unplugin';
import type { Options } from './options.ts';
import { viteLike } from './vite-like.ts';

export type { Options } from './options.ts';

/** The plugins for Vite. */
const taskroute: (options?: Options) => VitePlugin[] = createUnplugin<Options | undefined, true>(viteLike).vite;

export default taskroute;
