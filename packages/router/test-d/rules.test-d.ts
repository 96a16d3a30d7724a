import { defineRouter, type Rule } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS, coin, type Model } from './example-router.ts';

const routes = { 'blog-post': 'opus', 'content/*': 'haiku' } as const;
const long = { name: 'long', when: (task: string) => task.length > 20, model: 'opus' } as const;
const short = { name: 'short', when: (task: string) => task.length < 5, model: 'haiku' } as const;

// Where the table knows nothing, a rule's model or the default.
const ruled = defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: [long] });
expectTypeOf(ruled.routeModel('never-heard-of')).toEqualTypeOf<'sonnet' | 'opus'>();
expectTypeOf(ruled.getTier('never-heard-of')).toEqualTypeOf<2 | 3>();
expectTypeOf(ruled.decide('never-heard-of').routed).toEqualTypeOf<'sonnet' | 'opus'>();
expectTypeOf(ruled.routeModel('never-heard-of', { atMost: 'sonnet' })).toEqualTypeOf<'sonnet'>();

// Where it knows, the table.
expectTypeOf(ruled.routeModel('blog-post')).toEqualTypeOf<'opus'>();
expectTypeOf(ruled.routeModel('content/anything')).toEqualTypeOf<'haiku'>();

// However the list is written.
const two = defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: [long, short] });
expectTypeOf(two.routeModel('never-heard-of')).toEqualTypeOf<Model>();
const empty = defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: [] });
expectTypeOf(empty.routeModel('never-heard-of')).toEqualTypeOf<'sonnet'>();
const inline = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes,
  rules: [
    { name: 'inline', when: (task) => task.startsWith('x'), model: 'opus' },
    { name: 'method', when: () => true, model: 'opus' },
  ],
});
expectTypeOf(inline.routeModel('never-heard-of')).toEqualTypeOf<'sonnet' | 'opus'>();
declare const list: readonly Rule<'haiku'>[];
const listed = defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: list });
expectTypeOf(listed.routeModel('never-heard-of')).toEqualTypeOf<'sonnet' | 'haiku'>();
declare const anyModel: Rule<Model>[];
const wide = defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: anyModel });
expectTypeOf(wide.routeModel('never-heard-of')).toEqualTypeOf<Model>();
const perhaps = defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: coin ? [long] : undefined });
expectTypeOf(perhaps.routeModel('never-heard-of')).toEqualTypeOf<'sonnet' | 'opus'>();
const spread = defineRouter({ tiers: TIERS, default: 'sonnet', routes, ...(coin ? { rules: [long] } : {}) });
expectTypeOf(spread.routeModel('never-heard-of')).toEqualTypeOf<'sonnet' | 'opus'>();

// The default of a router may be one of several.
const someDefault = defineRouter({ tiers: TIERS, default: coin ? 'sonnet' : 'opus', routes });
expectTypeOf(someDefault.routeModel('never-heard-of')).toEqualTypeOf<'sonnet' | 'opus'>();

// @ts-expect-error -- 'gpt' is not a tier
defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: [{ name: 'x', when: () => true, model: 'gpt' }] });
// @ts-expect-error -- a rule without a name cannot be said in a decision
defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: [{ when: () => true, model: 'opus' }] });
const later = { name: 'x', when: () => Promise.resolve(true), model: 'opus' } as const;
// @ts-expect-error -- a promise is neither true nor false
defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: [later] });
declare const ofOneTask: { name: 'x'; when: (task: 'blog-post') => boolean; model: 'opus' };
// @ts-expect-error -- a rule is asked of every task that the table does not know
defineRouter({ tiers: TIERS, default: 'sonnet', routes, rules: [ofOneTask] });
