import { contradictionOf, SENTENCES, strayOptions, unknownModels } from '@taskroute/source/findings';
import { createRule, type Rule } from '../create-rule.ts';
import { createOnce } from '../once.ts';
import { REPLACE, replacements } from '../replacements.ts';
import { onRouterCalls } from '../router-calls.ts';

export const noUnknownModel: Rule = createRule({
  name: 'no-unknown-model',
  meta: {
    type: 'problem',
    docs: { description: 'disallow overrides and hints that the router refuses', preset: 'recommended' },
    hasSuggestions: true,
    schema: [],
    messages: { ...SENTENCES['no-unknown-model'], replace: REPLACE },
  },
  create: (context) => {
    const once = createOnce();

    return onRouterCalls(context, (found) => {
      for (const call of found.calls) {
        for (const { node, messageId, data } of strayOptions(call))
          if (once(found.rangeOf(node), messageId, data)) context.report({ loc: found.at(node), messageId, data });
        for (const { option, of, value, names, messageId, data } of unknownModels(call)) {
          if (!once(found.rangeOf(value.node), option, call.router.id, value.value)) continue;
          context.report({
            loc: found.at(value.node),
            messageId,
            data,
            suggest: replacements(found, context.sourceCode, of, value, names).map((each) => ({
              messageId: 'replace',
              ...each,
            })),
          });
        }
        const contradiction = contradictionOf(call);
        if (contradiction === null || !once(found.rangeOf(contradiction.node), call.router.id)) continue;
        const { node, messageId, data } = contradiction;
        context.report({ loc: found.at(node), messageId, data });
      }
    });
  },
});
