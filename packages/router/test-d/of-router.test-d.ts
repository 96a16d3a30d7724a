import { defineRouter, type ModelOf, type TaskOf, type TierOf } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { router, routeModel, type Model } from './example-router.ts';

type Example = typeof router;

// The listed tasks: no key of a domain.
expectTypeOf<TaskOf<Example>>().toEqualTypeOf<
  'classification' | 'email-draft' | 'blog-post' | 'content/teaser' | 'content/blog/long'
>();
// A router's own call says it as well.
expectTypeOf<TaskOf<{ routeModel: typeof routeModel }>>().toEqualTypeOf<TaskOf<Example>>();

// The model of a task, of several, of one that is not listed, of any.
expectTypeOf<ModelOf<Example, 'blog-post'>>().toEqualTypeOf<'opus'>();
expectTypeOf<ModelOf<Example, 'blog-post' | 'classification'>>().toEqualTypeOf<'opus' | 'haiku'>();
expectTypeOf<ModelOf<Example, 'content/blog/anything'>>().toEqualTypeOf<'haiku'>();
expectTypeOf<ModelOf<Example, 'never-heard-of'>>().toEqualTypeOf<'sonnet'>();
expectTypeOf<ModelOf<Example>>().toEqualTypeOf<Model>();
expectTypeOf<ModelOf<Example, TaskOf<Example>>>().toEqualTypeOf<'haiku' | 'opus'>();
expectTypeOf<ModelOf<Example, never>>().toEqualTypeOf<never>();

// And its tier.
expectTypeOf<TierOf<Example, 'blog-post'>>().toEqualTypeOf<3>();
expectTypeOf<TierOf<Example, 'blog-post' | 'classification'>>().toEqualTypeOf<1 | 3>();
expectTypeOf<TierOf<Example, 'never-heard-of'>>().toEqualTypeOf<2>();
expectTypeOf<TierOf<Example>>().toEqualTypeOf<1 | 2 | 3>();
expectTypeOf<TierOf<Example, never>>().toEqualTypeOf<never>();

// Rules and strictness are the router's, so they are in its answers.
const ruled = defineRouter({
  tiers: ['small', 'large'],
  default: 'large',
  routes: { 'blog-post': 'large' },
  rules: [{ name: 'short', when: (task) => task.length < 5, model: 'small' }],
});
expectTypeOf<ModelOf<typeof ruled, 'never-heard-of'>>().toEqualTypeOf<'small' | 'large'>();
expectTypeOf<TierOf<typeof ruled, 'never-heard-of'>>().toEqualTypeOf<1 | 2>();
const strict = defineRouter({ tiers: ['small'], default: 'small', routes: { 'blog-post': 'small' }, strict: true });
expectTypeOf<TaskOf<typeof strict>>().toEqualTypeOf<'blog-post'>();
expectTypeOf<ModelOf<typeof strict, 'blog-post'>>().toEqualTypeOf<'small'>();

// Two routers have the tasks of each.
expectTypeOf<TaskOf<typeof strict | typeof ruled>>().toEqualTypeOf<'blog-post'>();
expectTypeOf<ModelOf<typeof strict | typeof ruled, 'blog-post'>>().toEqualTypeOf<'small' | 'large'>();

// What is no router has none.
expectTypeOf<TaskOf<never>>().toEqualTypeOf<never>();
expectTypeOf<TaskOf<unknown>>().toEqualTypeOf<never>();
expectTypeOf<TaskOf<{ routeModel: (task: string) => Model }>>().toEqualTypeOf<never>();
expectTypeOf<ModelOf<object>>().toEqualTypeOf<never>();
expectTypeOf<TierOf<string>>().toEqualTypeOf<never>();
