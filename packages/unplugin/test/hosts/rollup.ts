import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup as bundle, type Plugin } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import taskroute from '@taskroute/unplugin/rollup';
import { typeRemover, type Host } from './host.ts';

/** Rollup in these tests minifies by esbuild too. */
const minifier: Plugin = {
  name: 'minify',
  renderChunk: async (code) => ({ code: (await transform(code, { minify: true })).code, map: null }),
};

export const rollup: Host = async ({ entry, folder, options, isWrong = false, minify = false, plugins = [] }) => {
  const build = await bundle({
    input: entry,
    logLevel: 'silent',
    external: /^node:/,
    plugins: [
      isWrong && typeRemover,
      nodeResolve({ exportConditions: ['node'] }),
      taskroute(options),
      ...plugins,
      esbuild({ target: 'esnext' }),
      minify && minifier,
    ],
  });
  await build.write({ dir: folder, entryFileNames: 'main.mjs', sourcemap: true });
  await build.close();
  return join(folder, 'main.mjs');
};
