import { initJson, initQuestion, initText } from '../init/init-text.ts';
import { lintStep } from '../init/lint-step.ts';
import { installCommands, projectKindOf } from '../init/project-kind.ts';
import { routerStep } from '../init/router-step.ts';
import { routersHere } from '../init/routers-here.ts';
import { ask } from '../terminal/ask.ts';
import { writeFiles } from '../write/write-files.ts';
import { example, JSON_OPTION, writeJson, type AddCommand } from './command.ts';

interface Options {
  readonly yes?: true;
  readonly json?: true;
}

export const addInit: AddCommand = (program, io, end) => {
  program
    .command('init')
    .description(
      'write a first router, and add the plugin to the configuration of ESLint; what is there is never overwritten',
    )
    .option('--yes', 'ask nothing; without a terminal nothing is asked either')
    .option(...JSON_OPTION)
    .addHelpText('after', example('npx taskroute init'))
    .action(async ({ yes, json }: Options) => {
      const kind = projectKindOf(io.cwd);
      const routers = await routersHere(io);
      const router = routerStep(io.cwd, kind, routers);
      // What taskroute.json declares is read from there.
      const named =
        routers.length === 0 ? [router.file] : routers.filter((each) => !each.declared).map((each) => each.file);
      const steps = [router, lintStep(io.cwd, kind, [...new Set(named)])];
      const writes = steps.flatMap((step) => ('text' in step ? step : []));
      const isAsked = io.isInteractive && yes !== true && json !== true && writes.length > 0;
      if (isAsked && !(await ask(io, initQuestion(steps, io.cwd)))) {
        io.out('Nothing was written.\n');
        return;
      }
      writeFiles(writes, io.cwd);
      const parser = kind.isTyped && steps.some(({ file, action }) => action === 'write' && file !== router.file);
      const install = installCommands(
        kind,
        ['@taskroute/router'],
        ['@taskroute/eslint-plugin', 'eslint', ...(parser ? ['@typescript-eslint/parser'] : [])],
      );
      if (json === true) writeJson(io, initJson(steps, install, io.cwd));
      else io.out(initText(steps, install, io.cwd));
      end(steps.some(({ action }) => action === 'by-hand') ? 1 : 0);
    });
};
