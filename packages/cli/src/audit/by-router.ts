import type { FoundRouter, Survey, SurveyedCall } from '../survey/survey.ts';

/** A router with its calls, in the order of the survey. */
export interface RouterCalls {
  readonly router: FoundRouter;
  readonly calls: readonly SurveyedCall[];
}

export function callsByRouter({ routers, calls }: Survey): readonly RouterCalls[] {
  const byId = new Map<string, SurveyedCall[]>(routers.map(({ id }) => [id, []]));
  for (const call of calls) byId.get(call.router)?.push(call);
  return routers.map((router) => ({ router, calls: byId.get(router.id) ?? [] }));
}
