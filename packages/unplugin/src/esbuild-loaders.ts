import { extname } from 'node:path';
import type { BuildOptions, Loader } from 'esbuild';
import type { Language } from './host-module.ts';

/** What esbuild makes of an extension of its own accord. */
const OWN: Readonly<Record<string, Loader>> = {
  '.js': 'js',
  '.cjs': 'js',
  '.mjs': 'js',
  '.jsx': 'jsx',
  '.ts': 'ts',
  '.cts': 'ts',
  '.mts': 'ts',
  '.tsx': 'tsx',
};

/** How a build reads a file, by its name. */
export function loaderOf({ loader }: BuildOptions, file: string): Loader {
  const extension = extname(file);
  return loader?.[extension] ?? OWN[extension] ?? 'default';
}

/** The languages of loaders that this plugin can follow. */
const LANGUAGES: Readonly<Partial<Record<Loader, Language>>> = { js: 'js', jsx: 'js', ts: 'ts', tsx: 'tsx' };

export function languageOfLoader(loader: Loader): Language | null {
  return LANGUAGES[loader] ?? null;
}

/** The names of the files that a build reads with one of these loaders. */
export function filterFor({ loader = {} }: BuildOptions, wanted: readonly Loader[]): RegExp {
  const extensions = Object.entries({ ...OWN, ...loader }).flatMap(([extension, each]) =>
    wanted.includes(each) ? extension : [],
  );
  return new RegExp(`(?:${extensions.map((each) => each.replaceAll('.', String.raw`\.`)).join('|')})$`);
}
