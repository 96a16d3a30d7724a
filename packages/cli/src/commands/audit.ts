import { Option } from 'commander';
import { auditJson } from '../audit/audit-json.ts';
import { auditText } from '../audit/audit-text.ts';
import { surveyFolder } from '../survey/survey-folder.ts';
import { example, JSON_OPTION, ROUTER_OPTION, writeJson, type AddCommand } from './command.ts';

interface Options {
  readonly json?: true;
  readonly format: 'text' | 'json';
  readonly router?: string;
}

export const addAudit: AddCommand = (program, io, end) => {
  program
    .command('audit')
    .description('show every call of the routers: its tasks, its model and why; and what is to be mended')
    .argument('[paths...]', 'files and folders to read', ['.'])
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .option(...JSON_OPTION)
    .option(...ROUTER_OPTION)
    .addHelpText('after', example('taskroute audit', 'taskroute audit src --format sarif > audit.sarif'))
    .action(async (paths: readonly string[], { json, format, router }: Options) => {
      const survey = await surveyFolder(io, io.cwd, { paths, router });
      if (json === true || format === 'json') writeJson(io, auditJson(survey));
      else io.out(auditText(survey, io));
      end(survey.findings.length > 0 ? 1 : 0);
    });
};
