import type { RouteOptions } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { coin, getTier, routeModel, text, type Model } from './example-router.ts';

// An override is final, whatever the task.
expectTypeOf(routeModel('email-draft', { override: 'opus' })).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('blog-post', { override: 'haiku', atLeast: 'sonnet' })).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel(text, { override: 'haiku' })).toEqualTypeOf<'haiku'>();
expectTypeOf(getTier('email-draft', { override: 'opus' })).toEqualTypeOf<3>();

// A floor raises what is below it, and nothing else.
expectTypeOf(routeModel('email-draft', { atLeast: 'sonnet' })).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('blog-post', { atLeast: 'sonnet' })).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('blog-post', { atLeast: 'opus' })).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('content/blog/anything', { atLeast: 'sonnet' })).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('never-heard-of', { atLeast: 'opus' })).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel(text, { atLeast: 'sonnet' })).toEqualTypeOf<'sonnet' | 'opus'>();
expectTypeOf(getTier('email-draft', { atLeast: 'sonnet' })).toEqualTypeOf<2>();

// A ceiling lowers what is above it, and nothing else.
expectTypeOf(routeModel('blog-post', { atMost: 'sonnet' })).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('classification', { atMost: 'sonnet' })).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('classification', { atMost: 'haiku' })).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('never-heard-of', { atMost: 'haiku' })).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel(text, { atMost: 'sonnet' })).toEqualTypeOf<'haiku' | 'sonnet'>();
expectTypeOf(getTier('blog-post', { atMost: 'haiku' })).toEqualTypeOf<1>();

// Both together hold it between them.
expectTypeOf(routeModel('classification', { atLeast: 'sonnet', atMost: 'opus' })).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('blog-post', { atLeast: 'haiku', atMost: 'sonnet' })).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('blog-post', { atLeast: 'sonnet', atMost: 'sonnet' })).toEqualTypeOf<'sonnet'>();

// No model is at least the strongest and at most the cheapest: the call throws.
expectTypeOf(routeModel('blog-post', { atLeast: 'opus', atMost: 'haiku' })).toEqualTypeOf<never>();
expectTypeOf(routeModel(text, { atLeast: 'sonnet', atMost: 'haiku' })).toEqualTypeOf<never>();
expectTypeOf(getTier('blog-post', { atLeast: 'opus', atMost: 'sonnet' })).toEqualTypeOf<never>();

// Unions of tasks and of hints give every combination; the contradictory ones among them throw.
expectTypeOf(routeModel('email-draft', { override: coin ? 'opus' : 'haiku' })).toEqualTypeOf<'opus' | 'haiku'>();
expectTypeOf(routeModel('email-draft', { atLeast: coin ? 'sonnet' : 'opus' })).toEqualTypeOf<'sonnet' | 'opus'>();
expectTypeOf(
  routeModel('classification', { atLeast: 'sonnet', atMost: coin ? 'haiku' : 'opus' }),
).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel(coin ? 'classification' : 'blog-post', { atLeast: 'sonnet' })).toEqualTypeOf<
  'sonnet' | 'opus'
>();
declare const any2: { readonly atLeast: Model; readonly atMost: Model };
expectTypeOf(routeModel('classification', any2)).toEqualTypeOf<Model>();
declare const whatever: RouteOptions<Model>;
expectTypeOf(routeModel('blog-post', whatever)).toEqualTypeOf<Model>();
