import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import taskroute from '@taskroute/unplugin/esbuild';
import { build } from 'esbuild';
import { column, heading, line, span, type Page } from '../src/report/page.ts';
import { pageFor } from '../src/report/terminal.ts';

/** One way to write the call, and what it answered when it ran. */
interface Form {
  readonly name: string;
  readonly call: string;
  readonly answer: string;
  readonly how: string;
}

const FLEET = dirname(import.meta.dirname);
const REGISTER = ['--import', '@taskroute/unplugin/register'];

/** What `console.log` is handed in a program. */
function callIn(program: string): string {
  const [, call = ''] = /console\.log\((.*)\);/.exec(program) ?? [];
  return call;
}

function run(given: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, given, { cwd: FLEET, encoding: 'utf8', input });
  if (status !== 0) throw error ?? new Error(stderr);
  return stdout.trim();
}

function runFile(name: string, file: string, given: readonly string[]): Form {
  const call = callIn(readFileSync(join(FLEET, file), 'utf8'));
  return { name, call, answer: run([...given, file]), how: ['node', ...given].join(' ') };
}

async function runFolded(file: string): Promise<Form> {
  const { outputFiles } = await build({
    absWorkingDir: FLEET,
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    plugins: [taskroute({ fold: true })],
  });
  const program = outputFiles.map(({ text }) => text).join('');
  const answer = run(['--input-type=module'], program);
  return { name: 'folded', call: callIn(program), answer, how: 'esbuild, taskroute({ fold: true })' };
}

function show(page: Page, forms: readonly Form[]): string {
  const rows = forms.map(({ name, call, answer, how }) =>
    line(page, column(9, name), column(29, call), column(7, answer, 'opus'), span(how, 'quiet')),
  );
  return [heading(page, 'The same call, in three forms'), ...rows, '', ''].join('\n');
}

// The demo's last but one: a value, a type that the loader makes real, and the answer that a build puts in their place.
const forms = [
  runFile('value', 'forms/value.ts', []),
  runFile('erased', 'forms/erased.ts', REGISTER),
  await runFolded('forms/erased.ts'),
];
process.stdout.write(show(pageFor(process.stdout), forms));
const answers = new Set(forms.map(({ answer }) => answer));
if (answers.size !== 1) throw new Error(`The three should agree; they answered ${[...answers].join(', ')}.`);
