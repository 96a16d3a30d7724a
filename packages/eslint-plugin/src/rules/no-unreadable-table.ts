import type { RouterSource } from '@taskroute/source';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { createRule, type Rule } from '../create-rule.ts';
import { visible } from '../quote.ts';
import { onRouterCalls, type RouterCalls } from '../router-calls.ts';
import { createOnce, nameOfPlace } from '../say.ts';
import { spotOf, type Spot } from '../spot.ts';

export const noUnreadableTable: Rule = createRule({
  name: 'no-unreadable-table',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow tables that cannot be read in full, and routers that cannot be found',
      preset: 'recommended',
    },
    schema: [],
    messages: {
      gap: 'Cannot verify: {{reason}}. Not every route of {{router}} is known; write its table out, so that it can be read without running it.',
      gapElsewhere:
        'Cannot verify: {{reason}} ({{where}}). Not every route of {{router}} is known; write its table out, so that it can be read without running it.',
      fault: 'The router {{router}} is broken: {{reason}}.',
      faultElsewhere: 'The router {{router}} is broken: {{reason}} ({{where}}).',
      file: 'Cannot verify the tasks in this file: it {{reason}}.',
      config: 'Cannot verify the tasks in this file: {{where}} {{reason}}.',
      settings: 'Cannot verify the tasks in this file: settings.taskroute {{reason}}.',
    },
  },
  create: (context) => {
    const once = createOnce();

    function sayOf(found: RouterCalls, router: RouterSource): void {
      const { file, settings } = found;
      const trouble = (isFault: boolean, { reason, at }: { readonly reason: string; readonly at: Point }): void => {
        const here = at.file === file && !found.inTemplate;
        const where = nameOfPlace(at, settings);
        const loc = here ? spotOf(context.sourceCode, at) : firstUse(found, router, context.sourceCode);
        // One line of a file is not blamed twice for what stands elsewhere.
        if (loc === null || !once(router.id, here ? [reason, where] : 'elsewhere')) return;
        const data = { router: visible(router.name), reason: visible(reason), where };
        if (here) context.report({ loc, messageId: isFault ? 'fault' : 'gap', data });
        else context.report({ loc, messageId: isFault ? 'faultElsewhere' : 'gapElsewhere', data });
      };
      for (const fault of router.faults) trouble(true, { reason: fault.message, at: fault.place });
      for (const gap of router.gaps) trouble(false, { reason: gap.reason, at: gap });
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
          const data = { reason: visible(gap.reason), where: nameOfPlace(gap, found.settings) };
          context.report({ loc: START, messageId: 'config', data });
        }
      }
      for (const router of routersOf(found)) sayOf(found, router);
    });
  },
});

const START = { line: 1, column: 0 } as const;

interface Point extends Spot {
  readonly file: string;
}

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
