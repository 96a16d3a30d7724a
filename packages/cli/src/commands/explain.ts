import { explainJson } from '../explain/explain-json.ts';
import { explainText } from '../explain/explain-text.ts';
import { explanationOf } from '../explain/explanation.ts';
import { surveyFolder } from '../survey/survey-folder.ts';
import { example, JSON_OPTION, ROUTER_OPTION, writeJson, type AddCommand } from './command.ts';

interface Options {
  readonly override?: string;
  readonly atLeast?: string;
  readonly atMost?: string;
  readonly json?: true;
  readonly router?: string;
}

export const addExplain: AddCommand = (program, io, end) => {
  program
    .command('explain')
    .description('show how a task is served: each step to the decision, the line in the table, and the callers')
    .argument('<task>', 'any task')
    .option('--override <model>', 'as a call with { override } would ask')
    .option('--at-least <model>', 'as a call with { atLeast } would ask')
    .option('--at-most <model>', 'as a call with { atMost } would ask')
    .option(...JSON_OPTION)
    .option(...ROUTER_OPTION)
    .addHelpText('after', example('taskroute explain blog-post', 'taskroute explain email-draft --at-least sonnet'))
    .action(async (task: string, { json, router, ...asked }: Options) => {
      const explanation = explanationOf(await surveyFolder(io, io.cwd, { about: [task] }), task, asked, router);
      if (json === true) writeJson(io, explainJson(explanation));
      else io.out(explainText(explanation, io));
      end(explanation.certain ? 0 : 1);
    });
};
