import type { JSONSchema } from '@typescript-eslint/utils';
import type { RuleContext } from '@typescript-eslint/utils/ts-eslint';
import type { PluginRule, Preset, RuleListener } from './plugin.ts';

/** A rule as it is written here: what a host takes, and what the texts about it are made from. */
export interface Rule extends PluginRule {
  readonly meta: PluginRule['meta'] & {
    readonly fixable?: 'code';
    readonly hasSuggestions?: true;
    readonly schema: JSONSchema.JSONSchema4[];
    readonly defaultOptions?: readonly unknown[];
  };
}

interface Definition<MessageId extends string, Options extends readonly unknown[]> {
  readonly name: string;
  readonly meta: Omit<Rule['meta'], 'docs' | 'messages' | 'defaultOptions'> & {
    readonly docs: { readonly description: string; readonly preset: Preset };
    readonly defaultOptions?: Options;
    readonly messages: Readonly<Record<MessageId, string>>;
  };
  readonly create: (context: Readonly<RuleContext<MessageId, Options>>) => RuleListener;
}

const PAGES = 'https://github.com/taskroute/taskroute/blob/main/packages/eslint-plugin/docs/rules';

/** A rule with the address of its page. Options are what `meta.defaultOptions` says: ESLint merges the user's over them. */
export function createRule<MessageId extends string, const Options extends readonly unknown[] = []>(
  definition: Definition<MessageId, Options>,
): Rule {
  const { name, meta, create } = definition;
  return { meta: { ...meta, docs: { ...meta.docs, url: `${PAGES}/${name}.md` } }, create };
}
