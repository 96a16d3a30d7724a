import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands/index.ts';
import { CannotRun, reasonOf, type Exit } from './exit.ts';
import type { Io } from './terminal/io.ts';
import { VERSION } from './version.ts';

/** Runs one command line. Errors: none; what cannot run is said on `err`, and the answer is 2. */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  let exit: Exit = 0;
  const program = createProgram(io);
  for (const add of COMMANDS)
    add(program, io, (ends) => {
      exit = ends;
    });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    // Help and version end so too; what was wrong with the arguments is said already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message =
      error instanceof CannotRun ? error.message : `something is wrong in here: ${reasonOf(error)}; please report it`;
    io.err(`taskroute: ${message}\n`);
    return 2;
  }
}

function createProgram(io: Io): Command {
  return new Command('taskroute')
    .description('Audits, explains, moves and diffs the routes of a taskroute table.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for what it takes)')
    .addHelpText('after', '\nExit: 0 clean, 1 findings, 2 could not run.');
}
