import { duplicateRoutes, SENTENCES } from '@taskroute/source/findings';
import { createRule, type Rule } from '../create-rule.ts';
import { createOnce } from '../once.ts';
import { onRouterCalls } from '../router-calls.ts';
import { spotOf } from '../spot.ts';

export const noDuplicateRoute: Rule = createRule({
  name: 'no-duplicate-route',
  meta: {
    type: 'problem',
    docs: { description: 'disallow a task twice in one table', preset: 'recommended' },
    schema: [],
    messages: SENTENCES['no-duplicate-route'],
  },
  create: (context) => {
    const once = createOnce();
    return onRouterCalls(context, ({ routers, file, settings }) => {
      for (const router of routers) {
        for (const { again, data } of duplicateRoutes(router, settings.root)) {
          const isHere = again.file === file;
          // A table of another file is that file's to speak of, and its router's.
          if (!isHere && router.file !== file) continue;
          if (!once(data['task'], again)) continue;
          const loc = spotOf(context.sourceCode, isHere ? again : router.place);
          context.report({ loc, messageId: isHere ? 'duplicate' : 'duplicateElsewhere', data });
        }
      }
    });
  },
});
