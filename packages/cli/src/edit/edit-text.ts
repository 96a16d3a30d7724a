import { visible } from '@taskroute/source/findings';
import type { Decision } from '@taskroute/router';
import { shownFile, shownSite } from '../survey/site.ts';
import { unverifiedText } from '../survey/unverified.ts';
import type { Io } from '../terminal/io.ts';
import { columns } from '../terminal/table.ts';
import { sentenceOf } from './change.ts';
import type { ConcernedCall } from './concerned.ts';
import type { Outcome } from './edit-json.ts';
import type { Plan } from './plan.ts';
import { unifiedDiff } from './unified-diff.ts';

export function editText(plan: Plan, outcome: Outcome, { colors }: Io): string {
  const { change, model, files, inTheWay } = plan;
  const { task } = change;
  if (inTheWay.length > 0)
    return lines(
      `${visible(task)} is still asked for; nothing was written. Mend these first:`,
      ...inTheWay.map((site) => `  ${shownSite(site)}`),
    );
  const sentence = visible(sentenceOf(change, model, outcome.reason));
  if (files.length === 0) return lines(`nothing to do: ${nothingToDo(plan)}`);
  return lines(
    colors.bold(sentence),
    ...files.flatMap((each) => coloredDiff(unifiedDiff(each, outcome.root), colors)),
    '',
    ...callersText(plan, colors),
    ...unverifiedText(plan.unverified),
    ...mentionsText(plan),
    outcome.dryRun ? 'dry run: nothing was written' : `written: ${namesOf(plan, outcome).join(', ')}`,
    ...(outcome.reason === null
      ? []
      : [`git commit -m ${shellQuoted(sentence)} -- ${namesOf(plan, outcome).map(shellQuoted).join(' ')}`]),
  );
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

function nothingToDo({ change, model }: Plan): string {
  return change.command === 'rename'
    ? 'the two names are the same'
    : `${visible(change.task)} is routed to ${visible(model ?? '')} already`;
}

function coloredDiff(diff: string, colors: Io['colors']): readonly string[] {
  return diff
    .trimEnd()
    .split('\n')
    .map((line) => {
      // A carriage return would hide the line, and an escape sequence is none of ours.
      const shown = line.replace(/\r$/, '').split('\t').map(visible).join('\t');
      if (shown.startsWith('+')) return colors.green(shown);
      return shown.startsWith('-') ? colors.red(shown) : colors.dim(shown);
    });
}

function callersText({ callers }: Plan, colors: Io['colors']): readonly string[] {
  if (callers.length === 0) return ['no known call asks for it'];
  const rows = callers.map((call) => [
    `  ${colors.dim(shownSite(call))}`,
    visible(call.callee),
    tasksOf(call),
    `${served(call.before)} → ${served(call.after)}`,
  ]);
  return [callers.length === 1 ? '1 call asks for it:' : `${String(callers.length)} calls ask for it:`, columns(rows)];
}

function tasksOf({ before, after }: ConcernedCall): string {
  return visible([...new Set((after.length > 0 ? after : before).map(({ task }) => task))].join(', '));
}

/** `haiku (route)`, with the hint that changed it. */
function served(decisions: readonly Decision[]): string {
  const each = decisions.map(({ model, via, hint }) => `${model} (${hint === null ? via : `${via}, ${hint}`})`);
  return visible([...new Set(each)].join(', '));
}

function mentionsText({ change, mentions }: Plan): readonly string[] {
  if (mentions.length === 0) return [];
  return [
    `${visible(change.task)} is still written where no known call asks it:`,
    ...mentions.map((site) => `  ${shownSite(site)}`),
  ];
}

function namesOf({ files }: Plan, { root }: Outcome): readonly string[] {
  return files.map(({ file }) => shownFile(file, root));
}

function shellQuoted(text: string): string {
  return /^[\w./@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
