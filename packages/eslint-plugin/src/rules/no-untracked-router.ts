import { createRule, type Rule } from '../create-rule.ts';
import { visible } from '../quote.ts';
import { onRouterCalls } from '../router-calls.ts';
import { createOnce } from '../say.ts';

export const noUntrackedRouter: Rule = createRule({
  name: 'no-untracked-router',
  meta: {
    type: 'problem',
    docs: { description: 'disallow handing a router to where its calls cannot be followed', preset: 'strict' },
    schema: [],
    messages: {
      escapes:
        "Cannot verify the calls that follow: the router's function {{reason}}. Call it here, or declare what calls it as a wrapper in taskroute.json.",
    },
  },
  create: (context) => {
    const once = createOnce();
    return onRouterCalls(context, (found) => {
      for (const { node, reason } of found.escapes) {
        if (!once(found.rangeOf(node))) continue;
        context.report({ loc: found.at(node), messageId: 'escapes', data: { reason: visible(reason) } });
      }
    });
  },
});
