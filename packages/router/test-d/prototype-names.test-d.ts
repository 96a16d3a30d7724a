import { defineRouter, type TaskOf } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS } from './example-router.ts';

// A task may be named as a property of every object. That it has no line is then as likely as of any other.
declare const optional: { readonly constructor?: 'haiku'; readonly toString?: 'haiku'; readonly valueOf: 'haiku' };
const lacking = defineRouter({ tiers: TIERS, default: 'sonnet', routes: optional });
expectTypeOf(lacking.routeModel('constructor')).toEqualTypeOf<'haiku' | 'sonnet'>();
expectTypeOf(lacking.getTier('toString')).toEqualTypeOf<1 | 2>();
expectTypeOf(lacking.routeModel('valueOf')).toEqualTypeOf<'haiku'>();
expectTypeOf<TaskOf<typeof lacking>>().toEqualTypeOf<'valueOf'>();

const listed = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: { constructor: 'opus', 'toString/*': 'haiku' },
});
expectTypeOf(listed.routeModel('constructor')).toEqualTypeOf<'opus'>();
expectTypeOf(listed.routeModel('toString/valueOf')).toEqualTypeOf<'haiku'>();
expectTypeOf(listed.routeModel('toString')).toEqualTypeOf<'sonnet'>();
