import { verdictOf, type FileReport, type Project, type RouterCall, type RouterSource } from '@taskroute/source';
import {
  contradictionOf,
  doubtOfEscape,
  doubtsOfCall,
  duplicateRoutes,
  messageOf,
  missingTasks,
  tableFaults,
  unknownModels,
  unroutedTasks,
  visible,
  type AnySaid,
} from '@taskroute/source/findings';
import { siteOf } from './site.ts';
import type { FileSurvey, Finding, FoundRouter, Site, SurveyedCall } from './survey.ts';

/** What one file says. Errors: none; what cannot be read is a finding. */
export function surveyFile(project: Project, file: string, root: string): FileSurvey {
  const report = project.callsIn(file);
  const routers = routersOf(report);
  return {
    calls: report.calls.map((call) => callOf(report, call, root)),
    findings: [
      ...report.findings.map((gap) =>
        findingOf({ rule: 'no-unreadable-table', messageId: 'file', data: { reason: visible(gap.reason) } }, gap, root),
      ),
      ...report.calls.flatMap((call) => findingsOfCall(report, call, project, file, root)),
      ...report.escapes.map((escape) => {
        const doubt = doubtOfEscape(escape);
        return findingOf(doubt, report.placeOf(doubt.node), root);
      }),
      ...routers.flatMap((router) => [
        ...tableFaults(router, project.root).map((fault) => findingOf(fault, fault.at, root)),
        ...duplicateRoutes(router, project.root).map((each) => findingOf(each, each.again, root)),
      ]),
    ],
    routers: routers.map(withoutTable),
    reached: [...report.calls.filter(({ within }) => within === null), ...report.escapes].map(
      ({ router }) => router.id,
    ),
  };
}

function routersOf({ routers, calls, escapes }: FileReport): readonly RouterSource[] {
  const all = [...routers, ...calls.map(({ router }) => router), ...escapes.map(({ router }) => router)];
  return [...new Map(all.map((router) => [router.id, router])).values()];
}

function withoutTable({ table: _, ...rest }: RouterSource): FoundRouter {
  return rest;
}

function callOf(report: FileReport, call: RouterCall, root: string): SurveyedCall {
  const tasks = [...new Set(call.task.values.map(({ value }) => value))];
  return {
    ...siteOf(report.placeOf(call.node), root),
    router: call.router.id,
    callee: call.callee,
    form: call.form,
    tasks,
    complete: call.task.complete,
    decisions: tasks.flatMap((task) =>
      call.options.choices.flatMap((choice) => {
        const verdict = verdictOf(call.router, task, choice);
        return verdict.kind === 'refused' ? [] : (verdict.decision ?? []);
      }),
    ),
    isInWrapper: call.within !== null,
  };
}

function findingsOfCall(
  report: FileReport,
  call: RouterCall,
  project: Project,
  file: string,
  root: string,
): readonly Finding[] {
  const contradiction = contradictionOf(call);
  return [
    ...(call.form === 'erased' && !project.isLowered(file)
      ? [
          findingOf(
            { rule: 'no-erased-task', messageId: 'erased', data: { callee: call.callee } },
            report.placeOf(call.node),
            root,
          ),
        ]
      : []),
    ...unroutedTasks(call, project.root).map((each) => findingOf(each, report.placeOf(each.value.node), root)),
    ...missingTasks(call, project.root).map((each) =>
      findingOf(each, each.gap.file === file ? each.gap : report.placeOf(call.task.node), root),
    ),
    ...doubtsOfCall(call).map((each) => findingOf(each, report.placeOf(each.node), root)),
    ...unknownModels(call).map((each) => findingOf(each, report.placeOf(each.value.node), root)),
    ...(contradiction === null ? [] : [findingOf(contradiction, report.placeOf(contradiction.node), root)]),
  ];
}

function findingOf(said: AnySaid, site: Site, root: string): Finding {
  return { rule: said.rule, ...siteOf(site, root), message: messageOf(said) };
}
