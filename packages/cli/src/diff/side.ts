import { mkdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { CannotRun } from '../exit.ts';
import type { Repository } from '../git/repository.ts';
import type { Revision } from '../git/revision.ts';
import type { WrittenTree } from '../git/tree-writer.ts';
import { writeRevision } from '../git/write-revision.ts';
import { writeWorkTree } from '../git/write-work-tree.ts';
import { shownFile } from '../survey/site.ts';
import type { Finding, Survey } from '../survey/survey.ts';
import { surveyFolder } from '../survey/survey-folder.ts';
import type { Io } from '../terminal/io.ts';
import { createProgress } from '../terminal/progress.ts';
import { installTree } from './install-tree.ts';
import { readManifests } from './manifests.ts';
import { isBelow, unheldPackages, type UnheldPackage } from './unheld-packages.ts';

/** One revision, as far as its text tells. Files are named from the folder that the command runs in. */
export interface Side {
  readonly revision: Revision;
  readonly survey: Survey;
  readonly files: ReadonlySet<string>;
  readonly submodules: ReadonlyMap<string, string>;
  /** What is in doubt as a whole, whatever the calls that were seen: tables and packages. */
  readonly doubts: readonly Finding[];
  /** Whether a file may hold calls that were not seen. */
  readonly isDoubtful: (file: string) => boolean;
}

/**
 * Reads one side into a folder that is empty or not there.
 *
 * Errors: `CannotRun` where no router is found.
 */
export async function readSide(io: Io, repository: Repository, revision: Revision, folder: string): Promise<Side> {
  mkdirSync(folder);
  const tree = await writeSide(io, repository, revision, folder);
  const manifests = readManifests(tree);
  installTree(tree, manifests);
  const root = join(folder, repository.prefix);
  // A folder that one side does not have is an empty one.
  mkdirSync(root, { recursive: true });
  const survey = await surveyOf(io, root, revision);
  const routerFiles = survey.routers.map(({ file }) => shownFile(file, folder));
  const workTree = repository.hasWorkTree ? repository.folder : null;
  const unheld = unheldPackages(tree, manifests, routerFiles, workTree).filter(({ asker }) =>
    isNear(asker.folder, repository.prefix),
  );
  const shown = (path: string) => posix.relative(repository.prefix, path);
  const absent = absentFiles(tree, repository.prefix).map((finding) => ({ ...finding, file: shown(finding.file) }));
  const packages = unheld.map((each) => findingOf(each, shown));
  const doubtfulFiles = new Set(
    [...survey.findings, ...absent].flatMap(({ rule, file }) => (rule === 'no-unreadable-table' ? file : [])),
  );
  return {
    revision,
    survey: { ...survey, findings: [...survey.findings, ...absent, ...packages] },
    files: new Set([...tree.files].map(shown)),
    submodules: new Map([...tree.submodules].map(([path, commit]) => [shown(path), commit])),
    doubts: [...packages, ...tableDoubts(survey)],
    isDoubtful: (file) =>
      doubtfulFiles.has(file) || unheld.some(({ asker }) => isBelow(posix.join(repository.prefix, file), asker.folder)),
  };
}

async function surveyOf(io: Io, root: string, { name, commit }: Revision): Promise<Survey> {
  try {
    return await surveyFolder(io, root);
  } catch (error) {
    throw error instanceof CannotRun
      ? new CannotRun(`${commit === null ? 'in the' : 'at'} ${name}: ${error.message}`)
      : error;
  }
}

async function writeSide(
  io: Io,
  repository: Repository,
  { name, commit }: Revision,
  folder: string,
): Promise<WrittenTree> {
  const progress = createProgress(io, `Writing ${name}, file`);
  try {
    return commit === null
      ? await writeWorkTree(repository.folder, folder, progress.at)
      : await writeRevision(repository.folder, commit, folder, progress.at);
  } finally {
    progress.done();
  }
}

/** Whether something below one of two folders is below the other. */
function isNear(folder: string, prefix: string): boolean {
  return isBelow(prefix, folder) || isBelow(`${folder}/`, prefix.replace(/\/$/, ''));
}

function findingOf({ name, asker, reason }: UnheldPackage, shown: (path: string) => string): Finding {
  const before = asker.text.slice(
    0,
    Math.max(0, asker.text.search(new RegExp(`"${name.replace(/[.]/g, '\\.')}"\\s*:`))),
  );
  const lines = before.split('\n');
  return {
    rule: 'no-unreadable-table',
    router: null,
    file: shown(posix.join(asker.folder, 'package.json')),
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    message: `Cannot verify the calls that reach a router through ${name}: it ${reason}.`,
  };
}

/** What a table lacks is not seen to change. */
function tableDoubts({ routers, findings, root }: Survey): readonly Finding[] {
  const places = routers.flatMap(({ gaps, faults }) => [...gaps, ...faults.map(({ place }) => place)]);
  const keys = new Set(places.map(({ file, line, column }) => keyOf({ file: shownFile(file, root), line, column })));
  return findings.filter((finding) => finding.rule === 'no-unreadable-table' && keys.has(keyOf(finding)));
}

function keyOf({ file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>): string {
  return `${file}:${String(line)}:${String(column)}`;
}

/** Files that could hold a call and were not read. */
function absentFiles({ pointers, refused }: WrittenTree, prefix: string): readonly Finding[] {
  const reasons = [
    ...pointers.map((path) => ({ path, reason: 'is kept by LFS, and git has a pointer to it alone' })),
    ...refused,
  ];
  return reasons.flatMap(({ path, reason }) =>
    isBelow(path, prefix.replace(/\/$/, '')) && /\.(?:[cm]?[jt]sx?|vue)$/.test(path)
      ? {
          rule: 'no-unreadable-table',
          router: null,
          ...{ file: path, line: 1, column: 1 },
          message: `Cannot verify the tasks in this file: it ${reason}.`,
        }
      : [],
  );
}
