import { shownSite } from '../survey/site.ts';
import type { Finding, SurveyedCall, UnusedRoute } from '../survey/survey.ts';
import type { Audit } from './audit.ts';
import { nameOfRouter } from './audit-json.ts';
import { callsByRouter } from './by-router.ts';
import { tasksOf, waysOf } from './calls-text.ts';
import { headlineOf, outcomeOf, sentencesOnBaseline } from './headline.ts';
import { markup, tableHtml, type Html } from './html.ts';
import { pageHtml } from './html-page.ts';
import { pageOf } from './rules.ts';

/** An audit as one page, with every call. */
export function auditHtml(audit: Audit): string {
  const { survey, counts, baseline } = audit;
  const outcome = outcomeOf(audit);
  const isClean = counts.findings === 0;
  return pageHtml(`taskroute: ${outcome}`, [
    isClean
      ? markup`<h1>taskroute: <span class="good">${outcome}</span></h1>`
      : markup`<h1>taskroute: <span class="bad">${outcome}</span></h1>`,
    markup`<p>${headlineOf(audit)}.</p>`,
    ...(baseline === null ? [] : sentencesOnBaseline(baseline).map((sentence) => markup`<p>${sentence}</p>`)),
    ...(isClean ? [] : [findingsTable(survey.findings)]),
    ...countTables(audit),
    ...(survey.unused.length === 0 ? [] : [unusedTable(survey.unused)]),
    ...callsByRouter(survey).flatMap(({ router, calls }) =>
      calls.length === 0 ? [] : [callsTable(`Calls of ${nameOfRouter(router, survey.root)}`, calls)],
    ),
  ]);
}

function countTables({ counts: { tiers, domains } }: Audit): readonly Html[] {
  const hasDomains = domains.some(({ domain }) => domain !== '');
  const most = Math.max(1, ...[...tiers, ...domains].map(({ calls }) => calls));
  return [
    ...(tiers.length === 0
      ? []
      : [
          tableHtml(
            'Calls by tier',
            ['model', { number: 'tier' }, { number: 'calls' }, 'share'],
            tiers.map(({ tier, model, calls }) => [code(model), String(tier), String(calls), meter(calls, most)]),
          ),
        ]),
    ...(hasDomains
      ? [
          tableHtml(
            'Calls by domain',
            ['domain', { number: 'calls' }, 'share'],
            domains.map(({ domain, calls }) => [
              domain === '' ? '(none)' : code(domain),
              String(calls),
              meter(calls, most),
            ]),
          ),
        ]
      : []),
  ];
}

function findingsTable(findings: readonly Finding[]): Html {
  const rows = findings.map((each) => [
    code(shownSite(each)),
    markup`<a href="${pageOf(each.rule)}">${each.rule}</a>`,
    each.message,
  ]);
  return tableHtml('Findings', ['where', 'rule', 'what'], rows);
}

function unusedTable(unused: readonly UnusedRoute[]): Html {
  const rows = unused.map(({ task, ...site }) => [code(task), code(shownSite(site))]);
  return tableHtml('Routes that are never called', ['task', 'where'], rows);
}

function callsTable(caption: string, calls: readonly SurveyedCall[]): Html {
  const rows = calls.map((call) => [
    code(shownSite(call)),
    listed(tasksOf(call)),
    listed(call.decisions.map(({ model }) => model)),
    [...new Set(waysOf(call))].join('; '),
  ]);
  return tableHtml(caption, ['where', 'task', 'model', 'via'], rows);
}

function code(text: string): Html {
  return markup`<code>${text}</code>`;
}

function listed(texts: readonly string[]): Html {
  return markup`${[...new Set(texts)].map(code)}`;
}

function meter(value: number, most: number): Html {
  return markup`<meter aria-hidden="true" min="0" max="${String(most)}" value="${String(value)}">${String(value)}</meter>`;
}
