import type { Decision, Via } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { coin, decide, routeModel, text, type Model } from './example-router.ts';

// `decide` knows what `routeModel` and `getTier` know, of the same call.
expectTypeOf(decide('blog-post')).toEqualTypeOf<Decision<'blog-post', 'opus', 3, 'opus'>>();
expectTypeOf(decide('never-heard-of')).toEqualTypeOf<Decision<'never-heard-of', 'sonnet', 2, 'sonnet'>>();
expectTypeOf(decide('content/blog/a')).toEqualTypeOf<Decision<'content/blog/a', 'haiku', 1, 'haiku'>>();
expectTypeOf(decide(text)).toEqualTypeOf<Decision<string, Model, 1 | 2 | 3, Model>>();
expectTypeOf(decide(coin ? 'blog-post' : 'email-draft').model).toEqualTypeOf<'opus' | 'haiku'>();
expectTypeOf(decide('blog-post').model).toEqualTypeOf(routeModel('blog-post'));

// `model` and `tier` are after override and hints, `routed` is before them.
expectTypeOf(decide('email-draft', { override: 'opus' })).toEqualTypeOf<Decision<'email-draft', 'opus', 3, 'haiku'>>();
expectTypeOf(decide('email-draft', { atLeast: 'sonnet' })).toEqualTypeOf<
  Decision<'email-draft', 'sonnet', 2, 'haiku'>
>();
expectTypeOf(decide('blog-post', { atMost: 'haiku' }).routed).toEqualTypeOf<'opus'>();
expectTypeOf(decide('blog-post', { atLeast: 'opus', atMost: 'haiku' }).model).toEqualTypeOf<never>();
expectTypeOf(decide('blog-post', { atLeast: 'opus', atMost: 'haiku' }).tier).toEqualTypeOf<never>();

// The rest of the record is the same for every call.
expectTypeOf(decide('blog-post').via).toEqualTypeOf<Via>();
expectTypeOf<Via>().toEqualTypeOf<'override' | 'route' | 'domain' | 'rule' | 'default'>();
expectTypeOf(decide('blog-post').from).toEqualTypeOf<string | null>();
expectTypeOf(decide('blog-post').hint).toEqualTypeOf<'atLeast' | 'atMost' | null>();
expectTypeOf(decide('blog-post').version).toEqualTypeOf<string>();
expectTypeOf<keyof Decision>().toEqualTypeOf<
  'task' | 'model' | 'tier' | 'via' | 'from' | 'routed' | 'hint' | 'version'
>();

// Each decision is a `Decision`, so that one record flows through everything.
expectTypeOf(decide('blog-post')).toExtend<Decision>();
expectTypeOf(decide(text)).toExtend<Decision>();

// @ts-expect-error -- a decision is not changed
decide('blog-post').model = 'opus';
// @ts-expect-error -- a decision on which task?
decide();
