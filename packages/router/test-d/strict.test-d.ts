import { defineRouter } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS, coin, text, type Model } from './example-router.ts';

const { routeModel, getTier, decide } = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: { 'blog-post': 'opus', 'content/*': 'opus', 'content/teaser': 'haiku', 'content/blog/*': 'haiku' },
  strict: true,
});

// Listed tasks and what a domain covers.
expectTypeOf(routeModel('blog-post')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel<'blog-post'>()).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('content/teaser')).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('content/anything')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('content/blog/anything')).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel(coin ? 'blog-post' : 'content/teaser')).toEqualTypeOf<'opus' | 'haiku'>();
expectTypeOf(getTier('content/anything', { atMost: 'sonnet' })).toEqualTypeOf<2>();
declare const inContent: `content/${string}`;
expectTypeOf(routeModel(inContent)).toEqualTypeOf<Model>();
expectTypeOf<ReturnType<typeof routeModel>>().toEqualTypeOf<Model>();

// Nothing else, in no call.
// @ts-expect-error -- 'never-heard-of' is not in the table
routeModel('never-heard-of');
// @ts-expect-error -- 'blog-psot' is not in the table
getTier('blog-psot');
// @ts-expect-error -- 'content' is in no domain
decide('content');
// @ts-expect-error -- an override does not list a task
routeModel('never-heard-of', { override: 'opus' });
// @ts-expect-error -- text is not known to be in the table
routeModel(text);
// @ts-expect-error -- one of the two is not in the table
routeModel(coin ? 'blog-post' : 'never-heard-of');
// @ts-expect-error -- no task is in this table
defineRouter({ tiers: TIERS, default: 'sonnet', routes: {}, strict: true }).routeModel('blog-post');

// Whether it is strict may be known only at run time: then it is not, for the compiler.
const perhaps = defineRouter({ tiers: TIERS, default: 'sonnet', routes: { 'blog-post': 'opus' }, strict: coin });
expectTypeOf(perhaps.routeModel('never-heard-of')).toEqualTypeOf<'sonnet'>();
const open = defineRouter({ tiers: TIERS, default: 'sonnet', routes: { 'blog-post': 'opus' }, strict: false });
expectTypeOf(open.routeModel('never-heard-of')).toEqualTypeOf<'sonnet'>();

// Rules serve unlisted tasks, which a strict router refuses.
const rules = [{ name: 'long', when: (task: string) => task.length > 20, model: 'opus' }] as const;
// @ts-expect-error -- a strict router has no rules
defineRouter({ tiers: TIERS, default: 'sonnet', routes: {}, strict: true, rules });
// @ts-expect-error -- nor a list for them
defineRouter({ tiers: TIERS, default: 'sonnet', routes: {}, strict: true, rules: [] });
