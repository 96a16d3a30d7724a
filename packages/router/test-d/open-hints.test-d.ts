import { expectTypeOf } from 'expect-type';
import { decide, getTier, routeModel, type Model } from './example-router.ts';

// One option of no certain kind allows every model, as if all were so.
// `any` on purpose: what an `any` option gives is what is asked.
declare const anything: any;
expectTypeOf(routeModel('email-draft', { atLeast: anything })).toEqualTypeOf<Model>();
expectTypeOf(routeModel('blog-post', { atMost: anything })).toEqualTypeOf<Model>();
expectTypeOf(routeModel('email-draft', { override: anything })).toEqualTypeOf<Model>();
expectTypeOf(getTier('email-draft', { atLeast: anything })).toEqualTypeOf<1 | 2 | 3>();
expectTypeOf(decide('email-draft', { override: anything }).model).toEqualTypeOf<Model>();

// Signals of no certain kind change no listed task.
expectTypeOf(routeModel('blog-post', { signals: anything })).toEqualTypeOf<'opus'>();

// In TypeScript `{}` and `object` name objects of which nothing is known, not objects without options.
declare const some: {};
declare const object: object;
expectTypeOf(routeModel('email-draft', some)).toEqualTypeOf<Model>();
expectTypeOf(routeModel('email-draft', object)).toEqualTypeOf<Model>();
expectTypeOf(routeModel<'email-draft', {}>('email-draft', { override: 'opus' })).toEqualTypeOf<Model>();

// No options, no call, no model.
declare const none: never;
expectTypeOf(routeModel('email-draft', none)).toEqualTypeOf<never>();
