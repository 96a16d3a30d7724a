import { defineRouter, type Decision, type RouterConfig } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS, type Model } from './example-router.ts';

// Tiers, default and routes are read as literals, inline or from const objects.
const inline = defineRouter({ tiers: ['small', 'large'], default: 'large', routes: { 'blog-post': 'small' } });
expectTypeOf(inline.routeModel('blog-post')).toEqualTypeOf<'small'>();
expectTypeOf(inline.routeModel('never-heard-of')).toEqualTypeOf<'large'>();
expectTypeOf(inline.getTier('never-heard-of')).toEqualTypeOf<2>();
const ROUTES = { 'blog-post': 'opus', ['a/b' as const]: 'haiku' } as const;
const spread = defineRouter({ tiers: TIERS, default: 'haiku', routes: { ...ROUTES, strategy: 'opus' } });
expectTypeOf(spread.routeModel('blog-post')).toEqualTypeOf<'opus'>();
expectTypeOf(spread.routeModel('a/b')).toEqualTypeOf<'haiku'>();
expectTypeOf(spread.routeModel('strategy')).toEqualTypeOf<'opus'>();
const one = defineRouter({ tiers: ['only'], default: 'only', routes: {} });
expectTypeOf(one.routeModel('anything')).toEqualTypeOf<'only'>();
expectTypeOf(one.getTier('anything')).toEqualTypeOf<1>();
const many = defineRouter({ tiers: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], default: 'd', routes: { task: 'f' } });
expectTypeOf(many.getTier('task')).toEqualTypeOf<6>();
expectTypeOf(many.routeModel('task', { atMost: 'c' })).toEqualTypeOf<'c'>();

// A route of several models has each of them.
declare const either: 'haiku' | 'opus';
const eitherOne = defineRouter({ tiers: TIERS, default: 'sonnet', routes: { task: either } });
expectTypeOf(eitherOne.routeModel('task')).toEqualTypeOf<'haiku' | 'opus'>();
expectTypeOf(eitherOne.getTier('task')).toEqualTypeOf<1 | 3>();
expectTypeOf(eitherOne.routeModel('task', { atLeast: 'sonnet' })).toEqualTypeOf<'sonnet' | 'opus'>();

// @ts-expect-error -- 'gpt' is not a tier, so no route has it
defineRouter({ tiers: TIERS, default: 'sonnet', routes: { 'blog-post': 'gpt' } });
// @ts-expect-error -- 'gpt' is not a tier, so it is no default
defineRouter({ tiers: TIERS, default: 'gpt', routes: {} });
// @ts-expect-error -- a route has one model
defineRouter({ tiers: TIERS, default: 'sonnet', routes: { 'blog-post': undefined } });
// @ts-expect-error -- a router has one tier at least
defineRouter({ tiers: [], default: 'sonnet', routes: {} });
// @ts-expect-error -- a router has a default
defineRouter({ tiers: TIERS, routes: {} });
// @ts-expect-error -- a router has a table
defineRouter({ tiers: TIERS, default: 'sonnet' });
// @ts-expect-error -- 'rulez' is nothing that a router has
defineRouter({ tiers: TIERS, default: 'sonnet', routes: {}, rulez: [] });
const widened = { 'blog-post': 'opus' };
// @ts-expect-error -- without `as const` its model is any text
defineRouter({ tiers: TIERS, default: 'sonnet', routes: widened });
// @ts-expect-error -- a list is no table
defineRouter({ tiers: TIERS, default: 'sonnet', routes: ['opus'] });

// A '__proto__' line sets a prototype in a literal and a line nowhere: refused however it is written.
// @ts-expect-error -- '__proto__' is no task
defineRouter({ tiers: TIERS, default: 'sonnet', routes: { __proto__: 'opus' } });
// @ts-expect-error -- '__proto__' is no task
defineRouter({ tiers: TIERS, default: 'sonnet', routes: { ['__proto__']: 'opus' } });
// @ts-expect-error -- '__proto__' is no task
defineRouter({ tiers: TIERS, default: 'sonnet', routes: { __proto__: { 'blog-post': 'opus' } } });
const inherited = { __proto__: { 'blog-post': 'opus' }, strategy: 'opus' } as const;
// @ts-expect-error -- '__proto__' is no task
defineRouter({ tiers: TIERS, default: 'sonnet', routes: inherited });

// What happens to an unrouted task.
for (const unrouted of ['warn', 'throw', 'silent'] as const)
  defineRouter({ tiers: TIERS, default: 'sonnet', routes: {}, unrouted });
defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: {},
  unrouted: (decision) => {
    expectTypeOf(decision).toEqualTypeOf<Decision>();
  },
});
// @ts-expect-error -- 'ignore' is no answer to an unrouted task
defineRouter({ tiers: TIERS, default: 'sonnet', routes: {}, unrouted: 'ignore' });

// A whole definition may have a type of its own.
declare const config: RouterConfig<typeof TIERS, 'sonnet', { readonly task: 'opus' }, false, readonly []>;
const configured = defineRouter(config);
expectTypeOf(configured.routeModel('task')).toEqualTypeOf<'opus'>();
expectTypeOf(configured.routeModel('never-heard-of')).toEqualTypeOf<'sonnet'>();

// A function of the user's own that makes routers carries their tables through.
const make = <const Routes extends Readonly<Record<string, Model>>>(routes: Routes) =>
  defineRouter({ tiers: TIERS, default: 'sonnet', routes });
const made = make({ 'blog-post': 'opus', 'content/*': 'haiku' });
expectTypeOf(made.routeModel('blog-post')).toEqualTypeOf<'opus'>();
expectTypeOf(made.routeModel('content/anything')).toEqualTypeOf<'haiku'>();
expectTypeOf(made.routeModel('never-heard-of')).toEqualTypeOf<'sonnet'>();
