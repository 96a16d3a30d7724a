import { runEdit, type EditOptions } from '../edit/run-edit.ts';
import { example, type AddCommand } from './command.ts';
import { withEditOptions } from './edit-options.ts';

export const addRename: AddCommand = (program, io, end) => {
  withEditOptions(
    program
      .command('rename')
      .description('give a task another name, in the table and wherever it is asked for')
      .argument('<old>', 'a line of the table')
      .argument('<new>', 'its name from now on'),
  )
    .addHelpText('after', example('taskroute rename blog-post content/blog-post --dry-run'))
    .action(async (task: string, to: string, options: EditOptions) => {
      end(await runEdit(io, { command: 'rename', task, to }, options));
    });
};
