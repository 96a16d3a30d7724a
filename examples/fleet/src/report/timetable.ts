import type { Trigger } from '../agent.ts';
import type { Run } from '../current-run.ts';
import type { Day, FinishedRun } from '../day.ts';
import type { Entry, FleetDecision } from '../ledger.ts';
import { SERVICES, type Service } from '../services.ts';
import { clockTime } from '../time-of-day.ts';
import { column, flow, heading, span, type Page, type Piece } from './page.ts';
import { lookOf } from './tier-look.ts';

const WHEN = 17;
const WHO = 27;

/** What one service did whenever one trigger started it. */
interface Row {
  readonly runs: readonly [FinishedRun, ...FinishedRun[]];
  readonly entries: readonly Entry[];
}

/** Who worked when, and which model served what. */
export function timetable(day: Day, page: Page): readonly string[] {
  const rows = rowsOf(day);
  const [once, often] = [rows.filter((row) => isOnce(row)), rows.filter((row) => !isOnce(row))];
  once.sort((one, other) => one.runs[0].startedAt - other.runs[0].startedAt);
  often.sort((one, other) => other.entries.length - one.entries.length);
  return [
    heading(page, 'Once, at its time'),
    ...once.flatMap((row) => show(row, page)),
    heading(page, 'Again and again'),
    ...often.flatMap((row) => show(row, page)),
  ];
}

function rowsOf({ runs, entries }: Day): readonly Row[] {
  const entriesOf = Map.groupBy(entries, ({ run }) => rowName(run));
  return [...Map.groupBy(runs, rowName)].flatMap(([name, [first, ...others]]) =>
    first === undefined ? [] : [{ runs: [first, ...others] as const, entries: entriesOf.get(name) ?? [] }],
  );
}

function rowName({ agent, trigger }: Run): string {
  return `${agent.service} ${triggerName(trigger)}`;
}

function triggerName(trigger: Trigger): string {
  if ('on' in trigger) return `on each ${trigger.on}`;
  if ('at' in trigger) return trigger.at;
  return `every ${String(trigger.every)} min`;
}

function isOnce({ runs: [{ trigger }] }: Row): boolean {
  return 'at' in trigger;
}

function show({ runs, entries }: Row, page: Page): readonly string[] {
  const [{ agent, trigger, startedAt }] = runs;
  const started = clockTime(startedAt);
  const ended = clockTime(Math.max(...runs.map((run) => run.endedAt)));
  const when = 'at' in trigger ? (ended === started ? started : `${started}–${ended}`) : triggerName(trigger);
  const agents = new Set(runs.map((run) => run.agent)).size;
  const who = agents === 1 ? agent.service : `${agent.service} ×${String(agents)}`;
  const lead = [column(WHEN, when, 'quiet'), column(WHO, `${who}${batches(SERVICES[agent.service], agents)}`)];
  return flow(page, lead, entries.length === 0 ? [[span('asks no model', 'quiet')]] : cells(entries));
}

/** Seven agents in batches of four → ' (4 + 3)' */
function batches({ batch = Infinity }: Service, agents: number): string {
  if (agents <= batch) return '';
  const sizes: number[] = [];
  for (let left = agents; left > 0; left -= batch) sizes.push(Math.min(left, batch));
  return ` (${sizes.join(' + ')})`;
}

/** One for each task and each kind of decision on it. */
function cells(entries: readonly Entry[]): readonly Piece[] {
  const alike = Map.groupBy(entries, ({ decision }) => `${decision.task} ${decision.model} ${marker(decision) ?? ''}`);
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { task, model } = first.decision;
    const mark = marker(first.decision);
    return [
      [
        span(`${task} `),
        lookOf(model).mark,
        span(` ×${String(others.length + 1)}`, 'quiet'),
        ...(mark === null ? [] : [span(` ${mark}`, 'alert')]),
      ],
    ];
  });
}

/** What to know of a decision that the table's own line did not make as it stands. */
function marker({ via, hint }: FleetDecision): string | null {
  if (via === 'default') return 'unrouted';
  if (via === 'override') return 'override';
  return hint;
}
