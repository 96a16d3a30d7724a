import type { Day } from '../day.ts';
import type { Entry, FleetDecision } from '../ledger.ts';
import { clockTime } from '../time-of-day.ts';
import { column, heading, line, span, type Page, type Piece } from './page.ts';
import { lookOf } from './tier-look.ts';

const KINDS = {
  route: ({ via, hint }) => via === 'route' && hint === null,
  override: ({ via }) => via === 'override',
  atLeast: ({ hint }) => hint === 'atLeast',
  atMost: ({ hint }) => hint === 'atMost',
  default: ({ via }) => via === 'default',
} as const satisfies Readonly<Record<string, (decision: FleetDecision) => boolean>>;

/** How many decisions there were of each kind, and the day's first of it in full. */
export function kinds({ entries }: Day, page: Page): readonly string[] {
  const rows = Object.entries(KINDS).flatMap(([kind, isOne]) => {
    const own = entries.filter(({ decision }) => isOne(decision));
    return own.slice(0, 1).map((first) => line(page, ...row(kind, own.length, first, page)));
  });
  return [heading(page, 'Why this model: the first decision of each kind'), ...rows];
}

function row(kind: string, count: number, { time, run, decision }: Entry, page: Page): Piece {
  const { task, model, routed, via } = decision;
  const instead = via === 'default' ? ' unrouted' : model === routed ? '' : ` not ${routed}`;
  return [
    column(8, kind, 'title'),
    column(5, `×${String(count)}`, 'quiet', 'end'),
    column(7, clockTime(time), 'quiet', 'end'),
    span('  '),
    column(17, task),
    lookOf(model).mark,
    span(` ${model}`, model),
    column(18 - model.length, instead, 'quiet'),
    span(page.width < 100 ? run.agent.service : run.agent.name, 'quiet'),
  ];
}
