import type { RouterSource } from '../router/router-source.ts';
import type { Session } from '../session.ts';
import { lineNodeOf } from './line-node.ts';
import { renameKey } from './rename-text.ts';
import { soleLine, unreadPart } from './sole-line.ts';
import { isNoEdit, type Edited } from './text-edit.ts';

/** Gives a line of the table another name; a key that is a constant is renamed where its text is written. */
export function renameLine(session: Session, router: RouterSource, from: string, to: string): Edited {
  const entry = unreadPart(router) ?? soleLine(router, from);
  if (isNoEdit(entry)) return entry;
  const own = router.routes.find(({ task }) => task === to);
  if (own !== undefined) return { reason: `the table has a line ${JSON.stringify(to)}`, place: own.place };
  const line = lineNodeOf(session, entry);
  return isNoEdit(line) ? line : renameKey(session, line.module, line.property, to);
}
