import { faultsOf, nearTasks } from '@taskroute/router/table';
import type { RouterCall } from '../call/calls.ts';
import type { KnownValue } from '../evaluate/values.ts';
import type { RouterSource } from '../router/router-source.ts';
import { verdictOf } from '../router/verdict.ts';
import type { Gap } from '../text/gap.ts';
import { listOf, quote, visible } from './quote.ts';
import { nameOfPlace, nameOfTable } from './say.ts';
import type { Said } from './sentences.ts';

/** Whether a domain's default is a route for what the domain does not list. */
export type Domains = 'closed' | 'open';

/** A task of a call that no line of its own serves. */
export interface UnroutedTask extends Said<'no-unrouted-task'> {
  readonly value: KnownValue;
  /** The listed tasks that it may stand for. */
  readonly names: readonly string[];
}

/** A key that is looked up in a router's `tasks`, which has none of that name. */
export interface MissingTask extends Said<'no-unrouted-task'> {
  readonly gap: Gap;
  readonly name: string;
  readonly names: readonly string[];
}

/** What is to be said of the tasks that a call can have. `root` is what the files in messages are named from. */
export function unroutedTasks(call: RouterCall, root: string, domains: Domains = 'closed'): readonly UnroutedTask[] {
  return call.task.values.flatMap((value) => {
    const sentence = sentenceOn(call, value.value, root, domains);
    if (sentence === null) return [];
    // Against lines that are not all known, another name is no better than this one.
    const names = sentence.messageId === 'unverified' ? [] : nearNames(call.router, value.value);
    return { rule: 'no-unrouted-task', ...sentence, value, names };
  });
}

/** The keys among what a task can be that the router's `tasks` does not have. */
export function missingTasks({ router, task }: RouterCall, root: string): readonly MissingTask[] {
  return task.gaps.flatMap((gap) => {
    if (gap.missing === undefined) return [];
    const name = gap.missing;
    const data = { task: quote(name), table: nameOfTable(router, root), mend: mendOf(router, name) };
    return { rule: 'no-unrouted-task', messageId: 'missing', data, gap, name, names: nearNames(router, name) };
  });
}

type Sentence = Pick<Said<'no-unrouted-task'>, 'messageId' | 'data'>;

/** What is to be said of a task; null where the table lists it, or an override is final, whatever else the call asks. */
function sentenceOn({ router, options }: RouterCall, task: string, root: string, domains: Domains): Sentence | null {
  for (const choice of options.choices) {
    const verdict = verdictOf(router, task, choice);
    // What the router refuses is another rule's sentence.
    if (verdict.kind === 'refused') continue;
    const { decision } = verdict;
    if (verdict.kind === 'unknown' && (decision === null || router.gaps.length > 0))
      return {
        messageId: 'unverified',
        data: { task: quote(task), reason: visible(doubtOf(router, root) ?? verdict.reason) },
      };
    if (decision === null || decision.via === 'route' || decision.via === 'override') continue;
    // `content/*` asked for by its name, say from the table's own keys, is a line of the table.
    if (decision.via === 'domain' && (domains === 'open' || decision.from === task)) continue;

    const data = {
      task: quote(task),
      table: nameOfTable(router, root),
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
function doubtOf({ gaps: [gap] }: RouterSource, root: string): string | null {
  return gap === undefined ? null : `${gap.reason} (${nameOfPlace(gap, root)})`;
}

function nearNames({ table }: RouterSource, task: string): readonly string[] {
  return table === null ? [] : nearTasks(table, task, 3);
}
