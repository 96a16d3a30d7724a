/**
 * What the rules cost: their time in ESLint's own statistics, on a generated repository, against parsing and two rules that
 * everybody knows, in the same runs; the plugin's import; and one large table. Fails where a reach is missed.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from './measure.ts';
import { EVERY, FILES, writeLargeTable, writeRepository } from './repository.ts';

const RUNS = 3;
const IMPORTS = 7;
const LARGE = 10_000;

const MOST_OF_PARSING = 0.05;
const MOST_FOR_IMPORT = 60;
const MOST_FOR_LARGE = 150;

function run(values: readonly string[]): string {
  return execFileSync(process.execPath, values, { cwd: import.meta.dirname, encoding: 'utf8', maxBuffer: 64_000_000 });
}

function lint(root: string, files = 'src'): Measured {
  return JSON.parse(run([join(import.meta.dirname, 'measure.ts'), root, files])) as Measured;
}

function importTime(): number {
  const script =
    "const start = performance.now(); await import('@taskroute/eslint-plugin'); console.log(performance.now() - start);";
  return Number(run(['--input-type=module', '--eval', script]));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

function times<Value>(count: number, measure: () => Value): readonly Value[] {
  return Array.from({ length: count }, measure);
}

function within<Value>(root: string, measure: (root: string) => Value): Value {
  try {
    return measure(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const runs = within(writeRepository(), (root) => times(RUNS, () => lint(root)));
for (const { files, findings } of runs)
  if (files !== FILES + 2 || findings > 0)
    throw new Error(`Expected ${String(FILES + 2)} clean files; got ${JSON.stringify(runs)}`);

const part = (name: Exclude<keyof Measured, 'files' | 'findings'>): number => median(runs.map((each) => each[name]));
const share = median(runs.map(({ recommended, parse }) => recommended / parse));
const loaded = median(times(IMPORTS, importTime));
const large = median(within(writeLargeTable(LARGE), (root) => times(RUNS, () => lint(root, 'src/one.ts').recommended)));

const milliseconds = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
const verdict = (isReached: boolean): string => (isReached ? 'reached' : 'MISSED');
const reaches = [
  [
    `all of recommended ≤ ${String(MOST_OF_PARSING * 100)} % of parsing`,
    `${(share * 100).toFixed(1)} %`,
    share <= MOST_OF_PARSING,
  ],
  [
    'all of recommended below no-unused-vars',
    milliseconds(part('recommended')),
    part('recommended') < part('unusedVariables'),
  ],
  [`import of the plugin ≤ ${String(MOST_FOR_IMPORT)} ms`, milliseconds(loaded), loaded <= MOST_FOR_IMPORT],
  [
    `a table of ${String(LARGE)} routes, read once, ≤ ${String(MOST_FOR_LARGE)} ms`,
    milliseconds(large),
    large <= MOST_FOR_LARGE,
  ],
] as const;

const rows = [
  [`${String(FILES)} files, 1 in ${String(EVERY)} imports the router`, `median of ${String(RUNS)}`, ''],
  ['parsing (@typescript-eslint/parser)', milliseconds(part('parse')), ''],
  ['import-x/named', milliseconds(part('importNamed')), ''],
  ['no-unused-vars', milliseconds(part('unusedVariables')), ''],
  ['taskroute, all of recommended', milliseconds(part('recommended')), ''],
  ...reaches.map(([what, figure, isReached]) => [what, figure, verdict(isReached)]),
];
for (const [what = '', figure = '', said = ''] of rows)
  console.log(`${what.padEnd(52)} ${figure.padStart(12)}  ${said}`.trimEnd());
if (reaches.some(([, , isReached]) => !isReached)) process.exitCode = 1;
