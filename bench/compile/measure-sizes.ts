import { dirname } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import forEsbuild from '@taskroute/unplugin/esbuild';
import forRollup from '@taskroute/unplugin/rollup';
import forVite from '@taskroute/unplugin/vite';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { build as buildVite } from 'vite';
import { inFolder, ROUTES, writeOneCall } from './app.ts';

/** A minified bundle of one program, in bytes. */
type Size = (entry: string, fold: boolean) => Promise<number>;

const HOSTS: Readonly<Record<string, Size>> = {
  esbuild: async (entry, fold) => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      plugins: [forEsbuild({ fold })],
    });
    return outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
  },
  Rollup: async (entry, fold) => {
    const bundle = await rollup({ input: entry, plugins: [forRollup({ fold }), nodeResolve(), esbuild()] });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    const { code } = await transform(output[0].code, { minify: true });
    return Buffer.byteLength(code);
  },
  Vite: async (entry, fold) => {
    const result = await buildVite({
      configFile: false,
      root: dirname(entry),
      logLevel: 'silent',
      plugins: [forVite({ fold })],
      build: { write: false, minify: true, lib: { entry, formats: ['es'] } },
    });
    const [{ output }] = result as unknown as [{ output: readonly { code?: string }[] }];
    return output.reduce((sum, { code = '' }) => sum + Buffer.byteLength(code), 0);
  },
};

/** A bundle before and after folding. */
export interface Sizes {
  readonly host: string;
  readonly before: number;
  readonly after: number;
}

/** One call that a table of many lines answers, bundled for browsers. */
export function measureSizes(): Promise<readonly Sizes[]> {
  return inFolder(async (root) => {
    const entry = writeOneCall(root, ROUTES);
    const sizes: Sizes[] = [];
    for (const [host, size] of Object.entries(HOSTS))
      sizes.push({ host, before: await size(entry, false), after: await size(entry, true) });
    return sizes;
  });
}
