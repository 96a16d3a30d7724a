import type { RouterSource } from '../router/router-source.ts';
import type { Gap } from '../text/gap.ts';
import type { Place } from '../text/place.ts';
import { quote, visible } from './quote.ts';
import { nameOfPlace } from './say.ts';
import type { Said } from './sentences.ts';

/** Something about a table, where it stands. */
export interface TableFault extends Said<'no-unreadable-table'> {
  readonly messageId: 'fault' | 'gap';
  readonly at: Gap | Place;
}

/** A task twice in one table. */
export interface DuplicateRoute extends Said<'no-duplicate-route'> {
  readonly first: Place;
  readonly again: Place;
}

/** Why a router's table is not known: what its own check refuses, then what cannot be read. */
export function tableFaults(router: RouterSource, root: string): readonly TableFault[] {
  const said = (messageId: 'fault' | 'gap', reason: string, at: TableFault['at']): TableFault => ({
    rule: 'no-unreadable-table',
    messageId,
    data: { router: visible(router.name), reason: visible(reason), where: nameOfPlace(at, root) },
    at,
  });
  return [
    ...router.faults.map(({ message, place }) => said('fault', message, place)),
    ...router.gaps.map((gap) => said('gap', gap.reason, gap)),
  ];
}

export function duplicateRoutes({ duplicates, name }: RouterSource, root: string): readonly DuplicateRoute[] {
  return duplicates.map(({ key, first, again }) => ({
    rule: 'no-duplicate-route',
    messageId: 'duplicate',
    data: {
      task: quote(key),
      router: visible(name),
      first: nameOfPlace(first, root),
      again: nameOfPlace(again, root),
    },
    first,
    again,
  }));
}
