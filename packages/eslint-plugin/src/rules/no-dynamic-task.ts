import { createRule, type Rule } from '../create-rule.ts';
import { visible } from '../quote.ts';
import { onRouterCalls } from '../router-calls.ts';
import { createOnce } from '../say.ts';
import { isOnlyInVain } from '../tasks-key.ts';

export const noDynamicTask: Rule = createRule({
  name: 'no-dynamic-task',
  meta: {
    type: 'problem',
    docs: { description: 'disallow tasks and options whose values cannot all be known', preset: 'strict' },
    schema: [],
    messages: {
      task: 'Cannot verify every task of this call: the task {{reason}}. Write the tasks out, or narrow its type to them.',
      options:
        'Cannot verify the options of this call: an option {{reason}}. Write the models out, or narrow its type to them.',
    },
  },
  create: (context) => {
    const once = createOnce();
    return onRouterCalls(context, (found) => {
      for (const { task, options, within, node } of found.calls) {
        // What a declared function hands on comes from its callers, which are judged themselves.
        if (within !== null) continue;
        // A key of `tasks` that the table does not have is known, and no-unrouted-task's.
        if (!task.complete && !isOnlyInVain(task) && once(found.rangeOf(task.node)))
          context.report({
            loc: found.at(task.node),
            messageId: 'task',
            data: { reason: visible(task.reason ?? 'is not known') },
          });
        const given = options.node ?? node;
        if (!options.complete && once(found.rangeOf(given)))
          context.report({
            loc: found.at(given),
            messageId: 'options',
            data: { reason: visible(options.reason ?? 'is not known') },
          });
      }
    });
  },
});
