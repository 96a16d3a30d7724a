import type { Decision } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { decide, getTier, routeModel, type Model } from './example-router.ts';

// What TypeScript infers from a call without making it is the widest of its forms.
expectTypeOf<ReturnType<typeof routeModel>>().toEqualTypeOf<Model>();
expectTypeOf<ReturnType<typeof getTier>>().toEqualTypeOf<1 | 2 | 3>();
expectTypeOf<ReturnType<typeof decide>['model']>().toEqualTypeOf<Model>();
expectTypeOf<Parameters<typeof routeModel>>().toExtend<[task: string]>();

// Handed to `map`, it is given an index beside the task.
const listed = ['blog-post', 'classification'] as const;
expectTypeOf(listed.map(routeModel)).toEqualTypeOf<Model[]>();
expectTypeOf(listed.map(getTier)).toEqualTypeOf<(1 | 2 | 3)[]>();
expectTypeOf(listed.map(decide)).toExtend<Decision<string, Model, 1 | 2 | 3, Model>[]>();
expectTypeOf(listed.map((task) => routeModel(task))).toEqualTypeOf<('opus' | 'haiku')[]>();
expectTypeOf(Array.from(listed, routeModel)).toEqualTypeOf<Model[]>();
expectTypeOf(routeModel.call(undefined, 'blog-post')).toEqualTypeOf<Model>();
expectTypeOf(routeModel.bind(undefined, 'blog-post')()).toEqualTypeOf<Model>();

// A generic function of the user's own carries the answer through.
const carry = <const Task extends string>(task: Task) => routeModel(task);
const carryTier = <const Task extends string>(task: Task) => getTier(task);
const carryDecision = <const Task extends string>(task: Task) => decide(task);
const carryFloor = <const Task extends string>(task: Task) => routeModel(task, { atLeast: 'sonnet' });
expectTypeOf(carry('blog-post')).toEqualTypeOf<'opus'>();
expectTypeOf(carry('content/blog/anything')).toEqualTypeOf<'haiku'>();
expectTypeOf(carry('never-heard-of')).toEqualTypeOf<'sonnet'>();
expectTypeOf(carry<string>('blog-post')).toEqualTypeOf<Model>();
expectTypeOf(carryTier('blog-post')).toEqualTypeOf<3>();
expectTypeOf(carryDecision('blog-post')).toEqualTypeOf<Decision<'blog-post', 'opus', 3, 'opus'>>();
expectTypeOf(carryFloor('email-draft')).toEqualTypeOf<'sonnet'>();

// Inside it, the task is any that the parameter allows.
export function inside<Task extends string>(task: Task): void {
  const model: Model = routeModel(task);
  // @ts-expect-error -- it may be another model
  const one: 'sonnet' = routeModel(task);
  // @ts-expect-error -- a floor leaves two
  const raised: 'sonnet' = routeModel(task, { atLeast: 'sonnet' });
  void [model, one, raised];
}
export function insideUnlisted<Task extends 'x' | 'blog-post'>(task: Task): void {
  // @ts-expect-error -- 'blog-post' is one of them
  const unlisted: 'sonnet' = routeModel(task);
  void unlisted;
}
export function insideOptions<Options extends { readonly override?: 'opus' }>(options: Options): void {
  // @ts-expect-error -- a wider type of options may hold what is not an option
  routeModel('email-draft', options);
}
