import type { RouterSource } from '../router/router-source.ts';
import type { Session } from '../session.ts';
import { lineNodeOf } from './line-node.ts';
import { soleLine, unreadPart } from './sole-line.ts';
import { blanksBefore, lineBreakAt, surroundingsOf, type Surroundings } from './surroundings.ts';
import { isNoEdit, type Edited, type TextEdit } from './text-edit.ts';

/** Takes a line out of the table, with what stands beside it: a comment above it may be about others, and stays. */
export function removeLine(session: Session, router: RouterSource, task: string): Edited {
  const entry = unreadPart(router) ?? soleLine(router, task);
  if (isNoEdit(entry)) return entry;
  const line = lineNodeOf(session, entry);
  if (isNoEdit(line)) return line;
  const { module, object, property } = line;
  const around = surroundingsOf(module, object, property);
  const cut = (start: number, end: number): TextEdit => ({ file: module.file, range: [start, end], text: '' });
  const own = cut(...cutOf(module.text, around));
  const { commaBefore, commaAfter } = around;
  // What was the last line without a comma leaves a last line without one.
  return commaAfter === null && commaBefore !== null ? [cut(commaBefore, commaBefore + 1), own] : [own];
}

function cutOf(text: string, { range, ownLine, commaAfter }: Surroundings): readonly [number, number] {
  if (ownLine !== null) return [ownLine[0], ownLine[1] + lineBreakAt(text, ownLine[1]).length];
  const end = commaAfter === null ? range[1] : commaAfter + 1;
  const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  const isLast = commaAfter === null || lineBreakAt(text, end + blanks) !== '';
  return isLast ? [range[0] - blanksBefore(text, range[0]).length, end] : [range[0], end + blanks];
}
