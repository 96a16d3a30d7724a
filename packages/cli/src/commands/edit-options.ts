import type { Command } from 'commander';
import { JSON_OPTION, ROUTER_OPTION } from './command.ts';

/** The options that every command that edits a table takes. */
export function withEditOptions(command: Command): Command {
  return command
    .option('--reason <text>', 'why, in the summary and a line for git; nothing of it is written to the table')
    .option('--dry-run', 'show what would be done, and write nothing')
    .option(...JSON_OPTION)
    .option(...ROUTER_OPTION);
}
