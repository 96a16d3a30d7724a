import { join } from 'node:path';
import { rolldown as bundle } from 'rolldown';
import taskroute from '@taskroute/unplugin/rolldown';
import { typeRemover, type Host } from './host.ts';

export const rolldown: Host = async ({ entry, folder, options, isWrong = false, minify = false, plugins = [] }) => {
  const build = await bundle({
    input: entry,
    platform: 'node',
    logLevel: 'silent',
    plugins: [isWrong && typeRemover, taskroute(options), ...plugins],
  });
  await build.write({ dir: folder, entryFileNames: 'main.mjs', sourcemap: true, minify });
  await build.close();
  return join(folder, 'main.mjs');
};
