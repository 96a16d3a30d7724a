import { defineRouter, type TaskOf } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS, type Model } from './example-router.ts';

// A key that is a form of text lists no task for certain: one of that form may have a line or not.
declare const forms: { readonly [task: `draft-${string}`]: 'opus'; readonly note: 'haiku' };
const router = defineRouter({ tiers: TIERS, default: 'sonnet', routes: forms });
expectTypeOf(router.routeModel('draft-one')).toEqualTypeOf<Model>();
expectTypeOf(router.getTier('draft-one')).toEqualTypeOf<1 | 2 | 3>();
expectTypeOf(router.routeModel('note')).toEqualTypeOf<'haiku'>();
expectTypeOf<TaskOf<typeof router>>().toEqualTypeOf<'note'>();
// @ts-expect-error -- 'draft-one' is not known to be listed
router.routeModel<'draft-one'>();

// Nor does it make a domain.
declare const domains: { readonly [domain: `${string}/*`]: 'opus' };
const open = defineRouter({ tiers: TIERS, default: 'sonnet', routes: domains });
expectTypeOf(open.routeModel('content/anything')).toEqualTypeOf<'opus' | 'sonnet'>();

declare const numbers: { readonly [code: number]: 'opus' };
const numbered = defineRouter({ tiers: TIERS, default: 'sonnet', routes: numbers });
expectTypeOf(numbered.routeModel('42')).toEqualTypeOf<'opus' | 'sonnet'>();
