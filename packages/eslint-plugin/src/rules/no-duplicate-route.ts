import { createRule, type Rule } from '../create-rule.ts';
import { quote, visible } from '../quote.ts';
import { onRouterCalls } from '../router-calls.ts';
import { createOnce, nameOfPlace } from '../say.ts';
import { spotOf } from '../spot.ts';

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
          const isHere = again.file === file;
          // A table of another file is that file's to speak of, and its router's.
          if (!isHere && router.file !== file) continue;
          if (!once(key, again)) continue;
          const data = {
            task: quote(key),
            router: visible(router.name),
            first: nameOfPlace(first, settings),
            again: nameOfPlace(again, settings),
          };
          const loc = spotOf(context.sourceCode, isHere ? again : router.place);
          context.report({ loc, messageId: isHere ? 'duplicate' : 'duplicateElsewhere', data });
        }
      }
    });
  },
});
