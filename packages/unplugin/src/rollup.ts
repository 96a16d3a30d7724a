import { createUnplugin, type RollupPlugin } from 'unplugin';
import type { Options } from './options.ts';
import { rollupLike } from './rollup-like.ts';

export type { Options } from './options.ts';

/** The plugins for Rollup. */
const taskroute: (options?: Options) => RollupPlugin[] = createUnplugin<Options | undefined, true>(rollupLike).rollup;

export default taskroute;
