import { defineRouter, type Router, type TierOf } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { coin } from './example-router.ts';

// The table is certain whatever the order of the tiers; a rank or a hint's outcome is not.
declare const anyOrder: readonly ['small' | 'large', 'small' | 'large'];
const unordered = defineRouter({ tiers: anyOrder, default: 'large', routes: { task: 'small' } });
expectTypeOf(unordered.routeModel('task')).toEqualTypeOf<'small'>();
expectTypeOf(unordered.getTier('task')).toEqualTypeOf<number>();
expectTypeOf(unordered.routeModel('task', { atLeast: 'large' })).toEqualTypeOf<'small' | 'large'>();
expectTypeOf(unordered.routeModel('task', { atMost: 'large' })).toEqualTypeOf<'small' | 'large'>();
expectTypeOf<TierOf<typeof unordered, 'task'>>().toEqualTypeOf<number>();

const flipped = defineRouter({
  tiers: coin ? (['small', 'large'] as const) : (['large', 'small'] as const),
  default: 'large',
  routes: { task: 'small' },
});
expectTypeOf(flipped.routeModel('task', { atLeast: 'large' })).toEqualTypeOf<'small' | 'large'>();
expectTypeOf(flipped.getTier('task')).toEqualTypeOf<number>();

declare const atLeastOne: readonly ['small', ...('medium' | 'large')[]];
const openEnd = defineRouter({ tiers: atLeastOne, default: 'small', routes: { task: 'medium' } });
expectTypeOf(openEnd.routeModel('task', { atLeast: 'large' })).toEqualTypeOf<'small' | 'medium' | 'large'>();
expectTypeOf(openEnd.getTier('task')).toEqualTypeOf<number>();

// Tiers that are known only at run time, as of a router that is a parameter.
declare const texts: readonly [string, ...string[]];
declare const anyTask: Readonly<Record<string, string>>;
const open = defineRouter({ tiers: texts, default: 'small', routes: anyTask });
expectTypeOf(open.routeModel('task')).toEqualTypeOf<string>();
expectTypeOf(open.routeModel('task', { atLeast: 'large' })).toEqualTypeOf<string>();
expectTypeOf(open.getTier('task')).toEqualTypeOf<number>();
expectTypeOf<ReturnType<Router['getTier']>>().toEqualTypeOf<number>();
expectTypeOf<ReturnType<Router['routeModel']>>().toEqualTypeOf<string>();
