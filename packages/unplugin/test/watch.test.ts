import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rspack } from '@rspack/core';
import { context } from 'esbuild';
import { watch as watchRolldown } from 'rolldown';
import { watch as watchRollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { webpack } from 'webpack';
import forEsbuild from '@taskroute/unplugin/esbuild';
import forRolldown from '@taskroute/unplugin/rolldown';
import forRollup from '@taskroute/unplugin/rollup';
import forRspack from '@taskroute/unplugin/rspack';
import forVite from '@taskroute/unplugin/vite';
import forWebpack from '@taskroute/unplugin/webpack';
import { serviceWith } from './workshop.ts';

const OPTIONS = { fold: true };
const ENTRY = "import { modelOf } from './models.ts';\n\nconsole.log(modelOf<'blog-post'>());\n";

/** Starts to watch, and says how to end it. */
type Watch = (root: string, entry: string, folder: string) => Promise<() => unknown>;

const WATCHES: Readonly<Record<string, Watch>> = {
  vite: async (root, entry, folder) => {
    const watcher = await build({
      configFile: false,
      root,
      logLevel: 'silent',
      plugins: [forVite(OPTIONS)],
      build: { ssr: entry, outDir: folder, watch: {}, rolldownOptions: { output: { entryFileNames: 'main.mjs' } } },
      ssr: { noExternal: true },
    });
    return () => ('close' in watcher ? watcher.close() : undefined);
  },
  rolldown: (_root, input, dir) => {
    const watcher = watchRolldown({
      input,
      platform: 'node',
      plugins: [forRolldown(OPTIONS)],
      output: { dir, entryFileNames: 'main.mjs' },
    });
    return Promise.resolve(() => watcher.close());
  },
  rollup: (_root, input, dir) => {
    const plugins = [forRollup(OPTIONS), esbuild()];
    const external = ['@taskroute/router'];
    const watcher = watchRollup({ input, external, plugins, output: { dir, entryFileNames: 'main.mjs' } });
    return Promise.resolve(() => watcher.close());
  },
  esbuild: async (_root, entry, folder) => {
    const plugins = [forEsbuild(OPTIONS)];
    const watched = await context({
      entryPoints: [entry],
      outfile: join(folder, 'main.mjs'),
      bundle: true,
      platform: 'node',
      plugins,
      logLevel: 'silent',
    });
    await watched.watch();
    return () => watched.dispose();
  },
  webpack: (context, entry, path) => {
    const loader = { test: /\.ts$/, loader: 'ts-loader', options: { transpileOnly: true } };
    const compiler = webpack({
      mode: 'none',
      context,
      entry,
      target: 'node22',
      output: { path, filename: 'main.mjs' },
      module: { rules: [loader] },
      plugins: [forWebpack(OPTIONS)],
    });
    compiler.watch({}, () => undefined);
    return Promise.resolve(
      () =>
        new Promise((resolve) => {
          compiler.close(resolve);
        }),
    );
  },
  rspack: (context, entry, path) => {
    const loader = {
      test: /\.ts$/,
      loader: 'builtin:swc-loader',
      options: { jsc: { parser: { syntax: 'typescript' } } },
    };
    const compiler = rspack({
      mode: 'none',
      context,
      entry,
      target: 'node22',
      output: { path, filename: 'main.mjs' },
      module: { rules: [loader] },
      plugins: [forRspack(OPTIONS)],
    });
    compiler.watch({}, () => undefined);
    return Promise.resolve(
      () =>
        new Promise((resolve) => {
          compiler.close(resolve);
        }),
    );
  },
};

test.each(Object.entries(WATCHES))('%s folds anew when the table changes', async (_name, watch) => {
  const root = serviceWith({ 'entry.ts': ENTRY });
  const folder = join(root, 'out');
  const close = await watch(root, join(root, 'src/entry.ts'), folder);
  const built = (): string => readFileSync(join(folder, 'main.mjs'), 'utf8');
  const patient = { timeout: 20_000, interval: 50 };
  try {
    await expect.poll(built, patient).toMatch(/log\("opus"\)/);
    const router = join(root, 'src/router.ts');
    writeFileSync(router, readFileSync(router, 'utf8').replace("'blog-post': 'opus'", "'blog-post': 'sonnet'"));
    await expect.poll(built, patient).toMatch(/log\("sonnet"\)/);
  } finally {
    await close();
  }
});
