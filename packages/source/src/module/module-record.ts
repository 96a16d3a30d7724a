import { exportedNames } from './exported-names.ts';
import { recordOf } from '../evaluate/evaluate-literal.ts';
import { exportOf, wholeOf } from './follow.ts';
import type { Gap } from '../text/gap.ts';
import { innerLines } from '../evaluate/lines.ts';
import type { Asker } from '../evaluate/member.ts';
import { namesOf } from './module-exports.ts';
import type { Place } from '../text/place.ts';
import type { Session } from '../session.ts';
import { only, unknown, type ObjectItem, type ObjectValue } from '../evaluate/value.ts';

/** A module's exports as an object. */
export function moduleRecord(scene: Asker, file: string, place: Place): ObjectValue {
  const { session } = scene;
  const { names, gaps } = exportedNames(session, file);
  const unsure = unsureNames(session, file);
  const items = names.map((key): ObjectItem => {
    const perhaps = unsure.get(key);
    const value = exportOf(session, file, key, place);
    return { key, value, place, ...(perhaps !== undefined && { perhaps }) };
  });
  const open: readonly ObjectItem[] = gaps.length === 0 ? [] : [{ key: null, value: unknown(...gaps), place }];
  return { ...recordOf(place, []), items: [...open, ...items] };
}

/** What `module.exports` may come to hold, and why that is not sure. */
function unsureNames(session: Session, file: string): ReadonlyMap<string, Gap> {
  const exported = namesOf(session, file);
  const unsure = new Map<string, Gap>();
  if ('reason' in exported || exported.whole === null) return unsure;
  const whole = only(wholeOf(session, file) ?? unknown());
  if (whole?.kind !== 'object') return unsure;
  for (const [key, { perhaps }] of innerLines(whole).lines)
    if (perhaps !== undefined && !exported.names.has(key)) unsure.set(key, perhaps);
  return unsure;
}
