import type { Decision } from '@taskroute/router';
import type { SurveyedCall } from '../survey/survey.ts';

/** The calls that ask one task, and get the same model in the same way. */
export interface TaskGroup {
  /** The router's id. */
  readonly router: string;
  /** Null for whatever calls may ask beside what is known of them. */
  readonly task: string | null;
  /** Null where no model can be told. */
  readonly model: string | null;
  readonly way: string;
  readonly calls: readonly SurveyedCall[];
}

/** What is said where the text does not tell. */
export const CANNOT_VERIFY = 'cannot verify';

/** What is said of a task without a model. */
export function wayOfNone({ isRefused }: SurveyedCall): string {
  return isRefused ? 'refused' : CANNOT_VERIFY;
}

/** `domain content/*, atLeast`: what gave the model. */
export function wayOf({ via, from, hint }: Decision): string {
  const named = via === 'domain' || via === 'rule' ? `${via} ${from ?? ''}`.trimEnd() : via;
  return hint === null ? named : `${named}, ${hint}`;
}

/** Calls by task, in its order; what cannot be known stands last. */
export function groupByTask(calls: readonly SurveyedCall[]): readonly TaskGroup[] {
  const groups = new Map<string, TaskGroup & { calls: SurveyedCall[] }>();
  for (const call of calls) {
    for (const asked of asksOf(call)) {
      const key = JSON.stringify([call.router, asked.task, asked.model, asked.way]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { router: call.router, ...asked, calls: [call] });
      else if (group.calls.at(-1) !== call) group.calls.push(call);
    }
  }
  return [...groups.values()].sort(byTask);
}

type Asked = Pick<TaskGroup, 'task' | 'model' | 'way'>;

function asksOf(call: SurveyedCall): readonly Asked[] {
  const { tasks, decisions, complete, isInWrapper } = call;
  const decided = new Set(decisions.map(({ task }) => task));
  return [
    ...decisions.map((decision) => ({ task: decision.task, model: decision.model, way: wayOf(decision) })),
    ...tasks.filter((task) => !decided.has(task)).map((task) => ({ task, model: null, way: wayOfNone(call) })),
    // What a wrapper asks, its callers do.
    ...(complete || isInWrapper ? [] : [{ task: null, model: null, way: CANNOT_VERIFY }]),
  ];
}

function byTask(one: Asked, other: Asked): number {
  if (one.task === null || other.task === null) return Number(one.task === null) - Number(other.task === null);
  const [first, second] = [one, other].map(({ task, model, way }) => [task, model, way].join('\0')) as [string, string];
  return first < second ? -1 : Number(first > second);
}
