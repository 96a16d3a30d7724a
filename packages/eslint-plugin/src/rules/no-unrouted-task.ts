import { nearTasks } from '@taskroute/router/table';
import { verdictOf, type KnownValue, type RouterCall, type RouterSource } from '@taskroute/source';
import type { ReportSuggestionArray } from '@typescript-eslint/utils/ts-eslint';
import { createRule, type Rule } from '../create-rule.ts';
import { onRouterCalls, type RouterCalls } from '../router-calls.ts';
import { createOnce, listOf, nameOfPlace, nameOfTable, quote } from '../say.ts';
import { writtenText } from '../written-text.ts';

export const noUnroutedTask: Rule = createRule({
  name: 'no-unrouted-task',
  meta: {
    type: 'problem',
    docs: { description: 'disallow tasks that the table does not list', preset: 'recommended' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        description: 'What is taken for a route.',
        properties: {
          domains: {
            type: 'string',
            description:
              "Whether the default of a domain (`'content/*'`) is a route for what the domain does not list.",
            enum: ['closed', 'open'],
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ domains: 'closed' }],
    messages: {
      unrouted: 'No route for the task {{task}} in {{table}}: the default gives it {{model}}. {{mend}}',
      domain: 'No route of its own for the task {{task}} in {{table}}: {{from}} gives it {{model}}. {{mend}}',
      ruled:
        'No route for the task {{task}} in {{table}}: at run time a rule ({{rules}}) decides, or else the default gives it {{model}}. {{mend}}',
      unverified: 'Cannot verify the task {{task}}: {{reason}}.',
      replace: 'Write {{task}}.',
    },
  },
  create: (context) => {
    const { domains }: { readonly domains: Domains } = context.options[0];
    const once = createOnce();

    function suggestionsFor(
      found: RouterCalls,
      { router, task }: RouterCall,
      value: KnownValue,
    ): ReportSuggestionArray<'replace'> {
      const written = writtenText(found, context.sourceCode, task, value);
      if (written === null) return [];
      return nearNames(router, value.value).map((name) => ({
        messageId: 'replace',
        data: { task: quote(name) },
        fix: (fixer) => fixer.replaceTextRange(written.range, written.quotedAs(name)),
      }));
    }

    return onRouterCalls(context, (found) => {
      for (const call of found.calls) {
        for (const value of call.task.values) {
          const sentence = sentenceOn(found, call, value.value, domains);
          if (sentence === null || !once(found.rangeOf(value.node), sentence)) continue;
          context.report({ loc: found.at(value.node), ...sentence, suggest: suggestionsFor(found, call, value) });
        }
      }
    });
  },
});

type Domains = 'closed' | 'open';

interface Sentence {
  readonly messageId: 'unrouted' | 'domain' | 'ruled' | 'unverified';
  readonly data: Readonly<Record<string, string>>;
}

/** What is to be said of a task; null where the table lists it, or an override is final, whatever else the call asks. */
function sentenceOn(
  { settings }: RouterCalls,
  { router, options }: RouterCall,
  task: string,
  domains: Domains,
): Sentence | null {
  for (const choice of options.choices) {
    const verdict = verdictOf(router, task, choice);
    // What the router refuses is another rule's sentence.
    if (verdict.kind === 'refused') continue;
    const { decision } = verdict;
    if (verdict.kind === 'unknown' && (decision === null || router.gaps.length > 0))
      return {
        messageId: 'unverified',
        data: { task: quote(task), reason: doubtOf(router, settings) ?? verdict.reason },
      };
    if (decision === null || decision.via === 'route' || decision.via === 'override') continue;
    if (decision.via === 'domain' && domains === 'open') continue;

    const names = nearNames(router, task);
    const data = {
      task: quote(task),
      table: nameOfTable(router, settings),
      model: quote(decision.routed),
      mend: names.length > 0 ? `Did you mean ${listOf(names)}? Else add a line for it.` : 'Add a line for it.',
    };
    if (decision.via === 'domain') return { messageId: 'domain', data: { ...data, from: quote(decision.from ?? '') } };
    if (verdict.kind === 'decided') return { messageId: 'unrouted', data };
    return { messageId: 'ruled', data: { ...data, rules: [router.rules].flat().join(', ') } };
  }
  return null;
}

/** Why the table is not known, with a place that is the same on every machine. */
function doubtOf({ gaps: [gap] }: RouterSource, settings: RouterCalls['settings']): string | null {
  return gap === undefined ? null : `${gap.reason} (${nameOfPlace(gap, settings)})`;
}

function nearNames({ table }: RouterSource, task: string): readonly string[] {
  return table === null ? [] : nearTasks(table, task, 3);
}
