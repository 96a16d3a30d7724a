import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import taskroute from '@taskroute/unplugin/esbuild';
import { withoutTypes, type Host } from './host.ts';

const typeRemover: Plugin = {
  name: 'remove-types',
  setup: (build) => {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: withoutTypes(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

export const esbuild: Host = async ({ entry, folder, options, isWrong = false, minify = false }) => {
  await build({
    entryPoints: [entry],
    outfile: join(folder, 'main.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    sourcemap: true,
    minify,
    logLevel: 'silent',
    plugins: isWrong ? [typeRemover, taskroute(options)] : [taskroute(options)],
  });
  return join(folder, 'main.mjs');
};
