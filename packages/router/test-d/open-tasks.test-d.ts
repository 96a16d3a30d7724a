import { expectTypeOf } from 'expect-type';
import { coin, decide, getTier, routeModel, text, type Model } from './example-router.ts';

// A task that is known only at run time may have every model.
expectTypeOf(routeModel(text)).toEqualTypeOf<Model>();
expectTypeOf(getTier(text)).toEqualTypeOf<1 | 2 | 3>();
expectTypeOf(decide(text).model).toEqualTypeOf<Model>();
expectTypeOf(routeModel(coin ? 'blog-post' : text)).toEqualTypeOf<Model>();
declare const notEmpty: string & {};
expectTypeOf(routeModel(notEmpty)).toEqualTypeOf<Model>();

// So may `any`: nothing at run time says that it is none of the tasks.
// `any` on purpose: what an `any` argument gives is what is asked.
declare const anything: any;
expectTypeOf(routeModel(anything)).toEqualTypeOf<Model>();
expectTypeOf(getTier(anything)).toEqualTypeOf<1 | 2 | 3>();
expectTypeOf(decide(anything).model).toEqualTypeOf<Model>();

// A form of text covers tasks of its own line, of domains and of none.
declare const inContent: `content/${string}`;
declare const shouted: Uppercase<string>;
declare const digits: `${number}`;
declare const twoForms: `content/${string}` & `${string}/long`;
expectTypeOf(routeModel(inContent)).toEqualTypeOf<Model>();
expectTypeOf(routeModel(shouted)).toEqualTypeOf<Model>();
expectTypeOf(routeModel(digits)).toEqualTypeOf<Model>();
expectTypeOf(routeModel(twoForms)).toEqualTypeOf<Model>();
expectTypeOf(getTier(inContent)).toEqualTypeOf<1 | 2 | 3>();
expectTypeOf(routeModel(coin ? 'blog-post' : inContent)).toEqualTypeOf<Model>();

// A form of a few texts is those texts.
const oneOfTwo = coin ? 'teaser' : 'other';
expectTypeOf(routeModel(`content/${oneOfTwo}` as const)).toEqualTypeOf<'haiku' | 'opus'>();

// A branded string is any string.
type Branded<Text> = Text & { readonly brand: unique symbol };
declare const branded: Branded<string>;
declare const brandedForm: Branded<`content/${string}`>;
declare const brandedLiteral: Branded<'content/other'>;
expectTypeOf(routeModel(branded)).toEqualTypeOf<Model>();
expectTypeOf(getTier(branded)).toEqualTypeOf<1 | 2 | 3>();
expectTypeOf(routeModel(brandedForm)).toEqualTypeOf<Model>();
expectTypeOf(routeModel(brandedLiteral)).toEqualTypeOf<Model>();

// A branded name of a line is not known for it, and no hint may pretend that it is.
declare const brandedListed: Branded<'blog-post'>;
expectTypeOf(routeModel(brandedListed)).toEqualTypeOf<unknown>();
expectTypeOf(routeModel(brandedListed, { atMost: 'sonnet' })).toEqualTypeOf<Model>();

// No value, no model.
declare const none: never;
expectTypeOf(routeModel(none)).toEqualTypeOf<never>();
expectTypeOf(getTier(none)).toEqualTypeOf<never>();
expectTypeOf(decide(none).model).toEqualTypeOf<never>();

declare const unknown: unknown;
// @ts-expect-error -- what may be no string is no task
routeModel(unknown);
