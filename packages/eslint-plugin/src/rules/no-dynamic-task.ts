import { doubtsOfCall, SENTENCES } from '@taskroute/source/findings';
import { createRule, type Rule } from '../create-rule.ts';
import { createOnce } from '../once.ts';
import { onRouterCalls } from '../router-calls.ts';

export const noDynamicTask: Rule = createRule({
  name: 'no-dynamic-task',
  meta: {
    type: 'problem',
    docs: { description: 'disallow tasks and options whose values cannot all be known', preset: 'strict' },
    schema: [],
    messages: SENTENCES['no-dynamic-task'],
  },
  create: (context) => {
    const once = createOnce();
    return onRouterCalls(context, (found) => {
      for (const { node, messageId, data } of found.calls.flatMap(doubtsOfCall))
        if (once(found.rangeOf(node))) context.report({ loc: found.at(node), messageId, data });
    });
  },
});
