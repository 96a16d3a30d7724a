import type { RouterSource } from '../router/router-source.ts';
import type { Session } from '../session.ts';
import { lineNodeOf } from './line-node.ts';
import { modelEdit } from './model-text.ts';
import { quotesBelow, rangeOf } from './node-text.ts';
import { quoteWith } from '../finding/quote.ts';
import { soleLine } from './sole-line.ts';
import { isNoEdit, type Edited } from './text-edit.ts';

/** Has a line of the table say another model: its value alone is written anew. */
export function moveLine(session: Session, router: RouterSource, task: string, model: string): Edited {
  const entry = soleLine(router, task);
  if (isNoEdit(entry)) return entry;
  const line = lineNodeOf(session, entry);
  if (isNoEdit(line)) return line;
  const { module, object, property } = line;
  if (property.shorthand) {
    const end = rangeOf(module, property)[1];
    return [{ file: module.file, range: [end, end], text: `: ${quoteWith(quotesBelow(module, object), model)}` }];
  }
  const edit = modelEdit({ session, module }, line, model);
  return edit === null ? { reason: 'its model is worked out by an expression', place: entry.place } : [edit];
}
