import { writeJson } from '../commands/command.ts';
import type { Exit } from '../exit.ts';
import { surveyFolder } from '../survey/survey-folder.ts';
import type { Io } from '../terminal/io.ts';
import { nameAfter, type Change } from './change.ts';
import { editJson, type Outcome } from './edit-json.ts';
import { editText } from './edit-text.ts';
import { planOf } from './plan.ts';
import { writeFiles } from '../write/write-files.ts';

export interface EditOptions {
  readonly router?: string;
  readonly json?: true;
  readonly dryRun?: true;
  readonly reason?: string;
}

/** Plans a change, proves it, writes it and shows it. Errors: `CannotRun`; nothing is written then. */
export async function runEdit(io: Io, change: Change, options: EditOptions): Promise<Exit> {
  const survey = await surveyFolder(io, io.cwd, { about: [change.task, nameAfter(change)] });
  const plan = planOf(survey, change, options.router);
  const dryRun = options.dryRun === true;
  const written = !dryRun && plan.files.length > 0;
  if (written)
    writeFiles(
      plan.files.map(({ file, before, after }) => ({ file, before, text: after })),
      survey.root,
    );
  const reason = options.reason?.trim().replace(/\s+/g, ' ') ?? '';
  const outcome: Outcome = { root: survey.root, reason: reason === '' ? null : reason, dryRun, written };
  if (options.json === true) writeJson(io, editJson(plan, outcome));
  else io.out(editText(plan, outcome, io));
  return plan.inTheWay.length > 0 ? 1 : 0;
}
