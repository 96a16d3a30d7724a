import { expectTypeOf } from 'expect-type';
import { coin, decide, getTier, routeModel, text, type Model } from './example-router.ts';

// An option that may be missing leaves the table's answer possible.
declare const mayOverride: { readonly override?: 'opus' };
declare const mayHint: { readonly atLeast?: 'sonnet'; readonly atMost?: 'haiku' };
expectTypeOf(routeModel('email-draft', mayOverride)).toEqualTypeOf<'haiku' | 'opus'>();
expectTypeOf(getTier('email-draft', mayOverride)).toEqualTypeOf<1 | 3>();
expectTypeOf(decide('email-draft', mayOverride).model).toEqualTypeOf<'haiku' | 'opus'>();
expectTypeOf(routeModel('email-draft', mayHint)).toEqualTypeOf<'haiku' | 'sonnet'>();
expectTypeOf(routeModel('email-draft', { override: coin ? 'opus' : undefined })).toEqualTypeOf<'haiku' | 'opus'>();
expectTypeOf(routeModel('email-draft', { ...(coin ? { override: 'opus' } : {}) } as const)).toEqualTypeOf<
  'haiku' | 'opus'
>();
expectTypeOf(routeModel('email-draft', { override: undefined })).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('email-draft', { atLeast: undefined, atMost: undefined })).toEqualTypeOf<'haiku'>();

// A union of options gives the answers of each.
expectTypeOf(routeModel('email-draft', coin ? { override: 'opus' } : { atLeast: 'sonnet' })).toEqualTypeOf<
  'opus' | 'sonnet'
>();
declare const oneOrOther: { readonly override: 'opus' } | { readonly atMost: 'haiku' };
expectTypeOf(routeModel('blog-post', oneOrOther)).toEqualTypeOf<'opus' | 'haiku'>();
declare const both: { readonly override: 'opus' } & { readonly atLeast: 'haiku' };
expectTypeOf(routeModel('email-draft', both)).toEqualTypeOf<'opus'>();

// Options of no certain kind allow every model.
// `any` on purpose: what `any` options give is what is asked.
declare const anything: any;
expectTypeOf(routeModel('email-draft', anything)).toEqualTypeOf<Model>();
expectTypeOf(getTier('email-draft', anything)).toEqualTypeOf<1 | 2 | 3>();
expectTypeOf(decide('email-draft', anything).model).toEqualTypeOf<Model>();
declare const noOverride: { readonly override?: never };
expectTypeOf(routeModel('email-draft', noOverride)).toEqualTypeOf<'haiku'>();

// Options need be no literal: an object with a getter, of a class, of a mapped type.
declare class Overriding {
  get override(): 'opus';
}
declare const mapped: Record<'override', 'opus'>;
expectTypeOf(routeModel('email-draft', new Overriding())).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('email-draft', mapped)).toEqualTypeOf<'opus'>();

// @ts-expect-error -- 'gpt' is not a tier
routeModel('email-draft', { override: 'gpt' });
// @ts-expect-error -- 'gpt' is not a tier
routeModel('email-draft', { atLeast: 'gpt' });
// @ts-expect-error -- 'gpt' is not a tier
routeModel('email-draft', { atMost: 'gpt' });
// @ts-expect-error -- text is not known to be a tier
routeModel('email-draft', { override: text });
// @ts-expect-error -- null is no model; leave the option out
routeModel('email-draft', { override: null });
// @ts-expect-error -- options are an object
routeModel('email-draft', null);

// A misspelt option would pass as none: it is refused in a literal and in a variable, in every call.
// @ts-expect-error -- 'overide' is not an option
routeModel('email-draft', { overide: 'opus' });
// @ts-expect-error -- 'atleast' is not an option
getTier('email-draft', { atleast: 'opus' });
// @ts-expect-error -- 'model' is not an option
decide('email-draft', { model: 'opus' });
const misspelt = { override: 'opus', atleast: 'haiku' } as const;
// @ts-expect-error -- 'atleast' is not an option
routeModel('email-draft', misspelt);
// Any name might stand in it, and each would be an option or a slip.
declare const names: { readonly [name: string]: 'opus' };
// @ts-expect-error -- a name that is not an option may be among them
routeModel('email-draft', names);
