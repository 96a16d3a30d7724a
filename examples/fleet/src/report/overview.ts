import { timersOf, type AgentKind } from '../agent.ts';
import type { Day } from '../day.ts';
import { ROUTES, version } from '../model-router.ts';
import { SERVICES } from '../services.ts';
import { flow, line, span, type Page } from './page.ts';
import { TIER_LOOKS } from './tier-look.ts';

/** What runs here, and by which table. */
export function overview({ agents }: Day, page: Page): readonly string[] {
  const count = (kind: AgentKind): string => String(agents.filter((agent) => agent.kind === kind).length);
  const timers = agents.flatMap(timersOf).length;
  return [
    '',
    line(page, span('taskroute: one day of the fleet', 'title'), span('  on a virtual clock, offline', 'quiet')),
    '',
    line(
      page,
      span(`${String(agents.length)} agents`, 'title'),
      span(`: ${count('long-running')} long-running, ${count('timer-triggered')} timer-triggered, `),
      span(`${count('cloud')} in the cloud; ${String(timers)} timers`),
    ),
    line(
      page,
      span(`${String(Object.keys(SERVICES).length)} services`, 'title'),
      span(` ask one table of ${String(Object.keys(ROUTES).length)} routes, version ${version}`),
    ),
    '',
    ...flow(
      page,
      [],
      TIER_LOOKS.map(({ model, mark }) => [mark, span(` ${model}`, model)]),
    ),
  ];
}
