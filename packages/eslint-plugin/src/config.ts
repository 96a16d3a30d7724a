import { dirname } from 'node:path';
import { callerOf } from './caller.ts';
import { digestOf } from './digest.ts';
import { givenOf, pathFrom, type TaskrouteSettings } from './given.ts';
import type { ConfigOptions, Configured, Plugin, PresetConfig } from './plugin.ts';
import { rulesOf } from './presets.ts';
import { rootAbove } from './settings.ts';

const OPTIONS: readonly string[] = ['routers', 'wrappers', 'models', 'lowered', 'preset', 'root'];

/**
 * The configuration for a repository with named routers: a preset, and settings that hold whatever the working directory is.
 *
 * Shape: the settings carry a digest, which ESLint asks for when it computes the key of its cache.
 * Errors: a `TypeError` on an option or a preset that does not exist.
 */
export function createConfig(
  plugin: Plugin,
  options: ConfigOptions,
  called: (options: ConfigOptions) => unknown,
): Configured {
  const strange = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (strange !== undefined)
    throw new TypeError(
      `taskroute.config has no option ${JSON.stringify(strange)}; write one of ${OPTIONS.join(', ')}.`,
    );
  const { preset = 'recommended', root, ...rest } = options;
  const presets = typeof preset === 'string' ? [preset] : preset;
  const start = root === undefined ? folderOf(called) : pathFrom(process.cwd(), root);
  const settings = absolute(rest, rootAbove(start) ?? start);
  return {
    name: `taskroute/config(${presets.join(', ')})`,
    plugins: { taskroute: plugin },
    rules: Object.assign({}, ...presets.map((each) => rulesOf(plugin.rules, each))) as PresetConfig['rules'],
    settings: { taskroute: { ...settings, digest: { toJSON: () => digestOf(settings) } } },
  };
}

function folderOf(called: (options: ConfigOptions) => unknown): string {
  const file = callerOf(called);
  return file === null ? process.cwd() : dirname(file);
}

/** The settings with every path absolute: they mean the same in every process. */
function absolute(options: TaskrouteSettings, root: string): TaskrouteSettings {
  const { modules, config } = givenOf({ ...options, root }, root);
  return { ...config, ...(config?.routers !== undefined && { routers: [...modules, ...config.routers] }), root };
}
