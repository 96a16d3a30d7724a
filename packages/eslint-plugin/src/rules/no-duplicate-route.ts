import { createRule, type Rule } from '../create-rule.ts';
import { onRouterCalls } from '../router-calls.ts';
import { createOnce, nameOfPlace, quote } from '../say.ts';

export const noDuplicateRoute: Rule = createRule({
  name: 'no-duplicate-route',
  meta: {
    type: 'problem',
    docs: { description: 'disallow a task twice in one table', preset: 'recommended' },
    schema: [],
    messages: {
      duplicate:
        'The route {{task}} stands in the table already ({{first}}): the later line wins. Drop one of the two.',
      duplicateElsewhere:
        'The route {{task}} stands twice in the table of {{router}} ({{first}} and {{again}}): the later line wins. Drop one of the two.',
    },
  },
  create: (context) => {
    const once = createOnce();
    return onRouterCalls(context, ({ routers, file, settings }) => {
      for (const router of routers) {
        for (const { key, first, again } of router.duplicates) {
          if (!once(key, again)) continue;
          const data = {
            task: quote(key),
            router: router.name,
            first: nameOfPlace(first, settings),
            again: nameOfPlace(again, settings),
          };
          if (again.file === file)
            context.report({ loc: { line: again.line, column: again.column - 1 }, messageId: 'duplicate', data });
          else
            context.report({
              loc: { line: router.place.line, column: router.place.column - 1 },
              messageId: 'duplicateElsewhere',
              data,
            });
        }
      }
    });
  },
});
