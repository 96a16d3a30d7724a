import type { Day } from '../day.ts';
import { distribution } from './distribution.ts';
import { kinds } from './kinds.ts';
import { overview } from './overview.ts';
import type { Page } from './page.ts';
import { timetable } from './timetable.ts';
import { unrouted } from './unrouted.ts';

/** The whole day as text, ending in a line break. */
export function report(day: Day, page: Page): string {
  const sections = [overview, timetable, kinds, unrouted, distribution];
  return `${sections.flatMap((section) => section(day, page)).join('\n')}\n\n`;
}
