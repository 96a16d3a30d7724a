import { dirname } from 'node:path';
import { callerOf } from './caller.ts';
import { digestOf } from './digest.ts';
import { checkSettings } from './check-settings.ts';
import { givenOf } from './given.ts';
import { pathFrom } from './path-from.ts';
import type { ConfigOptions, Configured, Plugin, Preset, PresetConfig } from './plugin.ts';
import { rulesOf } from './presets.ts';
import { quoteValue } from '@taskroute/source/findings';
import { rootAbove } from './settings.ts';
import type { TaskrouteSettings } from './taskroute-settings.ts';

/**
 * The configuration for a repository with named routers: a preset, and settings that hold whatever the working directory is.
 *
 * Shape: the settings carry a digest, which ESLint asks for when it computes the key of its cache.
 * Errors: a `TypeError` with everything that is wrong with the options.
 */
export function createConfig(
  plugin: Plugin,
  options: ConfigOptions,
  called: (options: ConfigOptions) => unknown,
): Configured {
  const { faults } = checkSettings(options, ['preset']);
  if (faults.length > 0) throw new TypeError(faults.map((fault) => `taskroute.config ${fault}.`).join('\n'));
  const { preset = 'recommended', root, ...rest } = options;
  const presets = presetsOf(preset);
  const start = root === undefined ? folderOf(called) : (pathFrom(process.cwd(), root) ?? process.cwd());
  const settings = absolute(rest, rootAbove(start) ?? start);
  return {
    name: `taskroute/config(${presets.join(', ')})`,
    plugins: { taskroute: plugin },
    rules: Object.assign({}, ...presets.map((each) => rulesOf(plugin.rules, each))) as PresetConfig['rules'],
    settings: { taskroute: { ...settings, digest: { toJSON: () => digestOf(settings) } } },
  };
}

function presetsOf(preset: unknown): readonly Preset[] {
  if (typeof preset !== 'string' && !Array.isArray(preset))
    throw new TypeError(`taskroute.config takes preset as a name or a list of them; it got ${quoteValue(preset)}.`);
  // A name that does not exist is refused where its rules are looked for.
  return [preset].flat() as readonly Preset[];
}

function folderOf(called: (options: ConfigOptions) => unknown): string {
  const file = callerOf(called);
  return file === null ? process.cwd() : dirname(file);
}

/** The settings with every path absolute: they mean the same in every process. */
function absolute(options: TaskrouteSettings, root: string): TaskrouteSettings {
  const { modules, config } = givenOf({ ...options, root }, root);
  const routers = [...modules, ...(config?.routers ?? [])];
  return { ...config, ...(routers.length > 0 && { routers }), root };
}
