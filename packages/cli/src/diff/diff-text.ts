import { visible } from '@taskroute/source/findings';
import type { Revision } from '../git/revision.ts';
import { shownSite } from '../survey/site.ts';
import type { Io } from '../terminal/io.ts';
import { columns } from '../terminal/table.ts';
import type { AskedTask } from './asked-tasks.ts';
import { groupFindings, type SaidOfPlaces } from './group-findings.ts';
import { rowsOf, type ChangeRow } from './list-changes.ts';
import type { RouteDiff, RouterChanges } from './route-diff.ts';
import { shownCommit, wordsOf } from './shown-side.ts';
import { headlineOf, tallyOf } from './tally.ts';

/** A diff for a person at a terminal. */
export function diffText(diff: RouteDiff, { colors }: Pick<Io, 'colors'>): string {
  const { calls, newRouters, goneRouters } = diff;
  const { mended } = tallyOf(diff);
  const { fresh, doubts, standing } = groupFindings(diff);
  const paint = (direction: ChangeRow['direction'], text: string) =>
    direction === 'down' ? colors.yellow(text) : direction === 'up' ? colors.green(text) : text;
  const block = (title: string, rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : [`${colors.bold(title)}\n${indented(columns(rows))}`];
  const list = (title: string, each: readonly SaidOfPlaces[]) =>
    each.length === 0 ? [] : [`${colors.bold(title)}\n${each.map(sentence).join('\n')}`];
  const sections = [
    `${shownRevision(diff.base)} → ${shownRevision(diff.head)}\n${colors.bold(headlineOf(diff))}`,
    ...diff.routers.flatMap((router) =>
      block(
        titleOf(router),
        rowsOf(router).map(({ change, task, from, to, direction }) => [
          paint(direction, change),
          visible(task ?? ''),
          `${visible(from)} → ${visible(to)}`,
        ]),
      ),
    ),
    ...block('Routers that are new', newRouters.map(loneRow)),
    ...block('Routers that are gone', goneRouters.map(loneRow)),
    ...block(
      'Calls that change model',
      calls.changed.map((call) => [
        paint(call.direction, call.direction ?? 'moved'),
        shownSite(call),
        visible(call.wasTask === null ? call.task : `${call.task} (was ${call.wasTask})`),
        visible(`${wordsOf(call.from.models)} → ${wordsOf(call.to.models)}`),
      ]),
    ),
    ...block('Calls that are new', calls.added.map(seenRow)),
    ...block('Calls that are gone', calls.removed.map(seenRow)),
    ...list('Findings that are new', fresh),
    ...doubts.flatMap(({ side, said }) => list(`Cannot verify ${side}`, said)),
    ...(standing === 0 ? [] : [standingWords(standing)]),
    ...(mended === 0 ? [] : [`${String(mended)} ${mended === 1 ? 'finding is' : 'findings are'} mended.`]),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** What could not be verified before either is counted, and not told again with each change. */
export function standingWords(count: number): string {
  const places = count === 1 ? '1 more place' : `${String(count)} more places`;
  return `${places} cannot be verified on either side: taskroute audit lists them.`;
}

function shownRevision(revision: Revision): string {
  const commit = shownCommit(revision);
  return visible(revision.name) + (commit === '' ? '' : ` (${commit})`);
}

function titleOf({ router, was }: RouterChanges): string {
  return visible(was === null ? router : `${router} (was ${was})`);
}

function loneRow({ router, routes }: RouteDiff['newRouters'][number]): readonly string[] {
  return [visible(router), `${String(routes)} ${routes === 1 ? 'route' : 'routes'}`];
}

function seenRow(asked: AskedTask): readonly string[] {
  const { task, models } = asked;
  return [shownSite(asked), visible(task), visible(models === null ? 'not known' : wordsOf(models))];
}

function sentence({ message, places, more }: SaidOfPlaces): string {
  const others = more === 0 ? '' : ` and ${String(more)} more`;
  return `  ${places.join(', ')}${others}\n    ${message}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
