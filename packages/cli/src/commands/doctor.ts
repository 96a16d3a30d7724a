import { doctorText } from '../doctor/doctor-text.ts';
import { examine } from '../doctor/examine.ts';
import { CannotRun } from '../exit.ts';
import { surveyFolder } from '../survey/survey-folder.ts';
import type { Survey } from '../survey/survey.ts';
import type { Io } from '../terminal/io.ts';
import { example, JSON_OPTION, ROUTER_OPTION, writeJson, type AddCommand } from './command.ts';

export const addDoctor: AddCommand = (program, io, end) => {
  program
    .command('doctor')
    .description('look at what stands around the routers: versions, build, plugins, tables, caches')
    .option(...JSON_OPTION)
    .option(...ROUTER_OPTION)
    .addHelpText('after', example('taskroute doctor'))
    .action(async ({ json, router }: { readonly json?: true; readonly router?: string }) => {
      const survey = await surveyOrReason(io, router);
      const examination = examine(io.cwd, survey instanceof CannotRun ? null : survey);
      if (json === true) writeJson(io, examination);
      else io.out(doctorText(examination, io));
      // What is seen is said all the same.
      if (survey instanceof CannotRun) throw survey;
      end(examination.checks.some(({ status }) => status !== 'ok') ? 1 : 0);
    });
};

async function surveyOrReason(io: Io, router: string | undefined): Promise<Survey | CannotRun> {
  try {
    return await surveyFolder(io, io.cwd, { router });
  } catch (error) {
    if (error instanceof CannotRun) return error;
    throw error;
  }
}
