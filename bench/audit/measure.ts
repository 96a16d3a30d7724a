import { spawnSync } from 'node:child_process';

/** What a program took. */
export interface Taken {
  readonly seconds: number;
  /** The most memory that the process held, with all its threads. */
  readonly megabytes: number;
  readonly out: string;
}

/** Tells on the fourth stream, at the end, how much memory there was. */
const TELL = `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

/** Runs a program of Node in a folder, from its start to its end. Errors: where it ends with another code than is expected. */
export function measure(cwd: string, argv: readonly string[], expected = 0): Taken {
  const start = performance.now();
  const { status, output } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(TELL)}`, ...argv],
    { cwd, encoding: 'utf8', maxBuffer: 256_000_000, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const seconds = (performance.now() - start) / 1_000;
  const [, out = '', err = '', kilobytes = ''] = output;
  if (status !== expected) throw new Error(`${argv.join(' ')} ended with ${String(status)}: ${err ?? ''}`);
  return { seconds, megabytes: Number(kilobytes) / 1_024, out: out ?? '' };
}
