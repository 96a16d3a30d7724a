import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createProjects, type Gap, type Project } from '@taskroute/source';
import { visible } from '@taskroute/source/findings';
import { CannotRun } from '../exit.ts';
import type { Io } from '../terminal/io.ts';
import { createProgress } from '../terminal/progress.ts';
import { chooseRouters } from './choose-routers.ts';
import { filesBelow, repositoryOf } from './files.ts';
import { joinSurveys } from './join-surveys.ts';
import { narrowFiles } from './narrow-files.ts';
import { scan } from './scan.ts';
import { bySite, shownFile, shownSite, siteOf } from './site.ts';
import { withoutTable } from './survey-file.ts';
import type { FileSurvey, Finding, FoundRouter, Survey, SurveyedCall, UnusedRoute } from './survey.ts';

export interface SurveyOptions {
  /** Files and folders, from the root; else all of it. */
  readonly paths?: readonly string[];
  /** The only router that is wanted: its file, its name, or both (`src/router.ts#router`). */
  readonly router?: string | undefined;
  /**
   * Where only what asks for these tasks is wanted, in the whole repository that the root is in: other calls may be missing, and
   * findings with them.
   */
  readonly about?: readonly string[];
}

/**
 * What is known of a folder.
 *
 * Errors: `CannotRun` where no router is found, or none that the option names.
 */
export async function surveyFolder(
  io: Io,
  root: string,
  { paths = ['.'], router, about }: SurveyOptions = {},
): Promise<Survey> {
  const { files, findings } = filesBelow(root, about === undefined ? paths : [repositoryOf(root)]);
  const { projects, main } = projectsOf(root, files);
  const wanted = about === undefined ? files : narrowFiles(main, projects, files, about);
  const progress = createProgress(io, 'Reading file');
  let scanned: FileSurvey;
  try {
    scanned = await scan(root, wanted, (done) => {
      progress.at(done, wanted.length);
    });
  } finally {
    progress.done();
  }
  const declared = projects.flatMap((project) => declaredIn(project, root, scanned.reached));
  const all = joinSurveys([{ ...scanned, findings: [...findings, ...scanned.findings] }, ...declared]);
  if (all.routers.length === 0) expectSoundDeclarations(declared);
  const routers = chooseRouters(all.routers, root, router);
  const ids = new Set(routers.map(({ id }) => id));
  const calls = [...all.calls].filter((call) => ids.has(call.router)).sort(bySite);
  return {
    root,
    files: files.length,
    routers,
    calls,
    findings: all.findings.filter((finding) => finding.router === null || ids.has(finding.router)).sort(bySite),
    unused: routers.flatMap((each) => unusedRoutes(each, calls, root)).sort(bySite),
  };
}

/** One for each `taskroute.json` that speaks of some file, and the one of the root, whether it has one or not. */
function projectsOf(
  root: string,
  files: readonly string[],
): { readonly projects: readonly Project[]; readonly main: Project } {
  const projectOf = createProjects(undefined, root);
  const folders = new Set([join(root, 'x'), ...files].map((file) => dirname(file)));
  const all = [...new Set([...folders].map((folder) => projectOf(join(folder, 'x'))))];
  return { projects: all.filter((project) => existsSync(project.config().file)), main: projectOf(join(root, 'x')) };
}

/** What `taskroute.json` declares, and what is wrong with it. */
function declaredIn(project: Project, root: string, reached: readonly string[]): FileSurvey {
  const findings = project.findings(reached).map((gap) => findingOfGap(gap, root));
  return { calls: [], findings, routers: project.declared().map(withoutTable), reached: [] };
}

/** Where nothing else leads to a router, what is wrong with a declaration is why there is none. */
function expectSoundDeclarations(declared: readonly FileSurvey[]): void {
  const [fault] = declared.flatMap(({ findings }) => findings);
  if (fault !== undefined) throw new CannotRun(`no router was found here: ${shownSite(fault)} ${fault.message}`);
}

function findingOfGap(gap: Gap, root: string): Finding {
  const message = `${shownFile(gap.file, root)} ${visible(gap.reason)}.`;
  return { rule: 'no-unreadable-table', ...siteOf(gap, root), message, router: null };
}

/** The lines of a table that no known call asks for. */
function unusedRoutes(router: FoundRouter, calls: readonly SurveyedCall[], root: string): readonly UnusedRoute[] {
  const used = new Set(
    calls
      .filter((call) => call.router === router.id)
      .flatMap(({ tasks, decisions }) => [...tasks, ...decisions.flatMap(({ from }) => from ?? [])]),
  );
  return router.routes
    .filter(({ task }) => !used.has(task))
    .map(({ task, place }) => ({ router: router.id, task, ...siteOf(place, root) }));
}
