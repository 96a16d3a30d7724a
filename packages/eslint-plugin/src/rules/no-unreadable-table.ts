import type { Gap, Place, RouterSource } from '@taskroute/source';
import { createRule, type Rule } from '../create-rule.ts';
import { onRouterCalls, type RouterCalls } from '../router-calls.ts';
import { createOnce, nameOfPlace } from '../say.ts';

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
    },
  },
  create: (context) => {
    const once = createOnce();

    function sayOf(found: RouterCalls, router: RouterSource): void {
      const { file, settings } = found;
      const trouble = (isFault: boolean, { reason, at }: { readonly reason: string; readonly at: Point }): void => {
        const here = at.file === file && !found.inTemplate;
        const where = nameOfPlace(at, settings);
        const loc = here ? { line: at.line, column: at.column - 1 } : firstUse(found, router);
        // One line of a file is not blamed twice for what stands elsewhere.
        if (loc === null || !once(router.id, here ? [reason, where] : 'elsewhere')) return;
        const data = { router: router.name, reason, where };
        if (here) context.report({ loc, messageId: isFault ? 'fault' : 'gap', data });
        else context.report({ loc, messageId: isFault ? 'faultElsewhere' : 'gapElsewhere', data });
      };
      for (const fault of router.faults) trouble(true, { reason: fault.message, at: fault.place });
      for (const gap of router.gaps) trouble(false, { reason: gap.reason, at: gap });
    }

    return onRouterCalls(context, (found) => {
      for (const { reason, line, column } of found.findings)
        context.report({ loc: { line, column: column - 1 }, messageId: 'file', data: { reason } });
      for (const gap of configFindings(found, context.sourceCode.text)) {
        const data = { reason: gap.reason, where: nameOfPlace(gap, found.settings) };
        context.report({ loc: { line: 1, column: 0 }, messageId: 'config', data });
      }
      for (const router of routersOf(found)) sayOf(found, router);
    });
  },
});

type Point = Pick<Place, 'file' | 'line' | 'column'>;

function routersOf({ calls, escapes, routers }: RouterCalls): readonly RouterSource[] {
  const all = [...routers, ...calls.map(({ router }) => router), ...escapes.map(({ router }) => router)];
  return [...new Map(all.map((router) => [router.id, router])).values()];
}

/** Where a router is first spoken of in the linted file. */
function firstUse(found: RouterCalls, router: RouterSource) {
  const use = [...found.calls, ...found.escapes].find((each) => each.router.id === router.id);
  if (use !== undefined) return found.at(use.node);
  return router.file === found.file ? { line: router.place.line, column: router.place.column - 1 } : null;
}

/** While taskroute.json is wrong, what it declares is not seen: in any file that imports something. */
function configFindings({ settings, inTemplate }: RouterCalls, text: string): readonly Gap[] {
  if (inTemplate || !/\b(?:import|require|export)\b/.test(text)) return [];
  return settings.findings();
}
