import type { SurveyedCall } from './survey.ts';

/** How many calls of some routers can ask for tasks that the text does not tell. */
export function countUnverified(calls: readonly SurveyedCall[], routers: ReadonlySet<string>): number {
  // What stands in a wrapper is judged at the wrapper's callers.
  return calls.filter((call) => routers.has(call.router) && !call.complete && !call.isInWrapper).length;
}

/** The same in words; none where there is none. */
export function unverifiedText(count: number): readonly string[] {
  if (count === 0) return [];
  const calls = count === 1 ? '1 call asks' : `${String(count)} calls ask`;
  return [`cannot verify: ${calls} for tasks that the text does not tell; see taskroute audit`];
}
