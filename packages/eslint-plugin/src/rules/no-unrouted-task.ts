import { missingTasks, SENTENCES, unroutedTasks, type Domains } from '@taskroute/source/findings';
import { createRule, type Rule } from '../create-rule.ts';
import { createOnce } from '../once.ts';
import { REPLACE, replacements } from '../replacements.ts';
import { onRouterCalls } from '../router-calls.ts';
import { keyInVain } from '../tasks-key.ts';

export const noUnroutedTask: Rule = createRule({
  name: 'no-unrouted-task',
  meta: {
    type: 'problem',
    docs: { description: 'disallow tasks that the table does not list', preset: 'recommended' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        description: 'What is taken for a route.',
        properties: {
          domains: {
            type: 'string',
            description:
              "Whether the default of a domain (`'content/*'`) is a route for what the domain does not list.",
            enum: ['closed', 'open'],
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ domains: 'closed' }],
    messages: { ...SENTENCES['no-unrouted-task'], replace: REPLACE },
  },
  create: (context) => {
    const { domains }: { readonly domains: Domains } = context.options[0];
    const once = createOnce();

    return onRouterCalls(context, (found) => {
      const { root } = found.settings;
      for (const call of found.calls) {
        for (const { value, names, messageId, data } of unroutedTasks(call, root, domains)) {
          if (!once(found.rangeOf(value.node), messageId, data)) continue;
          context.report({
            loc: found.at(value.node),
            messageId,
            data,
            suggest: replacements(found, context.sourceCode, call.task, value, names).map((each) => ({
              messageId: 'replace',
              ...each,
            })),
          });
        }
        for (const { gap, names, messageId, data } of missingTasks(call, root)) {
          const key = keyInVain(found, context.sourceCode, call.task, gap);
          if (!once(key.loc, data)) continue;
          const suggest = names.flatMap((name) => key.replacement(name) ?? []);
          context.report({
            loc: key.loc,
            messageId,
            data,
            suggest: suggest.map((each) => ({ messageId: 'replace', ...each })),
          });
        }
      }
    });
  },
});
