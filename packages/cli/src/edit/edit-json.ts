import { shownFile } from '../survey/site.ts';
import { nameAfter, sentenceOf } from './change.ts';
import type { Plan } from './plan.ts';
import { unifiedDiff } from './unified-diff.ts';

/** How a plan ended. */
export interface Outcome {
  readonly root: string;
  readonly reason: string | null;
  readonly dryRun: boolean;
  readonly written: boolean;
}

/** `schemas/edit.json` describes it. */
export function editJson(plan: Plan, { root, reason, dryRun, written }: Outcome): object {
  const { change, routers, model, files, callers, inTheWay, mentions, unverified } = plan;
  return {
    command: change.command,
    routers,
    task: change.task,
    name: change.command === 'remove' ? null : nameAfter(change),
    from: model,
    to: change.command === 'remove' ? null : 'model' in change ? change.model : model,
    reason,
    summary: sentenceOf(change, model, reason),
    dryRun,
    written,
    files: files.map((each) => ({ file: shownFile(each.file, root), diff: unifiedDiff(each, root) })),
    callers,
    inTheWay,
    mentions,
    unverified,
  };
}
