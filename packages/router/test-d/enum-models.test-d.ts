import { defineRouter, type ModelOf, type TierOf } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS, getTier, routeModel } from './example-router.ts';

// An enum's member is assignable to the text that it stands for, so it may come as a model.
declare enum Preset {
  Cheap = 'haiku',
  Usual = 'sonnet',
}
expectTypeOf(routeModel('blog-post', { atLeast: Preset.Usual })).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('classification', { atMost: Preset.Usual })).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('classification', { atLeast: Preset.Usual })).toEqualTypeOf<Preset.Usual>();
expectTypeOf(routeModel('blog-post', { override: Preset.Cheap })).toEqualTypeOf<Preset.Cheap>();
expectTypeOf(routeModel('blog-post', { atLeast: Preset.Usual, atMost: Preset.Cheap })).toEqualTypeOf<never>();
expectTypeOf(getTier('blog-post', { override: Preset.Cheap })).toEqualTypeOf<1>();
expectTypeOf(getTier('classification', { atLeast: Preset.Usual })).toEqualTypeOf<2>();

// An enum may be the whole table.
declare enum Fleet {
  'blog-post' = 'opus',
  classification = 'haiku',
}
const fleet = defineRouter({ tiers: TIERS, default: Preset.Usual, routes: Fleet });
expectTypeOf<ModelOf<typeof fleet, 'classification'>>().toEqualTypeOf<Fleet.classification>();
void (fleet.routeModel('classification', { atMost: 'opus' }) satisfies Fleet.classification);
void (fleet.routeModel('classification', { atLeast: 'sonnet' }) satisfies 'sonnet');
expectTypeOf(fleet.getTier('classification')).toEqualTypeOf<1>();
expectTypeOf(fleet.getTier('never-heard-of')).toEqualTypeOf<2>();
expectTypeOf(fleet.decide('blog-post').tier).toEqualTypeOf<3>();
expectTypeOf<TierOf<typeof fleet, 'blog-post'>>().toEqualTypeOf<3>();

// Or the tiers.
const preset = defineRouter({
  tiers: [Preset.Cheap, Preset.Usual],
  default: Preset.Usual,
  routes: { a: Preset.Cheap },
});
expectTypeOf(preset.routeModel('a')).toEqualTypeOf<Preset.Cheap>();
expectTypeOf(preset.routeModel('a', { atLeast: Preset.Usual })).toEqualTypeOf<Preset.Usual>();
expectTypeOf(preset.getTier('a')).toEqualTypeOf<1>();
