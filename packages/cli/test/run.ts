import pico from 'picocolors';
import { run } from '../src/main.ts';
import { COLUMNS, type Io } from '../src/terminal/io.ts';

/** How a command ended, and what it wrote. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, in a folder: no terminal, no colours, 80 columns. */
export function runIn(folder: string, ...argv: readonly string[]): Promise<Ran> {
  return runWith({}, folder, ...argv);
}

/** The same with another terminal. */
export async function runWith(terminal: Partial<Io>, folder: string, ...argv: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const io: Io = {
    cwd: folder,
    out: (text) => (out += text),
    err: (text) => (err += text),
    isTerminal: false,
    isErrTerminal: false,
    isInteractive: false,
    columns: COLUMNS,
    colors: pico.createColors(false),
    ...terminal,
  };
  const exit = await run(argv, io);
  return { exit, out, err };
}
