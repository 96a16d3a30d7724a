import { TaskrouteError } from '../src/error.ts';
import { defineRouter } from '../src/define-router.ts';
import type { Asked, Case, Line, Values } from './types-agree-cases.ts';

/** Every value that a call may give at run time. */
export interface Outcomes {
  readonly model: ReadonlySet<string>;
  readonly tier: ReadonlySet<number>;
  readonly routed: ReadonlySet<string>;
}

interface Ask {
  readonly override?: string;
  readonly atLeast?: string;
  readonly atMost?: string;
}

/** What a call gives, over each table, choice of rules, task and choice of options that may stand behind its types. */
export function outcomesOf(given: Case, { tasks, options }: Asked): Outcomes {
  const model = new Set<string>();
  const tier = new Set<number>();
  const routed = new Set<string>();
  for (const router of routersOf(given)) {
    for (const task of tasks) {
      for (const ask of options === undefined ? [undefined] : asksOf(options)) {
        const decision = decideOrThrow(router, task, ask);
        // The look-up stands before the hints, so that it is known of a call that throws.
        routed.add(router.decide(task).routed);
        if (decision === null) continue;
        model.add(decision.model);
        tier.add(decision.tier);
      }
    }
  }
  return { model, tier, routed };
}

type AnyRouter = ReturnType<typeof routersOf>[number];

function decideOrThrow({ decide, routeModel, getTier }: AnyRouter, task: string, ask: Ask | undefined) {
  try {
    const decision = ask === undefined ? decide(task) : decide(task, ask);
    const model = ask === undefined ? routeModel(task) : routeModel(task, ask);
    const tier = ask === undefined ? getTier(task) : getTier(task, ask);
    if (model !== decision.model || tier !== decision.tier) throw new Error(`three answers for ${task}`);
    return decision;
  } catch (error) {
    if (!(error instanceof TaskrouteError) || error.code !== 'TASKROUTE_CONTRADICTORY_HINTS') throw error;
    // For the types an override is final, whatever hints stand beside it: this call has a type and throws.
    return ask?.override === undefined ? null : decide(task, { override: ask.override });
  }
}

function routersOf({ tiers, default: fallback, tables, rules }: Case) {
  // What is an exact table in the emitted source is here one that was made at run time.
  const [first = fallback, ...rest] = tiers;
  return tables.flatMap(subsetsOf).flatMap((lines) =>
    choicesOf(rules.map(() => [true, false])).map((applies) =>
      defineRouter({
        tiers: [first, ...rest],
        default: fallback,
        routes: Object.fromEntries(lines.map(({ key, model }) => [key, model])),
        rules: rules.map((model, index) => ({
          name: `rule-${String(index)}`,
          when: () => applies[index] ?? false,
          model,
        })),
        unrouted: 'silent',
      }),
    ),
  );
}

/** The tables that a table with optional lines may be. */
function subsetsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const choices = choicesOf(lines.map(({ optional }) => (optional ? [true, false] : [true])));
  return choices.map((kept) => lines.filter((_, index) => kept[index]));
}

function asksOf(options: NonNullable<Asked['options']>): readonly Ask[] {
  const names = ['override', 'atLeast', 'atMost'] as const;
  return choicesOf<Values[number]>(names.map((name) => options[name])).map((values) => {
    const entries = names.map((name, index) => [name, values[index]] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  });
}

/** One of each: choicesOf([[1, 2], [3]]) → [[1, 3], [2, 3]] */
function choicesOf<Value>(lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return lists.reduce<readonly (readonly Value[])[]>(
    (done, list) => done.flatMap((before) => list.map((value) => [...before, value])),
    [[]],
  );
}
