import { build } from 'esbuild';
import { PACKAGE } from './package-project.ts';

/** One minified script of a module that uses the built package, as a user of esbuild with its defaults gets it. */
export async function bundleFor(platform: 'browser' | 'node', module: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: PACKAGE },
    bundle: true,
    minify: true,
    format: platform === 'browser' ? 'iife' : 'esm',
    platform,
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('\n');
}
