import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createProjects, type ProjectOf, type RouterSource } from '@taskroute/source';
import { nameOfRouter } from '../audit/audit-json.ts';
import { chooseRouters } from '../survey/choose-routers.ts';
import { filesBelow } from '../survey/files.ts';
import { readRouter } from '../survey/read-router.ts';
import { lineOf } from '../survey/routers-of-task.ts';
import { bySite, siteOf } from '../survey/site.ts';
import { countUnverified } from '../survey/unverified.ts';
import type { FoundRouter, Site, Survey } from '../survey/survey.ts';
import { nameAfter, type Change } from './change.ts';
import { expectOwnLine, isDone, targetsOf } from './checks.ts';
import { concernedCalls, type ConcernedCall } from './concerned.ts';
import { editsFor, filesThatSpeakOf, lookUpsOf } from './edits-for.ts';
import { changesOf, type FileChange } from './file-change.ts';
import { prove } from './proof.ts';

/** What a change would do, proven, and not yet written. */
export interface Plan {
  readonly change: Change;
  /** The routers whose table it is, as `--router` takes them. */
  readonly routers: readonly string[];
  /** The model of the line before; null for one that is added. */
  readonly model: string | null;
  /** Empty where there is nothing to do. */
  readonly files: readonly FileChange[];
  readonly callers: readonly ConcernedCall[];
  /** Why it is not done: what asks for a line that is to be removed. */
  readonly inTheWay: readonly Site[];
  /** After a rename: where the old name is still written, and no known call asks it. */
  readonly mentions: readonly Site[];
  /** How many calls of the routers can ask for tasks that the text does not tell. */
  readonly unverified: number;
}

/** Errors: `CannotRun` for all that cannot be done, with what to do instead. */
export function planOf(survey: Survey, change: Change, router: string | undefined): Plan {
  const { root } = survey;
  const targets = targetsOf(change, chooseRouters(survey.routers, root, router), root);
  const [target] = targets;
  const ids = new Set(targets.map(({ id }) => id));
  const model = lineOf(target, change.task)?.model ?? null;
  const plan: Plan = {
    change,
    routers: targets.map((each) => nameOfRouter(each, root)),
    model,
    files: [],
    callers: [],
    inTheWay: [],
    mentions: [],
    unverified: countUnverified(survey.calls, ids),
  };
  if (isDone(change, model)) return plan;
  expectOwnLine(change, targets, survey);

  const before = createProjects(undefined, root);
  const read = readRouter(before, survey, target);
  const files = change.command === 'remove' || change.command === 'rename' ? filesBelow(root, ['.']).files : [];
  const inTheWay = change.command === 'remove' ? askersOf(change.task, ids, read, before, survey, files) : [];
  if (inTheWay.length > 0) return { ...plan, inTheWay };

  const changes = changesOf(editsFor(change, read, before, survey, files), root);
  const texts = new Map(changes.map(({ file, after }) => [file, after]));
  const projects = { before, after: createProjects(undefined, root, texts) };
  const pairs = prove(change, ids, filesToProve(change, targets, survey, [...texts.keys()]), root, projects);
  const mentions = change.command === 'rename' ? mentionsOf(change.task, projects.after, survey, files, texts) : [];
  return { ...plan, files: changes, callers: concernedCalls(pairs, change, ids), mentions };
}

/** The calls that a line serves, and the code that looks it up. */
function askersOf(
  task: string,
  ids: ReadonlySet<string>,
  router: RouterSource,
  projectOf: ProjectOf,
  survey: Survey,
  files: readonly string[],
): readonly Site[] {
  const calls = survey.calls.filter(
    (call) => ids.has(call.router) && (call.tasks.includes(task) || call.decisions.some(({ from }) => from === task)),
  );
  const lookUps = lookUpsOf(task, router, projectOf, survey, files).map((place) => siteOf(place, survey.root));
  return distinct([...calls, ...lookUps]);
}

function distinct(sites: readonly Site[]): readonly Site[] {
  const plain = sites.map(({ file, line, column }) => ({ file, line, column }));
  return [...new Map(plain.map((site) => [Object.values(site).join(':'), site])).values()].sort(bySite);
}

/** Whatever could read otherwise: the files that are edited, the routers that are made of them, and the calls that ask for the line. */
function filesToProve(
  change: Change,
  targets: readonly FoundRouter[],
  { routers, calls, root }: Survey,
  edited: readonly string[],
): readonly string[] {
  const names = [change.task, nameAfter(change)];
  const made = routers.filter(({ files }) => edited.some((file) => files.includes(file)));
  const asking = calls.filter(
    ({ tasks, decisions }) =>
      names.some((name) => tasks.includes(name)) || decisions.some(({ from }) => from !== null && names.includes(from)),
  );
  // What a new line of a domain will serve is served by something else so far.
  const inDomain = names.some((name) => name.endsWith('/*'))
    ? calls.filter(({ router }) => targets.some(({ id }) => id === router))
    : [];
  return [
    ...new Set([
      ...edited.filter((file) => !file.endsWith('taskroute.json')),
      ...[...targets, ...made].map(({ file }) => file),
      ...[...asking, ...inDomain].map(({ file }) => resolve(root, file)),
    ]),
  ].sort();
}

function mentionsOf(
  name: string,
  projectOf: ProjectOf,
  survey: Survey,
  files: readonly string[],
  texts: ReadonlyMap<string, string>,
): readonly Site[] {
  return filesThatSpeakOf(name, survey, files)
    .flatMap((file) => {
      const text = texts.get(file) ?? readFileSync(file, 'utf8');
      return projectOf(file).edits.mentionsIn({ file, text }, name);
    })
    .map((place) => siteOf(place, survey.root));
}
