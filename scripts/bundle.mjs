/**
 * Writes the JavaScript of a package: what its `exports` name and what these share, in few files, since Node takes about half
 * a millisecond for each module that it loads. The types beside them are the compiler's.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const { exports } = JSON.parse(await readFile('package.json', 'utf8'));
const entries = Object.values(exports).flatMap(({ default: file }) => (file === undefined ? [] : file));

// Parts that are no longer shared would be published too.
for (const file of await readdir('dist', { recursive: true }))
  if (/\.js(?:\.map)?$/.test(file)) await rm(join('dist', file));

await build({
  entryPoints: entries.map((file) => file.replace('/dist/', '/src/').replace(/\.js$/, '.ts')),
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
