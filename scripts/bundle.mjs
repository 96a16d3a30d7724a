/**
 * Writes the JavaScript of a package: its entries (paths below `src`, without an ending) and what they share, in few files,
 * since Node takes about half a millisecond for each module that it loads. The types beside them are the compiler's.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { build } from 'esbuild';

const entries = argv.slice(2);

// Parts that are no longer shared would be published too.
for (const file of await readdir('dist', { recursive: true }))
  if (/\.js(?:\.map)?$/.test(file)) await rm(join('dist', file));

await build({
  entryPoints: entries.map((entry) => `src/${entry}.ts`),
  outbase: 'src',
  outdir: 'dist',
  chunkNames: 'shared-[hash]',
  bundle: true,
  splitting: entries.length > 1,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  charset: 'utf8',
  sourcemap: true,
  // `src` is in the package.
  sourcesContent: false,
  logLevel: 'warning',
});
