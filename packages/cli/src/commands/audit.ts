import { Option } from 'commander';
import { auditAgainst } from '../audit/against-baseline.ts';
import { auditHtml } from '../audit/audit-html.ts';
import { auditJson } from '../audit/audit-json.ts';
import { auditMarkdown } from '../audit/audit-markdown.ts';
import { auditSarif } from '../audit/audit-sarif.ts';
import { auditText } from '../audit/audit-text.ts';
import { auditOf, type Audit } from '../audit/audit.ts';
import { CannotRun } from '../exit.ts';
import { surveyFolder } from '../survey/survey-folder.ts';
import type { Io } from '../terminal/io.ts';
import { VERSION } from '../version.ts';
import { example, JSON_OPTION, ROUTER_OPTION, writeJson, type AddCommand } from './command.ts';

interface Options {
  readonly json?: true;
  readonly format: keyof typeof FORMATS;
  readonly router?: string;
  readonly calls?: true;
  readonly baseline?: string;
  readonly updateBaseline?: true;
}

/** Each prints an audit. */
const FORMATS = {
  text: (audit: Audit, io: Io, everyCall: boolean) => {
    io.out(auditText(audit, io, everyCall));
  },
  json: (audit: Audit, io: Io) => {
    writeJson(io, auditJson(audit));
  },
  sarif: (audit: Audit, io: Io) => {
    io.out(`${JSON.stringify(auditSarif(audit, VERSION), null, 2)}\n`);
  },
  markdown: (audit: Audit, io: Io) => {
    io.out(auditMarkdown(audit));
  },
  html: (audit: Audit, io: Io) => {
    io.out(auditHtml(audit));
  },
};

export const addAudit: AddCommand = (program, io, end) => {
  program
    .command('audit')
    .description('show every call of the routers: its tasks, its model and why; and what is to be mended')
    .argument('[paths...]', 'files and folders to read', ['.'])
    .addOption(new Option('--format <format>', 'what to print').choices(Object.keys(FORMATS)).default('text'))
    .option(...JSON_OPTION)
    .option('--calls', 'in the text, a line for each call, not for each task')
    .option(...ROUTER_OPTION)
    .option('--baseline <file>', 'accept the findings that this file lists, and fail on others')
    .option('--update-baseline', 'write the findings of today into that file')
    .addHelpText(
      'after',
      example(
        'taskroute audit',
        'taskroute audit src --format sarif > audit.sarif',
        'taskroute audit --baseline audit-baseline.json --update-baseline',
      ),
    )
    .action(async (paths: readonly string[], options: Options) => {
      const { json, format, router, calls, baseline: file, updateBaseline: update = false } = options;
      if (json === true && format !== 'text' && format !== 'json')
        throw new CannotRun(`--json and --format ${format} are two formats; name one`);
      if (update && file === undefined)
        throw new CannotRun('--update-baseline has to know the file: add --baseline <file>');
      const survey = () => surveyFolder(io, io.cwd, { paths, router });
      const audit =
        file === undefined
          ? auditOf(await survey(), null)
          : await auditAgainst(io.cwd, { file, update, paths, isOneRouter: router !== undefined }, survey);
      FORMATS[json === true ? 'json' : format](audit, io, calls === true);
      end(audit.counts.findings > 0 ? 1 : 0);
    });
};
