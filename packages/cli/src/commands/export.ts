import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { nameOfRouter } from '../audit/audit-json.ts';
import { CannotRun, reasonOf } from '../exit.ts';
import { differenceOf, jsonText } from '../export/compare-export.ts';
import { exportTable } from '../export/exported-table.ts';
import { taskSchema } from '../export/task-schema.ts';
import type { FoundRouter } from '../survey/survey.ts';
import { surveyFolder } from '../survey/survey-folder.ts';
import type { Io } from '../terminal/io.ts';
import { writeFiles } from '../write/write-files.ts';
import { example, JSON_OPTION, ROUTER_OPTION, writeJson, type AddCommand } from './command.ts';

interface Options {
  readonly format: 'json' | 'json-schema';
  readonly output?: string;
  readonly check?: true;
  readonly json?: true;
  readonly router?: string;
}

export const addExport: AddCommand = (program, io, end) => {
  program
    .command('export')
    .description('print the table for services in other languages, as JSON or as a JSON schema of its tasks')
    .addOption(new Option('--format <format>', 'what to print').choices(['json', 'json-schema']).default('json'))
    .option('--output <file>', 'write it to a file')
    .option('--check', 'write nothing, and fail where the file is behind the table')
    .option(...JSON_OPTION)
    .option(...ROUTER_OPTION)
    .addHelpText(
      'after',
      example('taskroute export --output routes.json', 'taskroute export --output routes.json --check'),
    )
    .action(async ({ format, output, check, json, router }: Options) => {
      if (check === true && output === undefined)
        throw new CannotRun('--check has no file to look at; add --output and its name');
      const { routers } = await surveyFolder(io, io.cwd, { router });
      const table = exportTable(onlyOne(routers, io.cwd), io.cwd);
      const text = jsonText(format === 'json' ? { version: 1, ...table } : taskSchema(table));
      if (output === undefined) {
        io.out(text);
        return;
      }
      if (check === true) {
        const diff = differenceOf(output, readExport(resolve(io.cwd, output)), text);
        if (json === true) writeJson(io, { file: output, behind: diff !== null, diff });
        else io.out(diff === null ? `${output} is what the table says.\n` : behindText(output, diff, io));
        end(diff === null ? 0 : 1);
        return;
      }
      writeFiles([{ file: resolve(io.cwd, output), text }], io.cwd);
      if (json === true) writeJson(io, { file: output, table: table.table });
      else io.out(`Wrote ${output}: ${table.router}, table ${table.table}.\n`);
    });
};

function onlyOne(routers: readonly FoundRouter[], root: string): FoundRouter {
  const [only, ...others] = routers;
  if (only !== undefined && others.length === 0) return only;
  const names = routers.map((each) => nameOfRouter(each, root)).join(', ');
  throw new CannotRun(`there are several routers; name one with --router: ${names}`);
}

/** Null where nothing is. */
function readExport(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new CannotRun(`${file} cannot be read (${reasonOf(error)})`);
  }
}

function behindText(file: string, diff: string, { colors }: Io): string {
  const lines = diff.split('\n').map((line) => {
    if (line.startsWith('-')) return colors.red(line);
    return line.startsWith('+') ? colors.green(line) : line;
  });
  return `${lines.join('\n')}${file} is behind the table; run the same without --check.\n`;
}
