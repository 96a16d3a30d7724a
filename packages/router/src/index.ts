export { defineRouter, type RouterConfig } from './define-router.ts';
export { TaskrouteError, type ErrorCode } from './error.ts';
export type { Decision, Via } from './decision.ts';
export type { ModelOf, TaskOf, TierOf } from './of-router.ts';
// A star, so that `declare module '@taskroute/router'` can add to `Register`.
export type * from './register.ts';
export type { RouteOptions } from './route-options.ts';
export type { Decide, GetTier, RouteModel, Router } from './router.ts';
export type { Rule } from './rule.ts';
export type { Unrouted } from './unrouted.ts';
