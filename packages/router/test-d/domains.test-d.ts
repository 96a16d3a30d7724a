import { defineRouter } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS, getTier, routeModel } from './example-router.ts';

// A task has the model of its nearest domain.
expectTypeOf(routeModel('content/anything')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('content/blog/anything')).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('content/blog/a/b')).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('content/other/a')).toEqualTypeOf<'opus'>();
expectTypeOf(getTier('content/blog/anything')).toEqualTypeOf<1>();

// Its own line stands before it.
expectTypeOf(routeModel('content/teaser')).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('content/blog/long')).toEqualTypeOf<'opus'>();

// The key of a domain is asked as a task of it.
expectTypeOf(routeModel('content/*')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('content/blog/*')).toEqualTypeOf<'haiku'>();

// A name like a domain's is not in it.
expectTypeOf(routeModel('content')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('contents/a')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('blog/a')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('my/content/a')).toEqualTypeOf<'sonnet'>();

// Odd slashes are read as they are at run time.
expectTypeOf(routeModel('content/')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('content//a')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('/content/a')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('/')).toEqualTypeOf<'sonnet'>();

// Depth has no special cases: a domain may stand alone far down, or above a gap.
const deep = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: { 'a/*': 'haiku', 'a/b/c/d/*': 'opus', 'x/y/z/*': 'haiku' },
});
expectTypeOf(deep.routeModel('a/b/c/task')).toEqualTypeOf<'haiku'>();
expectTypeOf(deep.routeModel('a/b/c/d/task')).toEqualTypeOf<'opus'>();
expectTypeOf(deep.routeModel('a/b/c/d/e/f/g/h/i/j/k/l/task')).toEqualTypeOf<'opus'>();
expectTypeOf(deep.routeModel('a/b/c/e/f/g/h/i/j/k/l/m/task')).toEqualTypeOf<'haiku'>();
expectTypeOf(deep.routeModel('x/y/task')).toEqualTypeOf<'sonnet'>();
expectTypeOf(deep.routeModel('x/y/z/task')).toEqualTypeOf<'haiku'>();
