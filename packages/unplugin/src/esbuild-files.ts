import { existsSync } from 'node:fs';
import type { OnLoadArgs, PluginBuild } from 'esbuild';

/**
 * A build in which a plugin is asked for files alone. unplugin's adapter takes modules of every namespace, and where no file
 * stands behind one it reads an empty text: so nothing would be left for the plugin that the module belongs to.
 */
export function onlyFiles(build: PluginBuild, isWanted: (file: string) => boolean): PluginBuild {
  return {
    ...build,
    onLoad: ({ filter }, load) => {
      build.onLoad({ filter, namespace: 'file' }, (args) =>
        isModule(args) && isWanted(args.path) ? load(args) : null,
      );
    },
  };
}

/** What is imported `with { type: 'text' }` is no module. */
function isModule({ path, with: attributes }: OnLoadArgs): boolean {
  return Object.keys(attributes).length === 0 && existsSync(path);
}
