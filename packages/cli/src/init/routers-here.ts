import { CannotRun } from '../exit.ts';
import type { FoundRouter } from '../survey/survey.ts';
import { surveyFolder } from '../survey/survey-folder.ts';
import type { Io } from '../terminal/io.ts';

/** The routers of a folder; that there is none is no error where one is to be made. */
export async function routersHere(io: Io): Promise<readonly FoundRouter[]> {
  try {
    return (await surveyFolder(io, io.cwd)).routers;
  } catch (error) {
    if (error instanceof CannotRun) return [];
    throw error;
  }
}
