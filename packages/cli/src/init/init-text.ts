import { shownFile } from '../survey/site.ts';
import type { InitStep } from './step.ts';

const SAID = { write: 'Wrote', edit: 'Added the entry to' } as const;

/** What was done, what a person has to do, and what comes next. */
export function initText(steps: readonly InitStep[], install: readonly string[], root: string): string {
  const next = [...install, 'npx taskroute audit'];
  return `${steps.map((step) => stepText(step, root)).join('\n')}\n\nNext:\n${next.map((line) => `  ${line}\n`).join('')}`;
}

function stepText(step: InitStep, root: string): string {
  const file = shownFile(step.file, root);
  if (step.action === 'stands') return `${file} stays as it is: ${step.reason}.`;
  if (step.action !== 'by-hand') return `${SAID[step.action]} ${file}.`;
  return [`${file} is yours to write: ${step.reason}. Add to it:`, ...step.lines.map((line) => `  ${line}`)].join('\n');
}

/** What is asked before anything is written. */
export function initQuestion(steps: readonly InitStep[], root: string): string {
  const parts = steps.flatMap((step) => {
    if (step.action === 'write') return `write ${shownFile(step.file, root)}`;
    return step.action === 'edit' ? `add an entry to ${shownFile(step.file, root)}` : [];
  });
  const text = parts.join(' and ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}?`;
}

const ACTIONS = { write: 'written', edit: 'edited', stands: 'stands', 'by-hand': 'by-hand' } as const;

/** `schemas/init.json` describes it. */
export function initJson(steps: readonly InitStep[], install: readonly string[], root: string): object {
  const files = steps.map((step) => ({
    file: shownFile(step.file, root),
    action: ACTIONS[step.action],
    ...('reason' in step && { reason: step.reason }),
    ...('lines' in step && { lines: step.lines }),
  }));
  return { files, install };
}
