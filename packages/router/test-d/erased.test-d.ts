import { expectTypeOf } from 'expect-type';
import { routeModel, router, type Model } from './example-router.ts';

// The form without a value, which a build makes real.
expectTypeOf(routeModel<'blog-post'>()).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel<'content/blog/long'>()).toEqualTypeOf<'opus'>();
expectTypeOf(router.routeModel<'classification'>()).toEqualTypeOf<'haiku'>();

// @ts-expect-error -- 'blog-psot' is not a task of the table
routeModel<'blog-psot'>();
// @ts-expect-error -- which task?
routeModel();
// @ts-expect-error -- a task of a domain has no line that it could stand for
routeModel<'content/anything'>();
// @ts-expect-error -- the key of a domain is no task
routeModel<'content/*'>();
// @ts-expect-error -- a union has no one answer
routeModel<'blog-post' | 'classification'>();
// @ts-expect-error -- no more have all of them
routeModel<string>();
// @ts-expect-error -- nor none
routeModel<never>();

export function ofOneTask<Task extends 'blog-post' | 'classification'>(): Model {
  // @ts-expect-error -- a type parameter is not one task
  return routeModel<Task>();
}

// Written with a value beside it, the type is a check of the value.
expectTypeOf(routeModel<'blog-post'>('blog-post')).toEqualTypeOf<'opus'>();
// @ts-expect-error -- 'classification' is not 'blog-post'
routeModel<'blog-post'>('classification');
// @ts-expect-error -- `getTier` has no such form
router.getTier<'blog-post'>();
// @ts-expect-error -- `decide` has no such form
router.decide<'blog-post'>();
