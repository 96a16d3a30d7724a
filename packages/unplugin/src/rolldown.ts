import { createUnplugin, type RolldownPlugin } from 'unplugin';
import type { Options } from './options.ts';
import { rollupLike } from './rollup-like.ts';

export type { Options } from './options.ts';

/** The plugins for Rolldown. */
const taskroute: (options?: Options) => RolldownPlugin[] = createUnplugin<Options | undefined, true>(
  rollupLike,
).rolldown;

export default taskroute;
