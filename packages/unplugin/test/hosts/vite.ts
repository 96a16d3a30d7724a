import { join } from 'node:path';
import { build } from 'vite';
import taskroute from '@taskroute/unplugin/vite';
import { typeRemover, type Host } from './host.ts';

export const vite: Host = async ({ entry, folder, options, isWrong = false, minify = false, plugins = [] }) => {
  await build({
    configFile: false,
    root: join(entry, '../..'),
    logLevel: 'silent',
    plugins: [isWrong && typeRemover, taskroute(options), ...plugins],
    build: {
      ssr: entry,
      outDir: folder,
      minify,
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'main.mjs');
};
