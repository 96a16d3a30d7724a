import type { Decision } from '@taskroute/router';
import type { FoundRouter, Site, SurveyedCall } from '../survey/survey.ts';

/** One task of one call: what is compared. */
export interface AskedTask extends Site {
  readonly router: FoundRouter;
  readonly callee: string;
  readonly task: string;
  /** What it can be answered with, the cheapest first; empty where the router refuses it. Null where the text does not tell. */
  readonly models: readonly string[] | null;
  /** What gave the models. */
  readonly via: readonly string[];
}

export function askedTasks(calls: readonly SurveyedCall[], routers: readonly FoundRouter[]): readonly AskedTask[] {
  const byId = new Map(routers.map((router) => [router.id, router]));
  return calls.flatMap((call) => {
    const router = byId.get(call.router);
    if (router === undefined) return [];
    return call.tasks.map((task) => {
      const decisions = call.decisions.filter((decision) => decision.task === task);
      const { file, line, column, callee } = call;
      return { file, line, column, router, callee, task, ...outcomeOf(router, decisions) };
    });
  });
}

function outcomeOf(router: FoundRouter, decisions: readonly Decision[]): Pick<AskedTask, 'models' | 'via'> {
  const via = [...new Set(decisions.map((decision) => decision.via))];
  if (!isReadable(router) || decisions.some((decision) => isDoubtful(router, decision))) return { models: null, via };
  const sorted = [...decisions].sort((one, other) => one.tier - other.tier);
  return { models: [...new Set(sorted.map(({ model }) => model))], via };
}

/** Without tiers or a default, or with a fault, a router gives no decision at all. */
function isReadable({ tiers, default: fallback, faults }: FoundRouter): boolean {
  return tiers.length > 0 && fallback !== null && faults.length === 0;
}

/** A line that was not read could serve it. */
function isDoubtful({ gaps, routes }: FoundRouter, { via, from }: Decision): boolean {
  if (gaps.length === 0 || via === 'override') return false;
  return via !== 'route' || routes.find(({ task }) => task === from)?.certain !== true;
}
