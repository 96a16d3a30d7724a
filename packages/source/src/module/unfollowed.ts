import type { Gap } from '../text/gap.ts';
import type { Possible } from '../evaluate/value.ts';

/** Why nothing at all is known of something; null where something is, or where it is known to be no router. */
export function unfollowed({ values, gaps }: Possible): Gap | null {
  if (values.length > 0 || gaps.some((gap) => gap.noRouter)) return null;
  return gaps[0] ?? null;
}
