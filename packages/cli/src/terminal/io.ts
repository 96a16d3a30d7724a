import { isatty } from 'node:tty';
import pico from 'picocolors';

type Colors = ReturnType<typeof pico.createColors>;

/** Where a command runs and what it writes to: the process, or a test. */
export interface Io {
  readonly cwd: string;
  readonly out: (text: string) => void;
  /** Errors, and progress. */
  readonly err: (text: string) => void;
  /** Whether a person reads what is written to `out`. */
  readonly isTerminal: boolean;
  /** Whether a person sees progress on `err`. */
  readonly isErrTerminal: boolean;
  /** Whether a person can be asked. */
  readonly isInteractive: boolean;
  /** Asks a person, in place of the terminal's own prompt. */
  readonly ask?: (question: string) => Promise<boolean>;
  /** Characters a line holds. */
  readonly columns: number;
  readonly colors: Colors;
}

/** A line for where nobody measured it. */
export const COLUMNS = 80;

/** Not as picocolors would have it: under `CI` it takes a file for a terminal. */
function isColored(isTerminal: boolean, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}

/** Colours follow the terminal, `NO_COLOR` and `FORCE_COLOR`. */
export function ioOfProcess(): Io {
  const { stdout, stderr, stdin } = process;
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is no error.
    if (code === 'EPIPE') process.exit();
    stderr.write(`taskroute: what there is to say cannot be written: ${message}\n`);
    process.exit(2);
  });
  // Of a stream that is none, `isTTY` is undefined, against its type.
  const isTerminal = isatty(stdout.fd);
  return {
    cwd: process.cwd(),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    isTerminal,
    isErrTerminal: isatty(stderr.fd),
    isInteractive: isatty(stdin.fd) && isTerminal,
    columns: isTerminal ? stdout.columns : COLUMNS,
    colors: pico.createColors(isColored(isTerminal, process.env)),
  };
}
