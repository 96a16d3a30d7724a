import { expectTypeOf } from 'expect-type';
import { decide, getTier, routeModel } from './example-router.ts';

// What is no object of options would pass as none. A model in its place is the likeliest slip.
// @ts-expect-error -- write { override: 'opus' }
routeModel('email-draft', 'opus');
// @ts-expect-error -- a tier is no options
getTier('email-draft', 3);
// @ts-expect-error -- a list is no options
decide('email-draft', ['opus']);
// @ts-expect-error -- a list is no options
decide('email-draft', []);
// @ts-expect-error -- a function is no options
routeModel('email-draft', () => ({ override: 'opus' }));
// @ts-expect-error -- true is no options
routeModel('email-draft', true);

// One misspelt member of a union would pass as none at run time.
declare const oneMisspelt: { readonly override: 'opus' } | { readonly overide: 'opus' };
// @ts-expect-error -- 'overide' is not an option
routeModel('email-draft', oneMisspelt);
// @ts-expect-error -- 'overide' is not an option
getTier('email-draft', oneMisspelt);

declare const listen: () => void;
// A function that has options as properties is options, at run time as well.
expectTypeOf(routeModel('email-draft', Object.assign(listen, { override: 'opus' } as const))).toEqualTypeOf<'opus'>();
