import type { RouterSource } from '@taskroute/source';
import { nameOfPlace, SENTENCES, tableFaults, visible } from '@taskroute/source/findings';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { createRule, type Rule } from '../create-rule.ts';
import { onRouterCalls, type RouterCalls } from '../router-calls.ts';
import { createOnce } from '../once.ts';
import { spotOf } from '../spot.ts';

export const noUnreadableTable: Rule = createRule({
  name: 'no-unreadable-table',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow tables that cannot be read in full, and routers that cannot be found',
      preset: 'recommended',
    },
    schema: [],
    messages: SENTENCES['no-unreadable-table'],
  },
  create: (context) => {
    const once = createOnce();

    function sayOf(found: RouterCalls, router: RouterSource): void {
      for (const { messageId, data, at } of tableFaults(router, found.settings.root)) {
        const here = at.file === found.file && !found.inTemplate;
        const loc = here ? spotOf(context.sourceCode, at) : firstUse(found, router, context.sourceCode);
        // One line of a file is not blamed twice for what stands elsewhere.
        if (loc === null || !once(router.id, here ? data : 'elsewhere')) continue;
        context.report({ loc, messageId: here ? messageId : ELSEWHERE[messageId], data });
      }
    }

    return onRouterCalls(context, (found) => {
      for (const gap of found.findings)
        context.report({
          loc: spotOf(context.sourceCode, gap),
          messageId: 'file',
          data: { reason: visible(gap.reason) },
        });
      if (isSpokenTo(found, context.sourceCode.text)) {
        for (const reason of found.settings.faults)
          context.report({ loc: START, messageId: 'settings', data: { reason } });
        for (const gap of found.settings.findings()) {
          const data = { reason: visible(gap.reason), where: nameOfPlace(gap, found.settings.root) };
          context.report({ loc: START, messageId: 'config', data });
        }
      }
      for (const router of routersOf(found)) sayOf(found, router);
    });
  },
});

const ELSEWHERE = { fault: 'faultElsewhere', gap: 'gapElsewhere' } as const;

const START = { line: 1, column: 0 } as const;

function routersOf({ calls, escapes, routers }: RouterCalls): readonly RouterSource[] {
  const all = [...routers, ...calls.map(({ router }) => router), ...escapes.map(({ router }) => router)];
  return [...new Map(all.map((router) => [router.id, router])).values()];
}

/** Where a router is first spoken of in the linted file. */
function firstUse(found: RouterCalls, router: RouterSource, sourceCode: Readonly<SourceCode>) {
  const use = [...found.calls, ...found.escapes].find((each) => each.router.id === router.id);
  if (use !== undefined) return found.at(use.node);
  return router.file === found.file ? spotOf(sourceCode, router.place) : null;
}

/** While the settings or taskroute.json are wrong, what they declare is not seen: in any file that imports something. */
function isSpokenTo({ inTemplate }: RouterCalls, text: string): boolean {
  return !inTemplate && /\b(?:import|require|export)\b/.test(text);
}
