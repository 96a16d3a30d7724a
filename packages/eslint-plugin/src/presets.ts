import type { Plugin, Preset, PresetConfig } from './plugin.ts';

/** Which rules' presets a preset is made of. */
const PARTS: Readonly<Record<Preset, readonly Preset[]>> = {
  recommended: ['recommended'],
  strict: ['recommended', 'strict'],
  stylistic: ['stylistic'],
};

export const PRESETS: readonly Preset[] = ['recommended', 'strict', 'stylistic'];

/** A rule that says which preset it belongs to. */
interface Placed {
  readonly meta: { readonly docs?: { readonly preset: Preset } | undefined };
}

/** The rules that a preset switches on. Errors: a `TypeError` on a preset that does not exist. Source: their `meta.docs.preset`. */
export function rulesOf(rules: Readonly<Record<string, Placed>>, preset: Preset): PresetConfig['rules'] {
  if (!PRESETS.includes(preset))
    throw new TypeError(`There is no preset ${JSON.stringify(preset)}; write one of ${PRESETS.join(', ')}.`);
  const on = Object.entries(rules).filter(
    ([, { meta }]) => meta.docs !== undefined && PARTS[preset].includes(meta.docs.preset),
  );
  return Object.fromEntries(on.map(([name]) => [`taskroute/${name}`, 'error']));
}

export function presetOf(plugin: Plugin, preset: Preset): PresetConfig {
  return { name: `taskroute/${preset}`, plugins: { taskroute: plugin }, rules: rulesOf(plugin.rules, preset) };
}
