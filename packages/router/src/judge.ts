import { createTable, type Table, type TableSource } from './create-table.ts';
import type { Decision, Via } from './decision.ts';
import { TaskrouteError } from './error.ts';
import { LONGEST_NAME } from './limits.ts';
import type { Rule } from './rule.ts';

/** What a call may ask, as the judge takes it: unchecked. */
export interface JudgeOptions {
  readonly override?: string | undefined;
  readonly atLeast?: string | undefined;
  readonly atMost?: string | undefined;
  readonly signals?: object | undefined;
}

/** Told of a rule that could not say true or false, with what it threw or answered. */
export type ReportRule = (rule: Rule, failure: unknown) => void;

/**
 * The decision on a task. It is the only code that turns a table and a task into one: the router, the linter, the build and
 * the reports all call it.
 *
 * Shape: `table` is what `createTable` made; parts `{ tiers, default, routes, rules? }` are taken too and made into a table at
 * each call. Order: override, exact route, nearest domain, rules, default; then the hints.
 * Errors: `TASKROUTE_INVALID_TASK`, `TASKROUTE_UNKNOWN_MODEL`, `TASKROUTE_CONTRADICTORY_HINTS`; `TASKROUTE_BROKEN_TABLE` for parts.
 * Source: its arguments alone. Nothing is published; a rule that throws is told to `report` and does not apply.
 */
export function judge(source: TableSource, task: string, options?: JudgeOptions | null, report?: ReportRule): Decision {
  const table = createTable(source);
  if (typeof task !== 'string') {
    throw new TaskrouteError('TASKROUTE_INVALID_TASK', task);
  }
  // `tasks.map(routeModel)` hands in an index: what is no object is no options. A function may be one.
  const { override, atLeast, atMost, signals = {} } = Object(options) as JudgeOptions;
  const final = rank(table, override, 0);
  const floor = rank(table, atLeast, 1);
  const ceiling = rank(table, atMost, table.tiers.length);
  if (floor > ceiling) {
    throw new TaskrouteError('TASKROUTE_CONTRADICTORY_HINTS', options, atLeast, atMost);
  }
  const [routed, via, from] = find(table, task, signals, report);
  const before = rank(table, routed, 0);
  const tier = final || Math.min(Math.max(before, floor), ceiling);
  return Object.freeze({
    task,
    // A rank is a place in `tiers`.
    model: table.tiers[tier - 1] as string,
    tier,
    via: final ? 'override' : via,
    from: final ? null : from,
    routed,
    hint: final || tier === before ? null : tier > before ? 'atLeast' : 'atMost',
    version: table.version,
  });
}

/**
 * The key of the line that serves a task: its own, else its nearest domain's, else '', which no line has. It is the first
 * step of the judge, and all of it for a call without options that nobody listens to.
 */
export function keyFor({ routes }: Table, task: string): string {
  // `content/*` asked for as a task is one of that domain, and has its line.
  if (routes[task]) return task;
  for (let end = task.lastIndexOf('/', LONGEST_NAME); end > 0; end = task.lastIndexOf('/', end - 1)) {
    const key = task.slice(0, end) + '/*';
    if (routes[key]) return key;
  }
  return '';
}

/** What the table and its rules say, before options: the model, what gave it, and from where. */
function find(
  table: Table,
  task: string,
  signals: object,
  report: ReportRule | undefined,
): [string, Via, string | null] {
  const key = keyFor(table, task);
  const model = table.routes[key];
  if (model) return [model, key.endsWith('/*') ? 'domain' : 'route', key];
  for (const rule of table.rules) {
    try {
      // A rule is checked where it is defined to read signals of this type; `never` is what all such types share.
      const answer: unknown = rule.when(task, signals as never);
      if (answer === true) return [rule.model, 'rule', rule.name];
      if (answer === false) continue;
      report?.(rule, answer);
      // An async rule that throws later is no crash of the caller either.
      Promise.resolve(answer).catch(Object);
    } catch (error) {
      report?.(rule, error);
    }
  }
  return [table.default, 'default', null];
}

/** The rank of a model that a call asks for, or what stands where it asks for none. */
function rank(table: Table, model: string | undefined, none: number): number {
  if (model === undefined) return none;
  const index = table.tiers.indexOf(model);
  if (index >= 0) return index + 1;
  throw new TaskrouteError('TASKROUTE_UNKNOWN_MODEL', model, table.tiers);
}
