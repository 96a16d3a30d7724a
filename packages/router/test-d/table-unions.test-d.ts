import { defineRouter, type TaskOf } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS, coin, type Model } from './example-router.ts';

// One table or another: what both list is certain, what one lists is not.
interface Shared {
  readonly classification: 'haiku';
}
declare const either:
  | { readonly [Key in keyof Shared | 'blog-post']: Key extends 'blog-post' ? 'opus' : 'haiku' }
  | { readonly [Key in keyof Shared | 'content/*']: 'haiku' };
const router = defineRouter({ tiers: TIERS, default: 'sonnet', routes: either });
expectTypeOf(router.routeModel('classification')).toEqualTypeOf<'haiku'>();
expectTypeOf(router.routeModel('blog-post')).toEqualTypeOf<Model>();
expectTypeOf(router.routeModel('content/anything')).toEqualTypeOf<Model>();
expectTypeOf<TaskOf<typeof router>>().toEqualTypeOf<'classification'>();

const inline = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: coin ? { classification: 'haiku' } : { classification: 'haiku', 'blog-post': 'opus' },
});
expectTypeOf(inline.routeModel('blog-post')).toEqualTypeOf<Model>();

declare const differing: { readonly task: 'haiku' } | { readonly task: 'opus' };
const two = defineRouter({ tiers: TIERS, default: 'sonnet', routes: differing });
expectTypeOf(two.routeModel('task')).toEqualTypeOf<'haiku' | 'opus'>();

// A line that each of them may lack is in none for certain, even where each table could stand for the other.
declare const alike: { readonly task?: 'haiku'; readonly note: 'opus' } | { readonly note: 'opus' };
const sameOrLess = defineRouter({ tiers: TIERS, default: 'sonnet', routes: alike });
expectTypeOf(sameOrLess.routeModel('task')).toEqualTypeOf<Model>();
expectTypeOf(sameOrLess.routeModel('note')).toEqualTypeOf<'opus'>();
declare const crossed:
  { readonly task?: 'haiku'; readonly note: 'opus' } | { readonly task: 'haiku'; readonly note?: 'opus' };
const neither = defineRouter({ tiers: TIERS, default: 'sonnet', routes: crossed });
expectTypeOf(neither.routeModel('task')).toEqualTypeOf<Model>();
expectTypeOf(neither.getTier('note')).toEqualTypeOf<1 | 2 | 3>();

// A domain that all of them have, and in one of them a line nearer to a task of it.
declare const nearer:
  { readonly 'content/*': 'haiku' } | { readonly 'content/*': 'haiku'; readonly 'content/b': 'opus' };
const oneNearer = defineRouter({ tiers: TIERS, default: 'sonnet', routes: nearer });
expectTypeOf(oneNearer.routeModel('content/b')).toEqualTypeOf<'haiku' | 'opus'>();
expectTypeOf(oneNearer.decide('content/b', { atMost: 'haiku' }).routed).toEqualTypeOf<'haiku' | 'opus'>();
