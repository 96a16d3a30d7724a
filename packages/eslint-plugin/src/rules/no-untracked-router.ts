import { doubtOfEscape, SENTENCES } from '@taskroute/source/findings';
import { createRule, type Rule } from '../create-rule.ts';
import { createOnce } from '../once.ts';
import { onRouterCalls } from '../router-calls.ts';

export const noUntrackedRouter: Rule = createRule({
  name: 'no-untracked-router',
  meta: {
    type: 'problem',
    docs: { description: 'disallow handing a router to where its calls cannot be followed', preset: 'strict' },
    schema: [],
    messages: SENTENCES['no-untracked-router'],
  },
  create: (context) => {
    const once = createOnce();
    return onRouterCalls(context, (found) => {
      for (const { node, messageId, data } of found.escapes.map(doubtOfEscape))
        if (once(found.rangeOf(node))) context.report({ loc: found.at(node), messageId, data });
    });
  },
});
