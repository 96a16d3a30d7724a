import { createRequire } from 'node:module';
import { join } from 'node:path';
import { webpack as createCompiler } from 'webpack';
import taskroute from '@taskroute/unplugin/webpack';
import type { Host } from './host.ts';

const LOADER = createRequire(import.meta.url).resolve('ts-loader');

export const webpack: Host = async ({ entry, folder, options, isWrong = false, minify = false }) => {
  const compiler = createCompiler({
    mode: minify ? 'production' : 'none',
    context: join(entry, '../..'),
    entry,
    target: 'node22',
    experiments: { outputModule: true },
    output: { path: folder, filename: 'main.mjs', module: true, chunkFormat: 'module' },
    devtool: 'source-map',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: LOADER,
          options: { transpileOnly: true },
          ...(isWrong && { enforce: 'pre' as const }),
        },
      ],
    },
    plugins: [taskroute(options)],
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      const [first] = stats?.compilation.errors ?? [];
      compiler.close(() => {
        if (error ?? first) reject(error ?? first ?? new Error());
        else resolve();
      });
    });
  });
  return join(folder, 'main.mjs');
};
