import type { Path, TaskrouteSettings } from './taskroute-settings.ts';

/** What the package gives: no other package's types, so that any ESLint's own take it. */
export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: 'taskroute' };
  readonly rules: Record<string, PluginRule>;
  /** Without any setting. They do not suit `eslint --cache`: an edit of a table does not change their cache's key. */
  readonly configs: Record<Preset, PresetConfig>;
  /** A preset with the repository's own routers, right under `eslint --cache` too. */
  readonly config: (options?: ConfigOptions) => Configured;
}

/** A rule as a host takes it. */
export interface PluginRule {
  readonly meta: {
    readonly type: 'problem' | 'suggestion' | 'layout';
    readonly docs?: { readonly description: string; readonly url: string; readonly preset: Preset };
    readonly messages: Record<string, string>;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- hosts differ in their types of a context
  readonly create: (context: any) => RuleListener;
}

/** What is told of a file's nodes, by a selector each. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- ESLint's own words: each listener takes a node of its kind
export type RuleListener = Record<string, ((node: any) => void) | undefined>;

export type Preset = 'recommended' | 'strict' | 'stylistic';

/** A preset for ESLint's flat config. It is for every file of a language with scopes; the rules keep out of others. */
export interface PresetConfig {
  readonly name: string;
  // Not the plugin's own type: ESLint's types lose their way in a preset that holds a plugin that holds the preset.
  readonly plugins: { readonly taskroute: Pick<Plugin, 'meta' | 'rules'> };
  readonly rules: Record<`taskroute/${string}`, 'error'>;
}

/** What `config()` takes. What is left out is read in `taskroute.json`; relative paths start at its folder. */
export interface ConfigOptions extends TaskrouteSettings {
  /** The folder of `taskroute.json`; else it is looked for from the calling file upwards. */
  readonly root?: Path | undefined;
  /** `'recommended'` where it is left out. */
  readonly preset?: Preset | readonly Preset[] | undefined;
}

/** What `config()` gives: an entry of ESLint's flat config. */
export interface Configured extends PresetConfig {
  readonly settings: { readonly taskroute: TaskrouteSettings & { readonly digest: Digest } };
}

/** Stands in the settings for the content of every file that was read to resolve the routers. */
export interface Digest {
  readonly toJSON: () => string;
}
