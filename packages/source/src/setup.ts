export { addToFlatConfig, type FlatConfigEdit, type FlatConfigEntry } from './setup/flat-config.ts';
export { lintUse, type LintUse } from './setup/lint-use.ts';
export { pluginUses, type PluginUse } from './setup/plugin-uses.ts';
