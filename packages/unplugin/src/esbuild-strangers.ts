import { dirname } from 'node:path';
import type { BuildOptions, Metafile, Plugin, PluginBuild } from 'esbuild';

/** A module that another plugin has made, as far as the metafile tells. */
export interface Stranger {
  readonly id: string;
  /** How one of its importers asks for it. */
  readonly specifier: string;
  /** A path, or a name in some namespace. */
  readonly importer: string;
  readonly namespace: string;
}

/** Shape: null where nothing imports it, so that there is no telling how it is asked for. */
export function strangerOf({ inputs }: Metafile, id: string, fileOf: (id: string) => string | null): Stranger | null {
  for (const [importer, { imports }] of Object.entries(inputs))
    for (const { path, original } of imports) {
      if (path !== id || original === undefined) continue;
      const file = fileOf(importer);
      const [, namespace = '', name = ''] = /^([\w-]+):(.*)$/s.exec(importer) ?? [];
      return file === null
        ? { id, specifier: original, importer: name, namespace }
        : { id, specifier: original, importer: file, namespace: 'file' };
    }
  return null;
}

/**
 * The JavaScript that other plugins have made of a module. It is shown to nobody in the build itself, so it is built once more,
 * alone: the other plugins are asked for this one module, and nothing that it imports.
 *
 * Errors: none; null where it cannot be built alone.
 */
export async function readStranger(
  { initialOptions, esbuild }: PluginBuild,
  stranger: Stranger,
  name: string,
): Promise<string | null> {
  const others = (initialOptions.plugins ?? []).filter((plugin) => plugin.name !== name);
  const plugins = [onlyItself(stranger), ...others.map(quiet)];
  const contents = `export * from ${JSON.stringify(stranger.specifier)};`;
  const { absWorkingDir = process.cwd() } = initialOptions;
  try {
    const { outputFiles } = await esbuild.build({
      ...initialOptions,
      ...ALONE,
      stdin: { contents, resolveDir: absWorkingDir },
      plugins,
    });
    return outputFiles.map(({ text }) => text).join('\n');
  } catch {
    return null;
  }
}

/** As it stands, written nowhere. */
const ALONE = {
  bundle: true,
  write: false,
  format: 'esm',
  treeShaking: false,
  splitting: false,
  minify: false,
  minifyIdentifiers: false,
  minifySyntax: false,
  minifyWhitespace: false,
  sourcemap: false,
  metafile: false,
  logLevel: 'silent',
  entryPoints: undefined,
  outfile: undefined,
  outdir: undefined,
  inject: undefined,
  banner: undefined,
  footer: undefined,
  // Only an exact `undefined` takes an option of the build away.
} as unknown as BuildOptions & { readonly write: false };

/** What a build's own plugin does when it begins and ends was done once. */
function quiet({ name, setup }: Plugin): Plugin {
  const nothing = (): void => undefined;
  return { name, setup: (build) => setup({ ...build, onStart: nothing, onEnd: nothing, onDispose: nothing }) };
}

/** Says that a resolution is asked for here. */
const ASKED = Symbol('taskroute');

function onlyItself({ specifier, importer, namespace }: Stranger): Plugin {
  return {
    name: 'taskroute:alone',
    setup: (build) => {
      let isReached = false;
      build.onResolve({ filter: /./ }, async ({ path, pluginData, ...args }) => {
        if (pluginData === ASKED || args.kind === 'entry-point') return;
        if (isReached) {
          const found = await build.resolve(path, { ...args, pluginData: ASKED });
          if (found.errors.length > 0 || found.external) return { path, external: true };
          return { path: found.namespace === 'file' ? found.path : `${found.namespace}:${found.path}`, external: true };
        }
        const resolveDir = namespace === 'file' ? dirname(importer) : args.resolveDir;
        const asked = { kind: args.kind, importer, namespace, resolveDir, pluginData: ASKED };
        const { errors, ...found } = await build.resolve(specifier, asked);
        isReached = true;
        return { ...found, errors: [...errors] };
      });
    },
  };
}
