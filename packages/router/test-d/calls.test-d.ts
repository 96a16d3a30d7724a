import { expectTypeOf } from 'expect-type';
import { coin, getTier, routeModel, router, tasks, type Model } from './example-router.ts';

// A listed task has its own model.
expectTypeOf(routeModel('blog-post')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('classification')).toEqualTypeOf<'haiku'>();
expectTypeOf(router.routeModel('blog-post')).toEqualTypeOf<'opus'>();

// A union of tasks has the models of each.
expectTypeOf(routeModel(coin ? 'blog-post' : 'classification')).toEqualTypeOf<'opus' | 'haiku'>();
expectTypeOf(routeModel(coin ? 'blog-post' : 'never-heard-of')).toEqualTypeOf<'opus' | 'sonnet'>();

// An unlisted task has the default's, whatever `Object.prototype` has by that name.
expectTypeOf(routeModel('never-heard-of')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('constructor')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('toString')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('__proto__')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel('Blog-Post')).toEqualTypeOf<'sonnet'>();

// The tier is the rank of that model.
expectTypeOf(getTier('blog-post')).toEqualTypeOf<3>();
expectTypeOf(getTier('never-heard-of')).toEqualTypeOf<2>();
expectTypeOf(getTier(coin ? 'blog-post' : 'classification')).toEqualTypeOf<3 | 1>();

// `tasks` has each key of the table as a value that can be asked.
expectTypeOf(tasks['blog-post']).toEqualTypeOf<'blog-post'>();
expectTypeOf(tasks['content/*']).toEqualTypeOf<'content/*'>();
expectTypeOf(routeModel(tasks['blog-post'])).toEqualTypeOf<'opus'>();
// @ts-expect-error -- 'blog-psot' is not a key of the table
void tasks['blog-psot'];
// @ts-expect-error -- a task of the table is not replaced
tasks['blog-post'] = 'blog-post';

// What the router was made of, as it was given.
expectTypeOf(router.tiers).toEqualTypeOf<readonly ['haiku', 'sonnet', 'opus']>();
expectTypeOf(router.default).toEqualTypeOf<'sonnet'>();
expectTypeOf(router.routes['content/teaser']).toEqualTypeOf<'haiku'>();
expectTypeOf(router.rules).toEqualTypeOf<readonly []>();
expectTypeOf(router.version).toEqualTypeOf<string>();
expectTypeOf<(typeof router.tiers)[number]>().toEqualTypeOf<Model>();

// @ts-expect-error -- a task is a string
routeModel(3);
// @ts-expect-error -- a task is a string, not null
routeModel(null);
// @ts-expect-error -- a task is a string, and text that may be missing is no string
routeModel(coin ? 'blog-post' : undefined);
// @ts-expect-error -- a rank of which task?
getTier();
// @ts-expect-error -- options are one object
routeModel('blog-post', {}, {});
