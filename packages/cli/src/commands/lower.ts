import { lowerFolder, type LoweredFolder } from '../lower/lower-folder.ts';
import { shownSite } from '../survey/site.ts';
import type { Io } from '../terminal/io.ts';
import { counted } from '../terminal/counted.ts';
import { createProgress } from '../terminal/progress.ts';
import { writeFiles } from '../write/write-files.ts';
import { example, JSON_OPTION, writeJson, type AddCommand } from './command.ts';

export const addLower: AddCommand = (program, io, end) => {
  program
    .command('lower')
    .description('give the calls in built JavaScript the tasks that tsc removed with their types')
    .argument('<folder>', 'the folder that tsc writes to, with source maps')
    .option(...JSON_OPTION)
    .addHelpText('after', example('tsc && taskroute lower dist'))
    .action((folder: string, { json }: { readonly json?: true }) => {
      const progress = createProgress(io, 'Lowering file');
      const lowered = ((): LoweredFolder => {
        try {
          return lowerFolder(io.cwd, folder, progress.at);
        } finally {
          progress.done();
        }
      })();
      const isClean = lowered.findings.length === 0;
      if (isClean) writeFiles(lowered.writes, io.cwd);
      if (json === true) writeJson(io, lowerJson(lowered));
      else if (isClean) io.out(loweredText(lowered));
      else io.out(refusedText(lowered, io));
      end(isClean ? 0 : 1);
    });
};

/** `schemas/lower.json` describes it. */
function lowerJson({ files, lowered, findings }: LoweredFolder): object {
  return { files, lowered: findings.length === 0 ? lowered : [], findings };
}

function loweredText({ files, lowered }: LoweredFolder): string {
  const calls = lowered.reduce((sum, each) => sum + each.calls, 0);
  const lines = lowered.map(({ file, calls: count }) => `${file}: ${counted(count, 'call')}`);
  if (calls === 0) return `Nothing to lower in ${counted(files, 'file')}: every call of a router has its task.\n`;
  return `${lines.join('\n')}\nLowered ${counted(calls, 'call')}.\n`;
}

function refusedText({ findings }: LoweredFolder, { colors }: Io): string {
  const lines = findings.map((each) => `${colors.bold(shownSite(each))}  ${each.message}`);
  return `${lines.join('\n')}\nNothing was written: ${counted(findings.length, 'call')} cannot be lowered.\n`;
}
