import { runEdit, type EditOptions } from '../edit/run-edit.ts';
import { example, type AddCommand } from './command.ts';
import { withEditOptions } from './edit-options.ts';

export const addMove: AddCommand = (program, io, end) => {
  withEditOptions(
    program
      .command('move')
      .description('route a task to another model: its line in the table is written anew, and nothing else')
      .argument('<task>', 'a line of the table')
      .argument('<model>', 'one of the tiers'),
  )
    .addHelpText('after', example('taskroute move cold-outreach sonnet --reason "converted poorly"'))
    .action(async (task: string, model: string, options: EditOptions) => {
      end(await runEdit(io, { command: 'move', task, model }, options));
    });
};
