import { faultsOf, nearTasks } from '@taskroute/router/table';
import { verdictOf, type RouterCall, type RouterSource } from '@taskroute/source';
import { createRule, type Rule } from '../create-rule.ts';
import { listOf, quote, visible } from '../quote.ts';
import { REPLACE, replacements } from '../replacements.ts';
import { onRouterCalls, type RouterCalls } from '../router-calls.ts';
import { createOnce, nameOfPlace, nameOfTable } from '../say.ts';
import { keysInVain } from '../tasks-key.ts';

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
      missing: 'No route {{task}} in {{table}}: what tasks hands out for it is undefined at run time. {{mend}}',
      replace: REPLACE,
    },
  },
  create: (context) => {
    const { domains }: { readonly domains: Domains } = context.options[0];
    const once = createOnce();

    return onRouterCalls(context, (found) => {
      for (const call of found.calls) {
        for (const value of call.task.values) {
          const sentence = sentenceOn(found, call, value.value, domains);
          if (sentence === null || !once(found.rangeOf(value.node), sentence)) continue;
          // Against lines that are not all known, another name is no better than this one.
          const names = sentence.messageId === 'unverified' ? [] : nearNames(call.router, value.value);
          context.report({
            loc: found.at(value.node),
            ...sentence,
            suggest: replacements(found, context.sourceCode, call.task, value, names).map((each) => ({
              messageId: 'replace',
              ...each,
            })),
          });
        }
        for (const key of keysInVain(found, context.sourceCode, call.task)) {
          const data = {
            task: quote(key.name),
            table: nameOfTable(call.router, found.settings),
            mend: mendOf(call.router, key.name),
          };
          if (!once(key.loc, data)) continue;
          const suggest = nearNames(call.router, key.name).flatMap((name) => key.replacement(name) ?? []);
          context.report({
            loc: key.loc,
            messageId: 'missing',
            data,
            suggest: suggest.map((each) => ({ messageId: 'replace', ...each })),
          });
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
        data: { task: quote(task), reason: visible(doubtOf(router, settings) ?? verdict.reason) },
      };
    if (decision === null || decision.via === 'route' || decision.via === 'override') continue;
    // `content/*` asked for by its name, say from the table's own keys, is a line of the table.
    if (decision.via === 'domain' && (domains === 'open' || decision.from === task)) continue;

    const data = {
      task: quote(task),
      table: nameOfTable(router, settings),
      model: quote(decision.routed),
      mend: mendOf(router, task),
    };
    if (decision.via === 'domain') return { messageId: 'domain', data: { ...data, from: quote(decision.from ?? '') } };
    if (verdict.kind === 'decided') return { messageId: 'unrouted', data };
    return { messageId: 'ruled', data: { ...data, rules: visible([router.rules].flat().join(', ')) } };
  }
  return null;
}

/** What to do about a task without a route. */
function mendOf(router: RouterSource, task: string): string {
  const names = nearNames(router, task);
  const near = `Did you mean ${listOf(names)}?`;
  if (!isName(task))
    return names.length > 0
      ? `${near} No table takes a line of this name.`
      : 'No table takes a line of this name: give the task another.';
  return names.length > 0 ? `${near} Else add a line for it.` : 'Add a line for it.';
}

/** Whether a table can have a line for a task: asked of the router, with a table that has this line alone. */
function isName(task: string): boolean {
  return faultsOf({ tiers: ['any'], default: 'any', routes: Object.fromEntries([[task, 'any']]) }).length === 0;
}

/** Why the table is not known, with a place that is the same on every machine. */
function doubtOf({ gaps: [gap] }: RouterSource, settings: RouterCalls['settings']): string | null {
  return gap === undefined ? null : `${gap.reason} (${nameOfPlace(gap, settings)})`;
}

function nearNames({ table }: RouterSource, task: string): readonly string[] {
  return table === null ? [] : nearTasks(table, task, 3);
}
