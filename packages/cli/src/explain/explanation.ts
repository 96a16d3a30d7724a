import { readFileSync } from 'node:fs';
import type { Decision, JudgeOptions } from '@taskroute/router/table';
import { createProjects, verdictOf, type Place, type RouterSource } from '@taskroute/source';
import { visible } from '@taskroute/source/findings';
import { nameOfRouter } from '../audit/audit-json.ts';
import { CannotRun } from '../exit.ts';
import { chooseRouters } from '../survey/choose-routers.ts';
import { readRouter } from '../survey/read-router.ts';
import { lineOf, nearIn, routersOfTask, severalHave } from '../survey/routers-of-task.ts';
import { siteOf } from '../survey/site.ts';
import { countUnverified } from '../survey/unverified.ts';
import type { FoundRouter, Site, Survey, SurveyedCall } from '../survey/survey.ts';
import { explainSteps, type Step } from './explain-steps.ts';

/** The text that gave the model: a line of the table, or the default. */
interface ShownLine extends Site {
  /** The key; null for the default. */
  readonly task: string | null;
  readonly text: string;
}

/** A call that asks for the task. */
type Caller = Pick<SurveyedCall, keyof Site | 'callee' | 'form' | 'complete' | 'decisions'>;

/** How a task is served, and why. */
export interface Explanation {
  /** As `--router` takes it. */
  readonly router: string;
  readonly tiers: readonly string[];
  readonly task: string;
  /** What the lines that are known give. */
  readonly decision: Decision;
  /** Whether the program will conclude the same; else `reason` says why that is not known. */
  readonly certain: boolean;
  readonly reason: string | null;
  readonly steps: readonly Step[];
  readonly line: ShownLine | null;
  readonly callers: readonly Caller[];
  /** The listed tasks that a task without a line may stand for. */
  readonly near: readonly string[];
  /** How many calls of the router can ask for tasks that the text does not tell. */
  readonly unverified: number;
}

/** Errors: `CannotRun` where it is not clear which router is meant, where its table cannot be judged, and for options that it refuses. */
export function explanationOf(
  survey: Survey,
  task: string,
  options: JudgeOptions,
  named: string | undefined,
): Explanation {
  const { root, calls } = survey;
  const found = routerFor(chooseRouters(survey.routers, root, named), task, root);
  const router = readRouter(createProjects(undefined, root), survey, found);
  const name = nameOfRouter(found, root);
  const verdict = verdictOf(router, task, options);
  if (verdict.kind === 'refused') throw new CannotRun(verdict.error.message);
  const { table } = router;
  const decision = verdict.decision;
  if (table === null || decision === null)
    throw new CannotRun(`cannot explain ${task}: ${verdict.kind === 'unknown' ? verdict.reason : 'no table is known'}`);
  const before = verdictOf(router, task);
  return {
    router: name,
    tiers: router.tiers,
    task,
    decision,
    certain: verdict.kind === 'decided',
    reason: verdict.kind === 'unknown' ? verdict.reason : null,
    steps: explainSteps({ ...router, table }, task, options),
    line: before.kind === 'refused' || before.decision === null ? null : shownLine(router, before.decision, root),
    callers: calls.flatMap((call) => (call.router === router.id ? callerOf(call, task) : [])),
    near: lineOf(found, task) === undefined ? nearIn([found], task) : [],
    unverified: countUnverified(calls, new Set([router.id])),
  };
}

/** The router that has a line for it, or the only one that could serve it otherwise. */
function routerFor(chosen: readonly FoundRouter[], task: string, root: string): FoundRouter {
  if (chosen.some((router) => lineOf(router, task) !== undefined)) return routersOfTask(chosen, task, root)[0];
  const [router, second] = chosen;
  if (router === undefined || second !== undefined) throw new CannotRun(severalHave(chosen, 'could serve it', root));
  return router;
}

function shownLine(router: RouterSource, { via, from }: Decision, root: string): ShownLine | null {
  if (via === 'rule') return null;
  const place = from === null ? router.defaultPlace : (router.routes.find(({ task }) => task === from)?.place ?? null);
  return place === null ? null : { ...siteOf(place, root), task: from, text: lineAt(place) };
}

function lineAt({ file, line }: Place): string {
  const lines = readFileSync(file, 'utf8').split(/\r\n|[\n\r\u2028\u2029]/);
  return visible((lines[line - 1] ?? '').replaceAll('\t', '  '));
}

function callerOf(call: SurveyedCall, task: string): readonly Caller[] {
  const decisions = call.decisions.filter((each) => each.task === task || each.from === task);
  if (decisions.length === 0 && !call.tasks.includes(task)) return [];
  const { file, line, column, callee, form, complete } = call;
  return [{ file, line, column, callee, form, complete, decisions }];
}
