import { defineRouter, type Rule } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
import { TIERS } from './example-router.ts';

interface Size {
  readonly words?: number;
  readonly tags?: string[];
}
interface Client {
  readonly client?: 'gold' | 'new';
  readonly words?: 100 | 200;
}

const { routeModel, getTier, decide } = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: { 'blog-post': 'opus' },
  rules: [
    { name: 'long', when: (_task, { words = 0 }: Size) => words > 1_000, model: 'opus' },
    { name: 'gold', when: (_task, { client }: Client) => client === 'gold', model: 'opus' },
    { name: 'short', when: (task) => task.length < 5, model: 'haiku' },
  ],
});

// A call gives what the rules read, all or some of it.
expectTypeOf(routeModel('x', { signals: { words: 100 } })).toEqualTypeOf<'haiku' | 'sonnet' | 'opus'>();
expectTypeOf(routeModel('x', { signals: {} })).toEqualTypeOf<'haiku' | 'sonnet' | 'opus'>();
expectTypeOf(routeModel('x', { signals: undefined })).toEqualTypeOf<'haiku' | 'sonnet' | 'opus'>();
expectTypeOf(routeModel('x', { signals: { words: 200, client: 'new', tags: ['a'] } })).toEqualTypeOf<
  'haiku' | 'sonnet' | 'opus'
>();

// Signals change what rules say, so no listed task and no option.
expectTypeOf(routeModel('blog-post', { signals: { words: 100 } })).toEqualTypeOf<'opus'>();
expectTypeOf(getTier('x', { override: 'haiku', signals: { client: 'gold' } })).toEqualTypeOf<1>();
expectTypeOf(decide('x', { atLeast: 'opus', signals: { client: 'gold' } }).model).toEqualTypeOf<'opus'>();

// @ts-expect-error -- a text is no number of words
routeModel('x', { signals: { words: 'many' } });
// @ts-expect-error -- one rule reads any number of words, another only these
routeModel('x', { signals: { words: 300 } });
// @ts-expect-error -- no rule reads 'wrods'
routeModel('x', { signals: { wrods: 100 } });
// @ts-expect-error -- no such client
getTier('x', { signals: { client: 'silver' } });
// @ts-expect-error -- no such client
decide('x', { signals: { client: 'silver' } });

// A list of rules whose signals are known only by its type.
declare const list: readonly Rule<'opus', Size>[];
const listed = defineRouter({ tiers: TIERS, default: 'sonnet', routes: {}, rules: list });
expectTypeOf(listed.routeModel('x', { signals: { words: 300 } })).toEqualTypeOf<'sonnet' | 'opus'>();
// @ts-expect-error -- a text is no number of words
listed.routeModel('x', { signals: { words: 'many' } });

// A rule that reads no signals, or anything, asks for none.
const unread = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: {},
  rules: [{ name: 'anything', when: (_task: string, signals: unknown) => signals !== null, model: 'opus' }],
});
expectTypeOf(unread.routeModel('x')).toEqualTypeOf<'sonnet' | 'opus'>();

// A call may give no signals, so a rule that must have one would read what is not there.
const needy = { name: 'x', when: (_task: string, { words }: { words: number }) => words > 5, model: 'opus' } as const;
// @ts-expect-error -- a call may leave `words` out: declare it as optional
defineRouter({ tiers: TIERS, default: 'sonnet', routes: {}, rules: [needy] });
const modest = { name: 'y', when: (_task: string, { words = 0 }: Size) => words > 5, model: 'opus' } as const;
// @ts-expect-error -- one modest rule does not make up for a needy one
defineRouter({ tiers: TIERS, default: 'sonnet', routes: {}, rules: [modest, needy] });
