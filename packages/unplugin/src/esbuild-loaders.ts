import { basename } from 'node:path';
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

/** How a build reads a file, by its name: esbuild goes by the longest extension that it knows. */
export function loaderOf({ loader }: BuildOptions, file: string): Loader {
  const loaders = { ...OWN, ...loader };
  const name = basename(file);
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const found = loaders[name.slice(dot)];
    if (found !== undefined) return found;
  }
  return (name.includes('.') ? undefined : loaders['']) ?? 'default';
}

/** The languages of loaders that this plugin can follow. */
const LANGUAGES: Readonly<Partial<Record<Loader, Language>>> = { js: 'js', jsx: 'js', ts: 'ts', tsx: 'tsx' };

export function languageOfLoader(loader: Loader): Language | null {
  return LANGUAGES[loader] ?? null;
}

/** The names of the files that a build may read with one of these loaders; `loaderOf` knows better. */
export function filterFor({ loader = {} }: BuildOptions, wanted: readonly Loader[]): RegExp {
  const extensions = Object.entries({ ...OWN, ...loader }).flatMap(([extension, each]) =>
    wanted.includes(each) ? patternOf(extension) : [],
  );
  return new RegExp(`(?:${extensions.join('|')})$`);
}

/** The pattern is read by Go. A file without an extension has no dot in its name. */
function patternOf(extension: string): string {
  return extension === '' ? String.raw`(?:^|[\\/])[^.\\/]+` : extension.replace(/[^\w/-]/g, String.raw`\$&`);
}
