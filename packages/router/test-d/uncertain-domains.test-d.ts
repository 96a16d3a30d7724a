import { defineRouter } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS, type Model } from './example-router.ts';

// A line that may be missing may stand nearer to a task than the domain that is certain.
declare const optional: { readonly 'content/*': 'opus'; readonly 'content/teaser'?: 'haiku'; readonly note: 'sonnet' };
const task = defineRouter({ tiers: TIERS, default: 'sonnet', routes: optional });
expectTypeOf(task.routeModel('content/teaser')).toEqualTypeOf<Model>();
expectTypeOf(task.routeModel('note')).toEqualTypeOf<'sonnet'>();

declare const nearer: { readonly 'content/*': 'opus'; readonly 'content/blog/*'?: 'haiku' };
const domain = defineRouter({ tiers: TIERS, default: 'sonnet', routes: nearer });
expectTypeOf(domain.routeModel('content/blog/anything')).toEqualTypeOf<'opus' | 'haiku'>();
expectTypeOf(domain.getTier('content/blog/anything')).toEqualTypeOf<3 | 1>();
expectTypeOf(domain.routeModel('never-heard-of')).toEqualTypeOf<Model>();

declare const anyNames: Readonly<Record<string, 'haiku' | 'opus'>> & { readonly 'content/*': 'opus' };
const record = defineRouter({ tiers: TIERS, default: 'sonnet', routes: anyNames });
expectTypeOf(record.routeModel('content/anything')).toEqualTypeOf<'opus' | 'haiku'>();
expectTypeOf(record.decide('content/anything').routed).toEqualTypeOf<'opus' | 'haiku'>();
