import { nearTasks } from '@taskroute/router/table';
import { verdictOf, type RouterCall, type RouterSource } from '@taskroute/source';
import { createRule, type Rule } from '../create-rule.ts';
import { REPLACE, replacements } from '../replacements.ts';
import { onRouterCalls } from '../router-calls.ts';
import { listOf, quote, visible } from '../quote.ts';
import { createOnce } from '../say.ts';

const NAMES = ['override', 'atLeast', 'atMost'] as const;

export const noUnknownModel: Rule = createRule({
  name: 'no-unknown-model',
  meta: {
    type: 'problem',
    docs: { description: 'disallow overrides and hints that the router refuses', preset: 'recommended' },
    hasSuggestions: true,
    schema: [],
    messages: {
      unknown: '{{option}} is {{model}}, which is not a tier of {{router}}: the call throws. Write {{tiers}}.',
      contradictory: 'The call throws: {{reason}}',
      replace: REPLACE,
    },
  },
  create: (context) => {
    const once = createOnce();

    return onRouterCalls(context, (found) => {
      for (const call of found.calls) {
        const { router, options } = call;
        for (const option of NAMES) {
          const of = options[option];
          if (of === null) continue;
          for (const value of of.values) {
            if (codeOf(call, { [option]: value.value }) !== 'TASKROUTE_UNKNOWN_MODEL') continue;
            if (!once(found.rangeOf(value.node), option, router.id, value.value)) continue;
            context.report({
              loc: found.at(value.node),
              messageId: 'unknown',
              data: { option, model: quote(value.value), router: visible(router.name), tiers: listOf(router.tiers) },
              suggest: replacements(found, context.sourceCode, of, value, nearTiers(router, value.value)).map(
                (each) => ({
                  messageId: 'replace',
                  ...each,
                }),
              ),
            });
          }
        }
        const error = contradictionOf(call);
        if (error === null || options.node === null) continue;
        if (!once(found.rangeOf(options.node), router.id)) continue;
        context.report({ loc: found.at(options.node), messageId: 'contradictory', data: { reason: visible(error) } });
      }
    });
  },
});

function codeOf(call: RouterCall, options: Partial<Record<(typeof NAMES)[number], string>>): string | null {
  const verdict = verdictOf(call.router, taskOf(call), options);
  return verdict.kind === 'refused' ? verdict.error.code : null;
}

/** What a tier is asked for does not change whether it is one. */
function taskOf({ task }: RouterCall): string {
  return task.values[0]?.value ?? '';
}

function contradictionOf(call: RouterCall): string | null {
  for (const choice of call.options.choices) {
    const verdict = verdictOf(call.router, taskOf(call), choice);
    if (verdict.kind === 'refused' && verdict.error.code === 'TASKROUTE_CONTRADICTORY_HINTS')
      return verdict.error.message;
  }
  return null;
}

/** The tiers that a misspelt one may stand for, or else all of them. */
function nearTiers({ tiers, default: fallback }: RouterSource, model: string): readonly string[] {
  const routes = Object.fromEntries(tiers.map((tier) => [tier, tier]));
  const near = nearTasks({ tiers, default: fallback ?? '', routes }, model, 3);
  return near.length > 0 ? near : tiers;
}
