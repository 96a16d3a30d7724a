import { visible } from '@taskroute/source/findings';
import wrapAnsi from 'wrap-ansi';
import type { Finding, UnusedRoute } from '../survey/survey.ts';
import type { Io } from '../terminal/io.ts';
import { columns } from '../terminal/table.ts';
import type { Audit } from './audit.ts';
import { nameOfRouter } from './audit-json.ts';
import { byFile } from './by-file.ts';
import { callsByRouter } from './by-router.ts';
import { everyCallText, tasksText } from './calls-text.ts';
import { countOf } from './count-of.ts';
import { headlineOf, outcomeOf, sentencesOnBaseline } from './headline.ts';

/** So many routes that are never called are shown on a terminal. */
const UNUSED = 20;

/** Characters of the longest bar. */
const BAR = 24;

/**
 * An audit for a person. What is to be mended stands last, where a terminal stops.
 *
 * Shape: on a terminal lines are cut and wrapped to its width; elsewhere nothing is cut.
 */
export function auditText(audit: Audit, io: Io, everyCall = false): string {
  const { colors } = io;
  const sections = [
    `${colors.bold(headlineOf(audit))}: ${toned(outcomeOf(audit), audit, io)}`,
    ...countSections(audit, io),
    ...callSections(audit, io, everyCall),
    ...unusedSection(audit.survey.unused, io),
    ...findingsSection(audit.survey.findings, io),
    ...(audit.baseline === null ? [] : [sentencesOnBaseline(audit.baseline).join('\n')]),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function toned(text: string, { counts }: Audit, { colors }: Io): string {
  return counts.findings === 0 ? colors.green(text) : colors.red(text);
}

function countSections({ counts }: Audit, io: Io): readonly string[] {
  const { tiers, domains } = counts;
  const hasDomains = domains.some(({ domain }) => domain !== '');
  return [
    ...(tiers.length === 0
      ? []
      : [
          section(
            'Calls by tier',
            barred(
              tiers.map(({ tier, model, calls }) => [[String(tier), visible(model)], calls]),
              io,
            ),
            io,
          ),
        ]),
    ...(hasDomains
      ? [
          section(
            'Calls by domain',
            barred(
              domains.map(({ domain, calls }) => [[domain === '' ? '(none)' : visible(domain)], calls]),
              io,
            ),
            io,
          ),
        ]
      : []),
  ];
}

type Bar = readonly [cells: readonly string[], count: number];

function barred(bars: readonly Bar[], { colors }: Io): string {
  const most = Math.max(1, ...bars.map(([, count]) => count));
  const rows = bars.map(([cells, count]) => [
    ...cells,
    String(count),
    count === 0 ? '' : colors.cyan('█'.repeat(Math.ceil((count / most) * BAR))),
  ]);
  return columns(rows, [bars[0]?.[0].length ?? 0]);
}

function callSections({ survey }: Audit, io: Io, everyCall: boolean): readonly string[] {
  return callsByRouter(survey).flatMap(({ router, calls }) => {
    if (calls.length === 0) return [];
    const name = visible(nameOfRouter(router, survey.root));
    const title = survey.routers.length === 1 ? 'Calls' : `Calls of ${name}`;
    return section(title, everyCall ? everyCallText(calls, io) : tasksText(calls, io), io);
  });
}

function unusedSection(unused: readonly UnusedRoute[], io: Io): readonly string[] {
  if (unused.length === 0) return [];
  const shown = io.isTerminal ? unused.slice(0, UNUSED) : unused;
  const files = byFile(shown).map(([file, routes]) => {
    const rows = routes.map(({ line, task }) => [String(line), visible(task)]);
    return `${io.colors.underline(visible(file))}\n${indented(columns(rows, [0]))}`;
  });
  const rest = unused.length - shown.length;
  const more = rest === 0 ? [] : [`and ${String(rest)} more: in a pipe and in every other format all are listed`];
  return [section(`Never called: ${countOf(unused.length, 'route')}`, [...files, ...more].join('\n'), io)];
}

function findingsSection(findings: readonly Finding[], io: Io): readonly string[] {
  if (findings.length === 0) return [];
  const files = byFile(findings).map(
    ([file, here]) => `${io.colors.underline(visible(file))}\n${here.map((each) => findingText(each, io)).join('\n')}`,
  );
  return [section(io.colors.red(countOf(findings.length, 'finding')), files.join('\n\n'), io)];
}

function findingText({ line, column, rule, message }: Finding, io: Io): string {
  const text = visible(message);
  // Four before it, and two of the section's own.
  const lines = io.isTerminal ? wrapAnsi(text, Math.max(20, io.columns - 6)) : text;
  const place = `${String(line)}:${String(column)}`;
  return `${indented(`${place}  ${io.colors.dim(rule)}`)}\n${indented(indented(lines))}`;
}

function section(title: string, text: string, { colors }: Io): string {
  return `${colors.bold(title)}\n${indented(text)}`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
