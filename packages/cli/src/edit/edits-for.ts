import { readFileSync } from 'node:fs';
import { isNoEdit, type Edited, type Place, type ProjectOf, type RouterSource, type TextEdit } from '@taskroute/source';
import { nameOfPlace } from '@taskroute/source/findings';
import { resolve } from 'node:path';
import { CannotRun } from '../exit.ts';
import type { Survey } from '../survey/survey.ts';
import type { Change } from './change.ts';

/**
 * The edits that a change takes. `files` are those that could speak of the task.
 *
 * Errors: `CannotRun` where something cannot be edited, with the place.
 */
export function editsFor(
  change: Change,
  router: RouterSource,
  projectOf: ProjectOf,
  survey: Survey,
  files: readonly string[],
): readonly TextEdit[] {
  const { edits } = projectOf(router.file);
  const expect = (edited: Edited): readonly TextEdit[] => {
    if (!isNoEdit(edited)) return edited;
    const where = nameOfPlace(edited.place, survey.root);
    throw new CannotRun(`cannot ${change.command} ${change.task}: ${edited.reason} (${where}); nothing was written`);
  };
  switch (change.command) {
    case 'move':
      return expect(edits.move(router, change.task, change.model));
    case 'add':
      return expect(edits.add(router, change.task, change.model));
    case 'remove':
      return expect(edits.remove(router, change.task));
    case 'rename':
      return [
        ...expect(edits.rename(router, change.task, change.to)),
        ...expect(modelsAreOfOthers(change.task, router, survey) ? [] : edits.renameModels(change.task, change.to)),
        ...filesThatSpeakOf(change.task, survey, files).flatMap((file) =>
          expect(projectOf(file).edits.renameIn(file, router, change.task, change.to)),
        ),
      ];
  }
}

/** Where a line is looked up without a call: such code goes with the line. */
export function lookUpsOf(
  task: string,
  router: RouterSource,
  projectOf: ProjectOf,
  survey: Survey,
  files: readonly string[],
): readonly Place[] {
  return filesThatSpeakOf(task, survey, files).flatMap((file) => projectOf(file).edits.lookUpsIn(file, router, task));
}

/** Those that write its name, and those with a call that asks it. */
export function filesThatSpeakOf(task: string, { calls, root }: Survey, files: readonly string[]): readonly string[] {
  const asking = calls.filter(({ tasks }) => tasks.includes(task)).map(({ file }) => resolve(root, file));
  return [...new Set([...asking, ...files.filter((file) => textAt(file).includes(task))])].sort();
}

function textAt(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // That a file cannot be read is a finding of the survey.
    return '';
  }
}

/** `taskroute.json` has a task's models once, for whichever router. */
function modelsAreOfOthers(task: string, router: RouterSource, { routers }: Survey): boolean {
  return routers.some(({ id, routes }) => id !== router.id && routes.some((entry) => entry.task === task));
}
