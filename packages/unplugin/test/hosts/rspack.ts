import { join } from 'node:path';
import { rspack as createCompiler } from '@rspack/core';
import taskroute from '@taskroute/unplugin/rspack';
import type { Host } from './host.ts';

export const rspack: Host = async ({ entry, folder, options, isWrong = false, minify = false }) => {
  const compiler = createCompiler({
    mode: minify ? 'production' : 'none',
    context: join(entry, '../..'),
    entry,
    target: 'node22',
    output: { path: folder, filename: 'main.mjs', module: true, chunkFormat: 'module' },
    devtool: 'source-map',
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'builtin:swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' } } },
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
