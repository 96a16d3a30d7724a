import { faultsOf, judge, type Decision, type JudgeOptions, type Table, type Via } from '@taskroute/router/table';
import type { RouterSource } from '@taskroute/source';

/** One step of the order of judgement. */
export interface Step {
  readonly step: Via | 'hint';
  /** What was tried: a key of the table, a rule's name, a model; null where there was nothing to try. */
  readonly tried: string | null;
  /** The model that it gives or asks for; null where it gives none, or nobody knows. */
  readonly model: string | null;
  /** `serves`: it gave the model. `changes`: a hint that raised or lowered it. `passed`: it does not serve. `not reached`: an earlier step did. `unknown`: the text does not tell. */
  readonly outcome: 'serves' | 'changes' | 'passed' | 'not reached' | 'unknown';
}

/** What the steps are read from. */
type Judged = Pick<RouterSource, 'rules' | 'gaps'> & { readonly table: Table };

/**
 * The steps to a decision, in the judge's order.
 *
 * Shape: the judge is asked with the table as it is, then without the line that served, and so on: what it would have turned
 * to next is what it says itself.
 * Errors: those of `judge`.
 */
export function explainSteps(router: Judged, task: string, options: JudgeOptions): readonly Step[] {
  const decision = judge(router.table, task, options);
  const lines = linesInOrder(router.table, task);
  const domains = domainsOf(router.table, task, lines);
  const isFinal = decision.via === 'override';
  const serving = isFinal ? null : decision.from;
  let isReached = !isFinal;
  const steps: Step[] = [overrideStep(decision, options)];
  // Where a part of the table is not known, a line that is not among the others may be in that part.
  const absent = router.gaps.length > 0 ? 'unknown' : 'passed';
  const add = (step: Step['step'], tried: string | null, model: string | null, doesServe: boolean): void => {
    const outcome = !isReached ? 'not reached' : doesServe ? 'serves' : model === null ? absent : 'passed';
    steps.push({ step, tried, model, outcome });
    if (doesServe) isReached = false;
  };
  const own = lines.find(({ via }) => via === 'route');
  add('route', task, own?.model ?? null, own?.key === serving);
  if (domains.length === 0) add('domain', null, null, false);
  for (const { key, model } of domains) add('domain', key, model, serving === key);
  steps.push(...ruleSteps(router, isReached));
  add('default', null, router.table.default, decision.via === 'default');
  steps.push(...hintSteps(decision, options));
  return steps;
}

interface Line {
  readonly key: string;
  readonly model: string;
  readonly via: Via;
}

/** The lines that can serve a task, in the order in which the judge turns to them. */
function linesInOrder({ tiers, default: fallback, routes }: Table, task: string): readonly Line[] {
  const lines: Line[] = [];
  for (let left: Table['routes'] = routes; ;) {
    const { via, from, routed } = judge({ tiers, default: fallback, routes: left }, task);
    if (from === null) return lines;
    lines.push({ key: from, model: routed, via });
    left = Object.fromEntries(Object.entries(left).filter(([key]) => key !== from));
  }
}

/** The domains that a task is in, nearest first; those that the table does not list without a model. */
function domainsOf(
  { tiers, default: fallback }: Table,
  task: string,
  lines: readonly Line[],
): readonly { readonly key: string; readonly model: string | null }[] {
  const listed = new Map(lines.flatMap(({ key, model, via }) => (via === 'domain' ? [[key, model]] : [])));
  const parts = task.split('/');
  const named = parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/*`).reverse();
  const isOne = (key: string): boolean => {
    const routes = { [key]: fallback };
    return (
      faultsOf({ tiers, default: fallback, routes }).length === 0 &&
      judge({ tiers, default: fallback, routes }, task).via === 'domain'
    );
  };
  return named.filter((key) => listed.has(key) || isOne(key)).map((key) => ({ key, model: listed.get(key) ?? null }));
}

function overrideStep({ model, via }: Decision, { override }: JudgeOptions): Step {
  const tried = override ?? null;
  return {
    step: 'override',
    tried,
    model: tried === null ? null : model,
    outcome: via === 'override' ? 'serves' : 'passed',
  };
}

/** A rule is code: whether it serves only the running program knows. */
function ruleSteps({ rules, table }: Judged, isReached: boolean): readonly Step[] {
  if (rules === 'unknown')
    return [{ step: 'rule', tried: null, model: null, outcome: isReached ? 'unknown' : 'not reached' }];
  if (rules.length === 0)
    return [{ step: 'rule', tried: null, model: null, outcome: isReached ? 'passed' : 'not reached' }];
  return rules.map((name) => ({
    step: 'rule',
    tried: name,
    model: table.rules.find((rule) => rule.name === name)?.model ?? null,
    outcome: isReached ? 'unknown' : 'not reached',
  }));
}

function hintSteps({ via, hint }: Decision, options: JudgeOptions): readonly Step[] {
  const names = (['atLeast', 'atMost'] as const).filter((name) => options[name] !== undefined);
  if (names.length === 0)
    return [{ step: 'hint', tried: null, model: null, outcome: via === 'override' ? 'not reached' : 'passed' }];
  return names.map((name) => ({
    step: 'hint',
    tried: name,
    model: options[name] ?? null,
    outcome: via === 'override' ? 'not reached' : hint === name ? 'changes' : 'passed',
  }));
}
