import { readFileSync } from 'node:fs';
import type { PluginBuild } from 'esbuild';
import type { EngineOf } from './lazy-engine.ts';

/** Says that a resolution is asked for by this plugin. */
const ASKED = Symbol('taskroute');

/** A router's module is left out where all calls are folded: esbuild takes that as a property of the import. */
export function dropPure(build: PluginBuild, engineOf: EngineOf): void {
  const known = new Map<string, boolean>();
  build.onStart(() => {
    known.clear();
  });
  build.onResolve({ filter: /./ }, async ({ path, pluginData, kind, ...args }) => {
    if (pluginData === ASKED || kind !== 'import-statement') return;
    const found = await build.resolve(path, { ...args, kind, pluginData: ASKED });
    if (found.errors.length > 0 || found.external || found.namespace !== 'file') return;
    let isPure = known.get(found.path);
    if (isPure === undefined)
      known.set(found.path, (isPure = isRouter(found.path) && (await engineOf()).isPure(found.path)));
    return isPure ? { path: found.path, suffix: found.suffix, sideEffects: false } : undefined;
  });
}

function isRouter(file: string): boolean {
  try {
    return /\.[cm]?[jt]sx?$/.test(file) && readFileSync(file, 'utf8').includes('defineRouter');
  } catch {
    return false;
  }
}
