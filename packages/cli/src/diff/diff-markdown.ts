import type { Revision } from '../git/revision.ts';
import type { AskedTask } from './asked-tasks.ts';
import { standingWords } from './diff-text.ts';
import { code, prose } from './escape-markdown.ts';
import { groupFindings, type SaidOfPlaces } from './group-findings.ts';
import { rowsOf } from './list-changes.ts';
import type { LoneRouter, RouteDiff } from './route-diff.ts';
import { shownCommit, wordsOf } from './shown-side.ts';
import { headlineOf, tallyOf } from './tally.ts';

/** By this line a workflow finds its comment again. */
const MARKER = '<!-- taskroute diff -->';

/** GitHub refuses a comment of more than 65,536 characters. */
const ROOM = 60_000;

/** A diff as a comment on a pull request. Whatever stands in it of somebody's code is escaped. */
export function diffMarkdown(diff: RouteDiff): string {
  for (let rows = 100; ; rows = Math.floor(rows / 2)) {
    const text = markdownOf(diff, rows);
    if (text.length <= ROOM || rows === 0) return text;
  }
}

type Row = readonly string[];

function markdownOf(diff: RouteDiff, limit: number): string {
  const { calls, newRouters, goneRouters } = diff;
  const { mended } = tallyOf(diff);
  const { fresh, doubts, standing } = groupFindings(diff);
  const tables = diff.routers.flatMap((router) => {
    const rows = rowsOf(router).map(({ change, task, from, to }) => [
      change,
      task === null ? '' : code(task),
      code(from),
      code(to),
      '–',
    ]);
    if (rows.length === 0) return [];
    const title = router.was === null ? code(router.router) : `${code(router.router)}, which was ${code(router.was)}`;
    return [title, table(['', 'task', 'from', 'to', 'cost'], rows, limit)];
  });
  const sections = [
    MARKER,
    `### taskroute: ${headlineOf(diff)}`,
    `${revision(diff.base)} → ${revision(diff.head)}`,
    ...tables,
    ...(tables.length === 0 ? [] : ['The cost of a change is known when volumes are recorded.']),
    ...lone('Routers that are new', newRouters),
    ...lone('Routers that are gone', goneRouters),
    ...details('change model', 'changes model', calls.changed.length, () =>
      table(
        ['', 'call', 'task', 'from', 'to'],
        calls.changed.map((call) => [
          call.direction ?? 'moved',
          code(`${call.file}:${String(call.line)}`),
          call.wasTask === null ? code(call.task) : `${code(call.task)}, was ${code(call.wasTask)}`,
          code(wordsOf(call.from.models)),
          code(wordsOf(call.to.models)),
        ]),
        limit,
      ),
    ),
    ...details('are new', 'is new', calls.added.length, () => seen(calls.added, limit)),
    ...details('are gone', 'is gone', calls.removed.length, () => seen(calls.removed, limit)),
    ...(fresh.length === 0 ? [] : ['**Findings that are new**', list(fresh, limit)]),
    ...doubts.flatMap(({ side, said }) => [`**Cannot verify ${prose(side)}**`, list(said, limit)]),
    ...(standing === 0 ? [] : [standingWords(standing)]),
    ...(mended === 0 ? [] : [`${String(mended)} ${mended === 1 ? 'finding is' : 'findings are'} mended.`]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function revision(side: Revision): string {
  const commit = shownCommit(side);
  return code(side.name) + (commit === '' ? '' : ` (${code(commit)})`);
}

function table(head: Row, rows: readonly Row[], limit: number): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  const rule = head.map((name) => (name === 'cost' ? '---:' : '---'));
  return [line(head), line(rule), ...rows.slice(0, limit).map(line), ...rest(rows.length, limit)].join('\n');
}

function rest(count: number, limit: number): readonly string[] {
  return count > limit ? ['', `and ${String(count - limit)} more, which \`taskroute diff\` shows in a terminal`] : [];
}

function details(many: string, one: string, count: number, body: () => string): readonly string[] {
  if (count === 0) return [];
  const summary = count === 1 ? `1 call ${one}` : `${String(count)} calls ${many}`;
  // Markdown is read in HTML after an empty line alone.
  return [`<details><summary>${summary}</summary>`, body(), '</details>'];
}

function seen(calls: readonly AskedTask[], limit: number): string {
  const rows = calls.map(({ file, line, task, models }) => [
    code(`${file}:${String(line)}`),
    code(task),
    models === null ? 'not known' : code(wordsOf(models)),
  ]);
  return table(['call', 'task', 'model'], rows, limit);
}

function lone(title: string, routers: readonly LoneRouter[]): readonly string[] {
  if (routers.length === 0) return [];
  return [
    `**${title}**`,
    routers.map(({ router, routes }) => `- ${code(router)}, ${String(routes)} routes`).join('\n'),
  ];
}

function list(said: readonly SaidOfPlaces[], limit: number): string {
  const items = said.slice(0, limit).map(({ message, places, more }) => {
    const others = more === 0 ? '' : ` and ${String(more)} more`;
    return `- ${places.map(code).join(', ')}${others}: ${prose(message)}`;
  });
  return [...items, ...rest(said.length, limit)].join('\n');
}
