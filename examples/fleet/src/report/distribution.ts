import type { Day } from '../day.ts';
import { analyse, type Analytics, type Tally } from '../services/agent-analytics.ts';
import { column, heading, line, MARGIN, paragraph, span, type Page, type Piece } from './page.ts';
import { TIER_LOOKS } from './tier-look.ts';

/** What this fleet sees on a usual day, in percent. */
const USUAL: Tally = { 1: 65, 2: 28, 3: 7 };

const NAME = 28;
const COUNT = 5;
const SHARE = 8;
const LONGEST_BAR = 48;

/** Which share of the calls each tier served, by service and in all. */
export function distribution(day: Day, page: Page): readonly string[] {
  const analytics = analyse(day.entries);
  const bar = Math.min(page.width - 2 * MARGIN - NAME - COUNT - MARGIN - 3 * SHARE, LONGEST_BAR);
  return [
    heading(page, 'Tiers, by service'),
    line(
      page,
      column(NAME, 'service', 'quiet'),
      column(COUNT, 'calls', 'quiet', 'end'),
      column(MARGIN + bar, ''),
      ...TIER_LOOKS.map(({ model }) => column(SHARE, model, model, 'end')),
    ),
    ...[...analytics.services].map(([service, served]) => line(page, ...serviceRow(service, served, bar))),
    heading(page, 'Tiers, in all'),
    ...TIER_LOOKS.map((look) => line(page, ...tierRow(look, analytics, bar))),
    '',
    ...paragraph(page, conclusion(analytics), 'quiet'),
  ];
}

function serviceRow(service: string, served: Tally, bar: number): Piece {
  const calls = callsOf(served);
  let [before, drawn] = [0, 0];
  const parts = TIER_LOOKS.map(({ tier, model, fill }) => {
    before += served[tier];
    const length = Math.round((before / calls) * bar) - drawn;
    drawn += length;
    return span(fill.repeat(length), model);
  });
  return [
    column(NAME, service),
    column(COUNT, String(calls), 'plain', 'end'),
    column(MARGIN, ''),
    ...parts,
    ...TIER_LOOKS.map(({ tier, model }) =>
      served[tier] === 0
        ? column(SHARE, '·', 'quiet', 'end')
        : column(SHARE, percent(served[tier], calls), model, 'end'),
    ),
  ];
}

function tierRow({ tier, model, mark, fill }: (typeof TIER_LOOKS)[number], analytics: Analytics, bar: number): Piece {
  const { served, calls } = analytics;
  const length = Math.round((served[tier] / Math.max(...Object.values(served))) * bar);
  return [
    mark,
    column(NAME - mark.text.length, ` ${model}`, model),
    column(COUNT, String(served[tier]), 'plain', 'end'),
    column(MARGIN, ''),
    span(fill.repeat(length), model),
    column(bar - length, ''),
    column(SHARE, percent(served[tier], calls, 1), model, 'end'),
    span(`  usually ${String(USUAL[tier])}`, 'quiet'),
  ];
}

function conclusion({ calls, listed, moved }: Analytics): string {
  const shares = TIER_LOOKS.map(({ tier }) => percent(listed[tier], calls, 1)).join(', ');
  return (
    `${String(calls)} calls. The table alone would have given ${shares}: ` +
    `${String(moved)} of them were moved to another tier by an override or a hint.`
  );
}

function callsOf(tally: Tally): number {
  return tally[1] + tally[2] + tally[3];
}

function percent(part: number, whole: number, digits = 0): string {
  return `${((100 * part) / whole).toFixed(digits)} %`;
}
