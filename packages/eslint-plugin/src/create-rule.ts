import type { RuleContext, RuleListener, RuleModule } from '@typescript-eslint/utils/ts-eslint';

/** The preset that switches a rule on. */
type Preset = 'recommended' | 'strict' | 'stylistic';

interface RuleDocs {
  readonly description: string;
  readonly preset: Preset;
  readonly url: string;
}

/** A rule as ESLint and oxlint take it, whatever its messages and options are. */
export type Rule = RuleModule<string, readonly unknown[], RuleDocs>;

interface Definition<MessageId extends string, Options extends readonly unknown[]> {
  readonly name: string;
  readonly meta: {
    readonly type: 'problem' | 'suggestion' | 'layout';
    readonly docs: Omit<RuleDocs, 'url'>;
    readonly fixable?: 'code';
    readonly hasSuggestions?: true;
    readonly schema: Rule['meta']['schema'];
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
