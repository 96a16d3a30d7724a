import { runEdit, type EditOptions } from '../edit/run-edit.ts';
import { example, type AddCommand } from './command.ts';
import { withEditOptions } from './edit-options.ts';

export const addAdd: AddCommand = (program, io, end) => {
  withEditOptions(
    program
      .command('add')
      .description('write a line for a task, behind the last one of its model')
      .argument('<task>', "a task, or a domain's default ('content/*')")
      .argument('<model>', 'one of the tiers'),
  )
    .addHelpText('after', example('taskroute add contract sonnet', "taskroute add 'content/*' sonnet --dry-run"))
    .action(async (task: string, model: string, options: EditOptions) => {
      end(await runEdit(io, { command: 'add', task, model }, options));
    });
};
