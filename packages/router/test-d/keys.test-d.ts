import { defineRouter, type TaskOf } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS } from './example-router.ts';

declare enum Kind {
  Note = 'note',
  Teaser = 'content/teaser',
  Other = 'other',
}
declare enum Code {
  First = 7,
}

const { routeModel, tasks, ...router } = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: { 42: 'haiku', 1e3: 'opus', 0.5: 'haiku', [Kind.Note]: 'opus', [Code.First]: 'haiku', 'content/*': 'opus' },
});

// A number in the table is asked by its text.
expectTypeOf(routeModel('42')).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('1000')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('0.5')).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('7')).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('1e3')).toEqualTypeOf<'sonnet'>();
expectTypeOf(routeModel<'42'>()).toEqualTypeOf<'haiku'>();
expectTypeOf(router.getTier('1000')).toEqualTypeOf<3>();
// @ts-expect-error -- a task is a string
routeModel(42);

// An enum's member in the table is asked by its text or by itself, and an unlisted one like any task.
expectTypeOf(routeModel('note')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel(Kind.Note)).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel(Kind.Teaser)).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel(Kind.Other)).toEqualTypeOf<'sonnet'>();
declare const kind: Kind;
expectTypeOf(routeModel(kind)).toEqualTypeOf<'opus' | 'sonnet'>();

// Each is a task by its text.
type Tasks = TaskOf<{ routeModel: typeof routeModel }>;
expectTypeOf<Tasks>().toEqualTypeOf<'42' | '1000' | '0.5' | 'note' | '7'>();
expectTypeOf(tasks[42]).toEqualTypeOf<'42'>();
expectTypeOf(tasks[Kind.Note]).toEqualTypeOf<'note'>();
expectTypeOf(routeModel(tasks[42])).toEqualTypeOf<'haiku'>();
