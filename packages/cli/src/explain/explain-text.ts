import { visible } from '@taskroute/source/findings';
import type { Decision } from '@taskroute/router/table';
import { listOf } from '@taskroute/source/findings';
import { shownSite } from '../survey/site.ts';
import { unverifiedText } from '../survey/unverified.ts';
import type { Io } from '../terminal/io.ts';
import { columns } from '../terminal/table.ts';
import type { Step } from './explain-steps.ts';
import type { Explanation } from './explanation.ts';

export function explainText(explanation: Explanation, { colors }: Io): string {
  const { task, decision, tiers, router, reason, line, near } = explanation;
  const model = colors.bold(visible(decision.model));
  return [
    `${visible(task)} → ${model}, tier ${String(decision.tier)} of ${String(tiers.length)}, ${whyOf(decision)}`,
    ...(reason === null ? [] : [colors.yellow(`cannot verify: ${visible(reason)}`)]),
    ...(near.length === 0 ? [] : [`no line of its own; did you mean ${listOf(near)}?`]),
    '',
    colors.dim(visible(router)),
    columns(explanation.steps.map((step, index) => rowOf(step, explanation.steps[index - 1], colors))),
    ...(line === null ? [] : ['', colors.dim(shownSite(line)), visible(line.text)]),
    '',
    ...callersText(explanation, colors),
    ...unverifiedText(explanation.unverified),
    '',
  ].join('\n');
}

function whyOf({ via, from, routed, hint }: Decision): string {
  const why = {
    override: 'by override',
    route: 'by its own line',
    domain: `by its domain ${from ?? ''}`,
    rule: `by the rule ${from ?? ''}`,
    default: 'by default: it is unrouted',
  }[via];
  return visible(hint === null ? why : `${why} (${routed}) and ${hint}`);
}

function rowOf(
  { step, tried, model, outcome }: Step,
  before: Step | undefined,
  colors: Io['colors'],
): readonly string[] {
  const isChosen = outcome === 'serves' || outcome === 'changes';
  const color = isChosen ? colors.green : outcome === 'unknown' ? colors.yellow : colors.dim;
  // A step's name stands once over all that was tried for it.
  const name = before?.step === step ? '' : step;
  return [
    `  ${color(name)}`,
    color(visible(triedText(step, tried))),
    color(visible(model ?? '')),
    color(outcomeText(tried, model, outcome)),
  ];
}

function triedText(step: Step['step'], tried: string | null): string {
  if (tried !== null) return tried;
  return step === 'default' ? '' : 'none';
}

function outcomeText(tried: string | null, model: string | null, outcome: Step['outcome']): string {
  if (outcome === 'serves') return '← serves';
  if (outcome === 'changes') return '← changes it';
  if (outcome === 'unknown') return 'known only at run time';
  if (outcome === 'not reached') return 'not reached';
  if (tried === null) return '';
  return model === null ? 'no such line' : 'changes nothing';
}

function callersText({ callers }: Explanation, colors: Io['colors']): readonly string[] {
  if (callers.length === 0) return ['no known call asks for it'];
  const rows = callers.map((call) => [
    `  ${colors.dim(shownSite(call))}`,
    visible(call.callee),
    visible([...new Set(call.decisions.map(({ model }) => model))].join(', ')),
    visible([...new Set(call.decisions.map(({ via, hint }) => (hint === null ? via : `${via}, ${hint}`)))].join(', ')),
  ]);
  return [callers.length === 1 ? '1 call asks for it:' : `${String(callers.length)} calls ask for it:`, columns(rows)];
}
