import { createRequire } from 'node:module';
import { createConfig } from './config.ts';
import type { Plugin } from './plugin.ts';
import { presetOf } from './presets.ts';
import { rules } from './rules/index.ts';

// The version has one place.
const { name, version } = createRequire(import.meta.url)('../package.json') as { name: string; version: string };

const config: Plugin['config'] = (options = {}) => createConfig(plugin, options, config);

const plugin: Plugin = {
  meta: { name, version, namespace: 'taskroute' },
  rules,
  get configs() {
    return configs;
  },
  config,
};

// A preset holds the plugin, and the plugin its presets.
const configs: Plugin['configs'] = {
  recommended: presetOf(plugin, 'recommended'),
  strict: presetOf(plugin, 'strict'),
  stylistic: presetOf(plugin, 'stylistic'),
};

export default plugin;
// What `require` gives to a CommonJS configuration.
export { plugin as 'module.exports' };
export type {
  FileUrl,
  Path,
  RouterDeclaration,
  RouterModule,
  TaskrouteSettings,
  WrapperDeclaration,
} from './taskroute-settings.ts';
export type {
  ConfigOptions,
  Configured,
  Digest,
  Plugin,
  PluginRule,
  Preset,
  PresetConfig,
  RuleListener,
} from './plugin.ts';
