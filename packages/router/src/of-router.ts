import type { ModelFor } from './model-for.ts';
import type { RouteModel } from './router.ts';
import type { Ranks, TasksOf } from './table-types.ts';

/** The tasks that a router lists: `TaskOf<typeof router>`. */
export type TaskOf<Of> = Of extends {
  readonly routeModel: RouteModel<infer _Tiers, infer _Fallback, infer Lines, infer _Unlisted, infer _Signals>;
}
  ? TasksOf<Lines>
  : never;

/** The model that serves a task, or any of the router's: `ModelOf<typeof router, 'blog-post'>`. */
export type ModelOf<Of, Task extends string = string> = Of extends {
  readonly routeModel: RouteModel<infer Tiers, infer Fallback, infer Lines, infer _Unlisted, infer _Signals>;
}
  ? ModelFor<Tiers[number], Fallback, Lines, keyof Lines, Task>
  : never;

/** The tier that serves a task, or any of the router's: `TierOf<typeof router, 'blog-post'>`. */
export type TierOf<Of, Task extends string = string> = Of extends {
  readonly routeModel: RouteModel<infer Tiers, infer _Fallback, infer _Lines, infer _Unlisted, infer _Signals>;
}
  ? Ranks<Tiers> extends infer Rank extends Readonly<Record<string, number>>
    ? Rank[ModelOf<Of, Task> & string]
    : never
  : never;
