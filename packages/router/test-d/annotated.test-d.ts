import { defineRouter, type Router, type TaskOf } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';

// How a package exports its router under `isolatedDeclarations`, and keeps the declaration file small.
export const TIERS = ['haiku', 'sonnet', 'opus'] as const;
export const ROUTES = { classification: 'haiku', 'blog-post': 'opus', 'content/*': 'haiku' } as const;
type Table = typeof ROUTES;
export interface Routes extends Table {}

export const router: Router<typeof TIERS, 'sonnet', Routes> = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: ROUTES,
});
expectTypeOf(router.routeModel('blog-post')).toEqualTypeOf<'opus'>();
expectTypeOf(router.routeModel('content/anything')).toEqualTypeOf<'haiku'>();
expectTypeOf(router.routeModel('never-heard-of')).toEqualTypeOf<'sonnet'>();
expectTypeOf(router.routeModel<'classification'>()).toEqualTypeOf<'haiku'>();
expectTypeOf(router.getTier('blog-post', { atMost: 'sonnet' })).toEqualTypeOf<2>();
expectTypeOf(router.decide('blog-post').model).toEqualTypeOf<'opus'>();
expectTypeOf(router.tasks['blog-post']).toEqualTypeOf<'blog-post'>();
expectTypeOf<TaskOf<typeof router>>().toEqualTypeOf<'classification' | 'blog-post'>();

export const routeModel: Router<typeof TIERS, 'sonnet', Routes>['routeModel'] = router.routeModel;
expectTypeOf(routeModel('blog-post')).toEqualTypeOf<'opus'>();

export const strict: Router<typeof TIERS, 'sonnet', Routes, true> = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: ROUTES,
  strict: true,
});
// @ts-expect-error -- 'never-heard-of' is not in the table
strict.routeModel('never-heard-of');

export const RULES = [{ name: 'long', when: (task: string): boolean => task.length > 20, model: 'opus' }] as const;
export const ruled: Router<typeof TIERS, 'sonnet', Routes, false, typeof RULES> = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: ROUTES,
  rules: RULES,
});
expectTypeOf(ruled.routeModel('never-heard-of')).toEqualTypeOf<'sonnet' | 'opus'>();

// An annotation that says another table, another default, other tiers or no rules is refused.
type Fewer = { readonly classification: 'haiku'; readonly 'content/*': 'haiku' };
type More = Table & { readonly strategy: 'opus' };
type Other = { readonly [Key in keyof Table]: 'haiku' };
// @ts-expect-error -- 'blog-post' is in the table
void (router satisfies Router<typeof TIERS, 'sonnet', Fewer>);
// @ts-expect-error -- 'strategy' is not in the table
void (router satisfies Router<typeof TIERS, 'sonnet', More>);
// @ts-expect-error -- the table says 'opus' for 'blog-post'
void (router satisfies Router<typeof TIERS, 'sonnet', Other>);
// @ts-expect-error -- the default is 'sonnet'
void (router satisfies Router<typeof TIERS, 'haiku', Routes>);
// @ts-expect-error -- 'opus' is a tier
void (router satisfies Router<readonly ['haiku', 'sonnet'], 'sonnet', Routes>);
// @ts-expect-error -- it has rules
void (ruled satisfies Router<typeof TIERS, 'sonnet', Routes>);
