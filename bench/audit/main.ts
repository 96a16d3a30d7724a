/**
 * What the command costs on a large repository: time and memory of an audit, and how many times it is faster than a lint of the same
 * files. Fails where a reach is missed.
 */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EVERY, writeRepository } from '../lint/repository.ts';
import { measure, type Taken } from './measure.ts';

const FILES = 10_000;
const RUNS = 3;

const MOST_MEMORY = 500;
const LEAST_TIMES_FASTER = 10;

/** A command line, and the most seconds that it may take. */
interface Command {
  readonly argv: readonly string[];
  readonly most: number;
}

const AUDIT: Command = { argv: ['audit', '--json'], most: 15 };

/** Each is run in turn on the same repository, and has to end with 0. */
const OTHERS: readonly Command[] = [
  { argv: ['explain', 'domain-1/task-1'], most: 2 },
  { argv: ['move', 'domain-1/task-1', 'opus', '--dry-run'], most: 2 },
];

const BIN = join(dirname(createRequire(import.meta.url).resolve('taskroute/package.json')), 'dist/bin.js');

/** Time is what it can be done in, memory what it may come to. */
function measureCommand(root: string, { argv }: Command): Taken {
  const runs = Array.from({ length: RUNS }, () => measure(root, [BIN, ...argv]));
  return {
    seconds: Math.min(...runs.map((run) => run.seconds)),
    megabytes: Math.max(...runs.map((run) => run.megabytes)),
    out: runs[0]?.out ?? '',
  };
}

function expectWhole(what: string, files: number, findings: number): void {
  if (files === FILES + 2 && findings === 0) return;
  throw new Error(`Expected ${what} of ${String(FILES + 2)} clean files; got ${JSON.stringify({ files, findings })}`);
}

const seconds = (value: number): string => `${value.toFixed(1)} s`;
const megabytes = (value: number): string => `${value.toFixed(0)} MB`;
const verdict = (isReached: boolean): string => (isReached ? 'reached' : 'MISSED');

const root = writeRepository(FILES);
try {
  const audit = measureCommand(root, AUDIT);
  const { counts } = JSON.parse(audit.out) as { readonly counts: Record<'files' | 'calls' | 'findings', number> };
  expectWhole('an audit', counts.files, counts.findings);
  const others = OTHERS.map((command) => ({ ...command, ...measureCommand(root, command) }));

  const lint = measure(root, [join(import.meta.dirname, 'measure-lint.ts'), root]);
  const linted = JSON.parse(lint.out) as Record<'files' | 'findings', number>;
  expectWhole('a lint', linted.files, linted.findings);
  const faster = lint.seconds / audit.seconds;

  const rows: readonly (readonly [what: string, figure: string, isReached?: boolean])[] = [
    [`${String(FILES)} files, 1 in ${String(EVERY)} imports the router`, `best of ${String(RUNS)}`],
    [`calls that are found`, String(counts.calls)],
    ['ESLint with the recommended preset, one run', seconds(lint.seconds)],
    ['its memory', megabytes(lint.megabytes)],
    [
      `taskroute ${AUDIT.argv.join(' ')} ≤ ${String(AUDIT.most)} s`,
      seconds(audit.seconds),
      audit.seconds <= AUDIT.most,
    ],
    [
      `its memory, with its threads, ≤ ${String(MOST_MEMORY)} MB`,
      megabytes(audit.megabytes),
      audit.megabytes <= MOST_MEMORY,
    ],
    [
      `at least ${String(LEAST_TIMES_FASTER)} times faster than ESLint`,
      `× ${faster.toFixed(1)}`,
      faster >= LEAST_TIMES_FASTER,
    ],
    ...others.map(
      ({ argv, most, seconds: taken }) =>
        [`taskroute ${argv.join(' ')} ≤ ${String(most)} s`, seconds(taken), taken <= most] as const,
    ),
  ];
  for (const [what, figure, isReached] of rows)
    console.log(
      `${what.padEnd(52)} ${figure.padStart(12)}  ${isReached === undefined ? '' : verdict(isReached)}`.trimEnd(),
    );
  if (rows.some(([, , isReached]) => isReached === false)) process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true });
}
