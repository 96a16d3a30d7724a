import { shownSite } from '../survey/site.ts';
import type { Finding, SurveyedCall, UnusedRoute } from '../survey/survey.ts';
import type { Audit } from './audit.ts';
import { nameOfRouter } from './audit-json.ts';
import { callsByRouter } from './by-router.ts';
import { countOf } from './count-of.ts';
import { headlineOf, outcomeOf, sentencesOnBaseline } from './headline.ts';
import { codeMarkdown, foldedMarkdown, plainMarkdown, tableMarkdown } from './markdown.ts';
import { pageOf } from './rules.ts';
import { groupByTask } from './task-groups.ts';

/** So many places of a task are shown. */
const PLACES = 3;

/** A host refuses a comment of more than 65,536 characters: so many rows of a table are shown, and told how many are not. */
const ROWS = 100;

/** An audit for a pull request or a job's summary: findings first, calls folded up. */
export function auditMarkdown(audit: Audit): string {
  const { survey, counts, baseline } = audit;
  const { tiers, domains } = counts;
  const hasDomains = domains.some(({ domain }) => domain !== '');
  const sections = [
    `### taskroute: ${outcomeOf(audit)}`,
    `${headlineOf(audit)}.`,
    ...(baseline === null ? [] : sentencesOnBaseline(baseline).map(plainMarkdown)),
    ...(survey.findings.length === 0 ? [] : [findingsTable(survey.findings)]),
    ...(tiers.length === 0
      ? []
      : [
          tableMarkdown(
            ['tier', 'model', 'calls'],
            tiers.map(({ tier, model, calls }) => [String(tier), codeMarkdown(model), String(calls)]),
            [0, 2],
          ),
        ]),
    ...(hasDomains
      ? [
          tableMarkdown(
            ['domain', 'calls'],
            domains.map(({ domain, calls }) => [domain === '' ? '(none)' : codeMarkdown(domain), String(calls)]),
            [1],
          ),
        ]
      : []),
    ...(survey.unused.length === 0
      ? []
      : [foldedMarkdown(`Never called: ${countOf(survey.unused.length, 'route')}`, unusedTable(survey.unused))]),
    ...callsByRouter(survey).flatMap(({ router, calls }) =>
      calls.length === 0
        ? []
        : [foldedMarkdown(`Calls of ${nameOfRouter(router, survey.root)}: ${String(calls.length)}`, callsTable(calls))],
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function findingsTable(findings: readonly Finding[]): string {
  const rows = findings.map((each) => [
    codeMarkdown(shownSite(each)),
    `[${each.rule}](${pageOf(each.rule)})`,
    plainMarkdown(each.message),
  ]);
  return cutTable(['where', 'rule', 'what'], rows);
}

function unusedTable(unused: readonly UnusedRoute[]): string {
  return cutTable(
    ['task', 'where'],
    unused.map(({ task, ...site }) => [codeMarkdown(task), codeMarkdown(shownSite(site))]),
  );
}

function callsTable(calls: readonly SurveyedCall[]): string {
  const rows = groupByTask(calls).map(({ task, model, way, calls: callers }) => [
    task === null ? '(any other)' : codeMarkdown(task),
    model === null ? '' : codeMarkdown(model),
    plainMarkdown(way),
    String(callers.length),
    callers
      .slice(0, PLACES)
      .map((call) => codeMarkdown(shownSite(call)))
      .join(' ') + (callers.length > PLACES ? ` +${String(callers.length - PLACES)}` : ''),
  ]);
  return cutTable(['task', 'model', 'via', 'calls', 'where'], rows, [3]);
}

function cutTable(head: readonly string[], rows: readonly (readonly string[])[], right?: readonly number[]): string {
  const table = tableMarkdown(head, rows.slice(0, ROWS), right);
  return rows.length <= ROWS ? table : `${table}\n\n… and ${String(rows.length - ROWS)} more.`;
}
