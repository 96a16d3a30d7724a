import { platform } from '#platform';
import { createTable, frozenMap, type Table } from './create-table.ts';
import type { Decision } from './decision.ts';
import { TaskrouteError } from './error.ts';
import { judge, keyFor, type JudgeOptions } from './judge.ts';
import type { Router } from './router.ts';
import type { Rule, SignalsOf } from './rule.ts';
import { reactToUnrouted, type Unrouted } from './unrouted.ts';
import { warnOnce } from './warn-once.ts';

/** What `defineRouter` takes. */
export interface RouterConfig<
  Tiers extends readonly string[] = readonly string[],
  Default extends string = Tiers[number],
  Routes = Readonly<Record<string, Tiers[number]>>,
  Strict extends boolean = boolean,
  Rules extends readonly Rule[] = readonly Rule[],
> {
  /** The models, cheapest first. */
  readonly tiers: Tiers;
  /** The model of a task that nothing else routes. Over-provision on purpose. */
  readonly default: Default;
  /** The table, task → model; `'content/*'` is the default of the domain `content`. */
  readonly routes: Routes;
  /** For tasks that exist only at run time; asked in order, and only where the table knows nothing. */
  readonly rules?: Rules | undefined;
  /** What happens when the default serves a task; `'warn'` where it is left out. */
  readonly unrouted?: Unrouted | undefined;
  /** Whether an unlisted literal task is a compile error. */
  readonly strict?: Strict | undefined;
}

/** Says by its name, in the compiler's message, what is wrong with a list of rules. */
type RulesCheck<Rules extends readonly Rule[], Strict> = (Strict extends true
  ? { readonly 'a strict router has no rules': never }
  : unknown) &
  ({} extends SignalsOf<Rules>
    ? unknown
    : { readonly 'a call may leave a signal out: declare each one as optional': never });

/**
 * A router from its one table.
 *
 * Shape: what it gives works when destructured.
 * Errors: `TASKROUTE_BROKEN_TABLE` with every fault listed at once.
 * Source: its argument alone; the same task routes the same way every time.
 */
export function defineRouter<
  const Tiers extends readonly [string, ...string[]],
  const Default extends NoInfer<Tiers>[number],
  const Routes extends Readonly<Record<string, NoInfer<Tiers>[number]>> & { readonly __proto__?: never },
  const Strict extends boolean = false,
  const Rules extends readonly Rule<NoInfer<Tiers>[number]>[] = readonly [],
>(
  // The second half of the union gives `when` its parameters' types before `Rules` is known.
  config: RouterConfig<
    Tiers,
    Default,
    Routes,
    Strict,
    (Rules | readonly Rule<NoInfer<Tiers>[number]>[]) & RulesCheck<Rules, Strict>
  >,
): Router<Tiers, Default, Routes, Strict, Rules> {
  const table = createTable(config);
  const tasks = frozenMap(Object.keys(table.routes).map((key) => [key, key]));
  const router = { ...table, ...bind(table, config.unrouted ?? 'warn'), tasks };
  // The types say of these very values what the compiler read in `config`; the property tests hold the two together.
  return Object.freeze(router) as unknown as Router<Tiers, Default, Routes, Strict, Rules>;
}

/** A call as it arrives: from TypeScript what the types allow, from JavaScript anything. */
type Call<Answer> = (task: string, options?: JudgeOptions) => Answer;

/** The three calls on one table. They need no `this`, so they work when destructured. */
function bind(
  table: Table,
  unrouted: Unrouted,
): { routeModel: Call<string>; decide: Call<Decision>; getTier: Call<number> } {
  function routeModel(task: string, options?: JudgeOptions): string {
    // A task that a line serves, and nobody listens: a look-up, and no decision is built.
    if (typeof task === 'string' && !options && !platform.decisions.hasSubscribers) {
      const model = table.routes[task] ?? table.routes[keyFor(table, task)];
      if (model) return model;
    }
    if (!arguments.length) {
      const error = new TaskrouteError('TASKROUTE_NOT_LOWERED', task);
      // The caller's line first: that is the line to change.
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- not every engine has it
      Error.captureStackTrace?.(error, routeModel);
      throw error;
    }
    return decide(task, options).model;
  }

  function decide(task: string, options?: JudgeOptions): Decision {
    const decision = judge(table, task, options, reportRule);
    platform.decisions.publish(decision);
    if (decision.via === 'default') {
      platform.unrouted.publish(decision);
      reactToUnrouted(unrouted, table, decision);
    }
    return decision;
  }

  function getTier(task: string, options?: JudgeOptions): number {
    return judge(table, task, options, reportRule).tier;
  }

  return { routeModel, decide, getTier };
}

function reportRule(rule: Rule, error: unknown): void {
  warnOnce('TASKROUTE_RULE_FAILED', rule, rule.name, error);
}
