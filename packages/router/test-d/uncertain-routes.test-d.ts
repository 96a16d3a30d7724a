import { defineRouter, type TaskOf } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS, coin, type Model } from './example-router.ts';

// A table whose names are not known may hold each task or not.
declare const anyNames: Readonly<Record<string, 'haiku'>>;
const record = defineRouter({ tiers: TIERS, default: 'sonnet', routes: anyNames });
expectTypeOf(record.routeModel('blog-post')).toEqualTypeOf<'haiku' | 'sonnet'>();
expectTypeOf(record.routeModel('content/anything')).toEqualTypeOf<'haiku' | 'sonnet'>();
expectTypeOf(record.getTier('blog-post')).toEqualTypeOf<1 | 2>();
expectTypeOf(record.decide('blog-post').model).toEqualTypeOf<'haiku' | 'sonnet'>();
expectTypeOf(record.routeModel('blog-post', { atLeast: 'sonnet' })).toEqualTypeOf<'sonnet'>();
expectTypeOf<TaskOf<typeof record>>().toEqualTypeOf<never>();
// @ts-expect-error -- no task is known to be listed
record.routeModel<'blog-post'>();

// So may one with an optional line, of that task; the others are certain.
declare const optional: { readonly 'blog-post'?: 'opus'; readonly classification: 'haiku' };
const lacking = defineRouter({ tiers: TIERS, default: 'sonnet', routes: optional });
expectTypeOf(lacking.routeModel('blog-post')).toEqualTypeOf<Model>();
expectTypeOf(lacking.routeModel('classification')).toEqualTypeOf<'haiku'>();
expectTypeOf<TaskOf<typeof lacking>>().toEqualTypeOf<'classification'>();
const spread = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: { classification: 'haiku', ...(coin ? { 'blog-post': 'opus' } : {}) },
});
expectTypeOf(spread.routeModel('blog-post')).toEqualTypeOf<Model>();
expectTypeOf(spread.routeModel('classification')).toEqualTypeOf<'haiku'>();

// And one with a computed name.
declare const name: string;
const computed = defineRouter({ tiers: TIERS, default: 'sonnet', routes: { [name]: 'opus', classification: 'haiku' } });
expectTypeOf(computed.routeModel('blog-post')).toEqualTypeOf<Model>();
expectTypeOf(computed.routeModel('classification')).toEqualTypeOf<'haiku'>();

// A record of certain names is a table like any other.
declare const certain: Readonly<Record<'blog-post' | 'strategy', 'opus'>>;
const exact = defineRouter({ tiers: TIERS, default: 'sonnet', routes: certain });
expectTypeOf(exact.routeModel('blog-post')).toEqualTypeOf<'opus'>();
expectTypeOf(exact.routeModel('classification')).toEqualTypeOf<'sonnet'>();
expectTypeOf(exact.routeModel<'strategy'>()).toEqualTypeOf<'opus'>();

// A strict router refuses what it cannot know to be listed.
const strict = defineRouter({ tiers: TIERS, default: 'sonnet', routes: optional, strict: true });
expectTypeOf(strict.routeModel('classification')).toEqualTypeOf<'haiku'>();
// @ts-expect-error -- 'blog-post' may not be listed
strict.routeModel('blog-post');
