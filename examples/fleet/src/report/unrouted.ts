import type { Day } from '../day.ts';
import { heading, line, paragraph, span, type Page } from './page.ts';

/** What the router's `unrouted` function logged, word for word. */
export function unrouted({ log }: Day, page: Page): readonly string[] {
  if (log.length === 0)
    return [heading(page, 'Unrouted'), line(page, span('Nothing: each task has its line.', 'quiet'))];
  return [
    heading(page, 'Unrouted'),
    ...log.flatMap((report) => [...paragraph(page, report, 'alert'), '']).slice(0, -1),
  ];
}
