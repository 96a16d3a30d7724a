import {
  verdictOf,
  type FileReport,
  type Gap,
  type Node,
  type Project,
  type RouterCall,
  type RouterSource,
} from '@taskroute/source';
import {
  contradictionOf,
  doubtOfEscape,
  doubtsOfCall,
  duplicateRoutes,
  messageOf,
  missingTasks,
  strayOptions,
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
  const scene = { report, project, file, root, isNew: createFirsts() };
  return {
    calls: report.calls.map((call) => callOf(report, call, root)),
    findings: [
      ...report.findings.map((gap) =>
        findingOf({ rule: 'no-unreadable-table', messageId: 'file', data: { reason: visible(gap.reason) } }, gap, root),
      ),
      ...report.calls.flatMap((call) => findingsOfCall(scene, call)),
      ...report.escapes.flatMap((escape) => {
        const doubt = doubtOfEscape(escape);
        return scene.isNew(doubt) ? findingOf(doubt, report.placeOf(doubt.node), root, escape.router) : [];
      }),
      ...routers.flatMap((router) => [
        ...tableFaults(router, project.root).map((fault) => findingOf(fault, fault.at, root, router)),
        ...duplicateRoutes(router, project.root).map((each) => findingOf(each, each.again, root, router)),
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

/** What of a router crosses threads. */
export function withoutTable({ table: _, ...rest }: RouterSource): FoundRouter {
  return rest;
}

function callOf(report: FileReport, call: RouterCall, root: string): SurveyedCall {
  const tasks = [...new Set(call.task.values.map(({ value }) => value))];
  const verdicts = tasks.flatMap((task) => call.options.choices.map((choice) => verdictOf(call.router, task, choice)));
  return {
    ...siteOf(report.placeOf(call.node), root),
    router: call.router.id,
    callee: call.callee,
    form: call.form,
    tasks,
    complete: call.task.complete,
    decisions: verdicts.flatMap((verdict) => (verdict.kind === 'refused' ? [] : (verdict.decision ?? []))),
    isInWrapper: call.within !== null,
    isRefused: verdicts.some(({ kind }) => kind === 'refused'),
  };
}

/** A file that is surveyed. */
interface Scene {
  readonly report: FileReport;
  readonly project: Project;
  readonly file: string;
  readonly root: string;
  /** Whether nothing was said so far, by the same rule, of the text that a doubt is about. */
  readonly isNew: (doubt: AnyDoubt) => boolean;
}

type AnyDoubt = ReturnType<typeof doubtOfEscape> | ReturnType<typeof doubtsOfCall>[number];

/** One text is doubted once, as the linter does: what is wrong with a spread is so for the task and for the options. */
function createFirsts(): Scene['isNew'] {
  const said = new Set<string>();
  return ({ rule, node: { range } }) => {
    const before = said.size;
    return said.add(`${rule} ${range.join(' ')}`).size > before;
  };
}

function findingsOfCall({ report, project, file, root, isNew }: Scene, call: RouterCall): readonly Finding[] {
  const said = (each: AnySaid, at: Node | Gap): Finding =>
    findingOf(each, 'reason' in at ? at : report.placeOf(at), root, call.router);
  const isErased = call.form === 'erased' && !project.isLowered(file);
  const contradiction = contradictionOf(call);
  return [
    ...(isErased
      ? [said({ rule: 'no-erased-task', messageId: 'erased', data: { callee: call.callee } }, call.node)]
      : []),
    ...unroutedTasks(call, project.root).map((each) => said(each, each.value.node)),
    ...missingTasks(call, project.root).map((each) => said(each, each.gap.file === file ? each.gap : call.task.node)),
    ...doubtsOfCall(call)
      .filter(isNew)
      .map((each) => said(each, each.node)),
    ...strayOptions(call).map((each) => said(each, each.node)),
    ...unknownModels(call).map((each) => said(each, each.value.node)),
    ...(contradiction === null ? [] : [said(contradiction, contradiction.node)]),
  ];
}

function findingOf(said: AnySaid, site: Site, root: string, router: RouterSource | null = null): Finding {
  return { rule: said.rule, ...siteOf(site, root), message: messageOf(said), router: router?.id ?? null };
}
