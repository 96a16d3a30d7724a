import { visible } from '@taskroute/source/findings';
import stringWidth from 'string-width';
import { shownSite } from '../survey/site.ts';
import type { SurveyedCall } from '../survey/survey.ts';
import type { Io } from '../terminal/io.ts';
import { columns, widthsOf } from '../terminal/table.ts';
import { cut } from '../terminal/width.ts';
import { CANNOT_VERIFY, groupByTask, wayOf, wayOfNone, type TaskGroup } from './task-groups.ts';

/** Longer names are cut on a terminal. */
const LONGEST_TASK = 40;

/** So many places of a task are shown, where there is room. */
const PLACES = 3;

/** Less room than this is none: places then stand below. */
const ROOM = 20;

/** Between two columns, and before a section's lines. */
const GAP = 2;

/** Calls by task: its model, what gave it, how many ask it, and where first. */
export function tasksText(calls: readonly SurveyedCall[], io: Io): string {
  const { colors } = io;
  const groups = groupByTask(calls);
  const rows = groups.map(({ task, model, way, calls: callers }) => [
    taskCell(task, io),
    model === null ? '' : colors.cyan(visible(model)),
    colors.dim(visible(way)),
    String(callers.length),
  ]);
  const head = ['task', 'model', 'via', 'calls', 'where'].map((each) => colors.dim(each));
  const taken = widthsOf([head.slice(0, -1), ...rows]).reduce((sum, width) => sum + width + GAP, GAP);
  const room = io.isTerminal ? io.columns - taken : Infinity;
  if (room >= ROOM) {
    const placed = rows.map((row, index) => [...row, placesCell(groups[index], room)]);
    return columns([head, ...placed], [3]);
  }
  const lines = columns([head.slice(0, -1), ...rows], [3]).split('\n');
  const below = groups.map((group) => `  ${placesCell(group, io.columns - GAP - 2)}`);
  return lines.flatMap((line, index) => [line, ...(index === 0 ? [] : [below[index - 1] ?? ''])]).join('\n');
}

/** Each call: where, which tasks, which models, and what gave them. */
export function everyCallText(calls: readonly SurveyedCall[], io: Io): string {
  const { colors } = io;
  const head = ['where', 'task', 'model', 'via'].map((each) => colors.dim(each));
  const rows = calls.map((call) => [
    visible(shownSite(call)),
    tasksOf(call).map(visible).join(', '),
    colors.cyan(distinct(call.decisions.map(({ model }) => visible(model)))),
    colors.dim(distinct(waysOf(call).map(visible))),
  ]);
  return columns([head, ...rows]);
}

/** The tasks of a call, with a word on what is not known of them. */
export function tasksOf({ tasks, complete, isInWrapper }: SurveyedCall): readonly string[] {
  if (isInWrapper) return [...tasks, '(as its callers say)'];
  return complete ? tasks : [...tasks, `(${CANNOT_VERIFY})`];
}

/** What gave a call its models. */
export function waysOf(call: SurveyedCall): readonly string[] {
  const { decisions, isInWrapper } = call;
  return decisions.length === 0 && !isInWrapper ? [wayOfNone(call)] : decisions.map(wayOf);
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].join(', ');
}

function taskCell(task: string | null, { isTerminal, colors }: Io): string {
  if (task === null) return colors.dim('(any other)');
  const text = visible(task);
  return isTerminal ? cut(text, LONGEST_TASK) : text;
}

/** As many places as there is room for, one at least, and how many more there are. */
function placesCell(group: TaskGroup | undefined, room: number): string {
  const places = (group?.calls ?? []).map((call) => visible(shownSite(call)));
  for (let shown = Math.min(PLACES, places.length); shown > 1; shown--) {
    const text = placesText(places, shown);
    if (stringWidth(text) <= room) return text;
  }
  const rest = moreOf(places.length - 1);
  return `${cut(places[0] ?? '', room - rest.length, 'start')}${rest}`;
}

function placesText(places: readonly string[], shown: number): string {
  return `${places.slice(0, shown).join(', ')}${moreOf(places.length - shown)}`;
}

function moreOf(count: number): string {
  return count === 0 ? '' : ` +${String(count)}`;
}
