import { CannotRun } from '../exit.ts';
import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { diffJson } from '../diff/diff-json.ts';
import { diffMarkdown } from '../diff/diff-markdown.ts';
import { diffText } from '../diff/diff-text.ts';
import { FAIL_ON, failuresOf, type FailOn } from '../diff/fail-on.ts';
import { diffSides, type RouteDiff } from '../diff/route-diff.ts';
import { readSide } from '../diff/side.ts';
import { repositoryAt } from '../git/repository.ts';
import { revisionsOf } from '../git/revision.ts';
import { inTemporaryFolder } from '../git/temporary-folder.ts';
import type { Io } from '../terminal/io.ts';
import { example, JSON_OPTION, ROUTER_OPTION, writeJson, type AddCommand } from './command.ts';

interface Options {
  readonly json?: true;
  readonly format: 'text' | 'markdown' | 'json';
  readonly router?: string;
  readonly failOn: readonly FailOn[];
}

export const addDiff: AddCommand = (program, io, end) => {
  program
    .command('diff')
    .description(
      'show what a change does to routes: the tables and the calls of two git revisions, compared; the work tree is left as it is',
    )
    .argument('<base>', 'a revision, or two (main...feature is what a pull request shows)')
    .argument('[head]', 'the other revision; else the work tree as it is now')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'markdown', 'json']).default('text'))
    .option(...JSON_OPTION)
    .option(...ROUTER_OPTION)
    .addOption(
      new Option('--fail-on <reasons>', `exit 1 on any of ${FAIL_ON.join(', ')} (a list, or several times)`)
        .argParser(addReasons)
        .default([], 'nothing'),
    )
    .addHelpText(
      'after',
      example('taskroute diff main', 'taskroute diff main...feature --format markdown --fail-on downgrade') +
        '\nOnly what git holds is read, on both sides alike. What an installation or a build would add is "cannot verify".\n',
    )
    .action(async (base: string, head: string | undefined, { json, format, router, failOn }: Options) => {
      if (json === true && format === 'markdown')
        throw new CannotRun('--json and --format markdown are two formats; name one');
      const diff = await diffRevisions(io, base, head, router);
      if (json === true || format === 'json') writeJson(io, diffJson(diff));
      else io.out(format === 'markdown' ? diffMarkdown(diff) : diffText(diff, io));
      const failures = failuresOf(diff, failOn);
      if (failures.length === 0) return;
      io.err(`taskroute: fails on ${failures.map(([reason, count]) => `${reason} (${String(count)})`).join(', ')}\n`);
      end(1);
    });
};

async function diffRevisions(
  io: Io,
  base: string,
  head: string | undefined,
  router: string | undefined,
): Promise<RouteDiff> {
  const repository = await repositoryAt(io.cwd);
  const revisions = await revisionsOf(repository, base, head);
  return inTemporaryFolder(async (folder) =>
    diffSides(
      await readSide(io, repository, revisions.base, join(folder, 'base')),
      await readSide(io, repository, revisions.head, join(folder, 'head')),
      router,
    ),
  );
}

/** Every reason once, whether it comes in a list or alone. */
function addReasons(list: string, before: readonly FailOn[]): readonly FailOn[] {
  const reasons = list.split(',').map((each) => each.trim());
  const unknown = reasons.find((each) => !isReason(each));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`${JSON.stringify(unknown)} is none of ${FAIL_ON.join(', ')}.`);
  return [...new Set([...before, ...reasons.filter(isReason)])];
}

function isReason(text: string): text is FailOn {
  return FAIL_ON.some((reason) => reason === text);
}
