import { runEdit, type EditOptions } from '../edit/run-edit.ts';
import { example, type AddCommand } from './command.ts';
import { withEditOptions } from './edit-options.ts';

export const addRemove: AddCommand = (program, io, end) => {
  withEditOptions(
    program
      .command('remove')
      .description("take a task's line out of the table; refused while something asks for it (exit 1)")
      .argument('<task>', 'a line of the table'),
  )
    .addHelpText('after', example('taskroute remove follow-up'))
    .action(async (task: string, options: EditOptions) => {
      end(await runEdit(io, { command: 'remove', task }, options));
    });
};
