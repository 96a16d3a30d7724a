import { shownSite } from '../survey/site.ts';
import { counted } from '../terminal/counted.ts';
import type { Io } from '../terminal/io.ts';
import { columns } from '../terminal/table.ts';
import type { Check, Status } from './check.ts';
import type { Examination } from './examine.ts';

const WANTED = ['@taskroute/router', '@taskroute/eslint-plugin', '@taskroute/unplugin', 'typescript', 'eslint'];

export function doctorText({ node, installed, routers, checks }: Examination, io: Io): string {
  const missing = WANTED.filter((name) => !installed.some((each) => each.name === name));
  const rows = [
    ['node', node, ''],
    ...installed.map(({ name, version, path }) => [name, version, io.colors.dim(path)]),
    ...missing.map((name) => [name, io.colors.dim('not installed'), '']),
  ];
  const parts = [
    `Installed\n${indented(columns(rows))}`,
    ...(routers.length === 0 ? [] : [`Routers\n${routers.map((each) => routerText(each, io)).join('')}`]),
    `Checks\n${checks.map((check) => checkText(check, io)).join('')}`,
  ];
  return parts.join('\n');
}

/** More file names than these are in the JSON. */
const SHOWN = 5;

function routerText({ router, calls, reachedBy }: Examination['routers'][number], { colors }: Io): string {
  if (calls === 0) return `  ${router}: no call here reaches it\n`;
  const more = reachedBy.length > SHOWN ? ` and ${String(reachedBy.length - SHOWN)} more` : '';
  const names = colors.dim(`${reachedBy.slice(0, SHOWN).join(', ')}${more}`);
  return `  ${router}: ${counted(calls, 'call')} in ${counted(reachedBy.length, 'file')}\n    ${names}\n`;
}

const SAID: Readonly<Record<Status, string>> = { ok: 'ok', finding: 'finding', 'cannot-verify': 'cannot verify' };

function checkText({ check, status, message, mend, file, line, column }: Check, { colors }: Io): string {
  const said = { ok: colors.green, finding: colors.red, 'cannot-verify': colors.yellow }[status](SAID[status]);
  const where =
    file === undefined || line === undefined || column === undefined ? '' : `${shownSite({ file, line, column })}  `;
  return `  ${said}  ${check}: ${where}${message}\n${mend === undefined ? '' : `    ${mend}\n`}`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}\n`)
    .join('');
}
