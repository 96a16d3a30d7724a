import type { ProjectOf } from '@taskroute/source';
import { CannotRun } from '../exit.ts';
import { surveyFile } from '../survey/survey-file.ts';
import { shownSite } from '../survey/site.ts';
import type { FileSurvey, FoundRouter, SurveyedCall } from '../survey/survey.ts';
import { nameAfter, type Change } from './change.ts';

/** A call before and after an edit. */
export interface CallPair {
  readonly before: SurveyedCall;
  readonly after: SurveyedCall;
}

/**
 * Reads what the edited files say, and expects that they say what was meant: the lines of the tables, and the tasks of the calls.
 *
 * Shape: the calls of the files that were read again, before and after.
 * Errors: `CannotRun` where anything else reads otherwise.
 */
export function prove(
  change: Change,
  targets: ReadonlySet<string>,
  files: readonly string[],
  root: string,
  projects: { readonly before: ProjectOf; readonly after: ProjectOf },
): readonly CallPair[] {
  const pairs = files.flatMap((file) => {
    const before = surveyFile(projects.before(file), file, root);
    const after = surveyFile(projects.after(file), file, root);
    proveTables(change, targets, before, after);
    return callPairs(change, before, after);
  });
  for (const pair of pairs) proveCall(change, targets, pair);
  return pairs;
}

function fails(change: Change, what: string): never {
  throw new CannotRun(`cannot ${change.command} ${change.task}: ${what}; nothing was written, edit it by hand`);
}

function proveTables(change: Change, targets: ReadonlySet<string>, before: FileSurvey, after: FileSurvey): void {
  if (before.routers.length !== after.routers.length) fails(change, 'the edited file would not be read as it was');
  for (const [index, router] of before.routers.entries()) {
    const edited = after.routers[index];
    const expected = linesOf(router);
    if (targets.has(router.id)) apply(change, expected);
    if (edited === undefined || !isSame(expected, linesOf(edited)) || restOf(router) !== restOf(edited))
      fails(change, `the table of ${router.name} would say something else as well`);
  }
}

function linesOf({ routes }: FoundRouter): Map<string, string | null> {
  return new Map(routes.map(({ task, model }) => [task, model]));
}

function apply(change: Change, lines: Map<string, string | null>): void {
  if (change.command === 'rename') lines.set(change.to, lines.get(change.task) ?? null);
  if (change.command === 'remove' || change.command === 'rename') lines.delete(change.task);
  else lines.set(change.task, change.model);
}

function isSame(one: ReadonlyMap<string, string | null>, other: ReadonlyMap<string, string | null>): boolean {
  return one.size === other.size && [...one].every(([task, model]) => other.has(task) && other.get(task) === model);
}

/** What is no line of the table: no edit changes it. */
function restOf({ name, tiers, default: fallback, rules, gaps, faults, duplicates }: FoundRouter): string {
  return JSON.stringify([name, tiers, fallback, rules, gaps.length, faults.length, duplicates.length]);
}

function callPairs(change: Change, before: FileSurvey, after: FileSurvey): readonly CallPair[] {
  if (before.calls.length !== after.calls.length)
    fails(change, 'the calls of an edited file would not be read as they were');
  return before.calls.flatMap((call, index) => {
    const edited = after.calls[index];
    return edited === undefined ? [] : { before: call, after: edited };
  });
}

function proveCall(change: Change, targets: ReadonlySet<string>, { before, after }: CallPair): void {
  const isTarget = targets.has(before.router);
  const expected = before.tasks.map((task) => (isTarget && task === change.task ? nameAfter(change) : task));
  const isAsked = [...new Set(expected)].sort().join('\n') === [...new Set(after.tasks)].sort().join('\n');
  if (!isAsked || before.complete !== after.complete)
    fails(change, `the call at ${shownSite(before)} would ask for other tasks`);
  if (change.command === 'rename' && isTarget && !isServedAsBefore(change.task, before, after))
    fails(change, `the call at ${shownSite(before)} would be served otherwise`);
}

/** What a line serves under another name is served as it was. */
function isServedAsBefore(task: string, before: SurveyedCall, after: SurveyedCall): boolean {
  return before.decisions.every((decision, index) => {
    const edited = after.decisions[index];
    const isIts = decision.task === task || decision.from === task;
    return !isIts || (edited?.model === decision.model && edited.via === decision.via && edited.hint === decision.hint);
  });
}
