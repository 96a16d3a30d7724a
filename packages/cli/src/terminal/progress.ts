import type { Io } from './io.ts';

/** What lasts no longer needs no word. */
const PATIENCE = 1_000;

/** How often a line is written anew, in milliseconds. */
const EVERY = 100;

/** Says on a terminal's error stream how far something is that takes over a second. `done` wipes it away. */
export function createProgress(
  io: Io,
  what: string,
): { readonly at: (done: number, of: number) => void; readonly done: () => void } {
  const start = Date.now();
  let last = 0;
  return {
    at(done, of) {
      const now = Date.now();
      if (!io.isErrTerminal || now - start < PATIENCE || now - last < EVERY) return;
      last = now;
      io.err(`\r\u001B[K${what} ${String(done)} of ${String(of)}`);
    },
    done() {
      if (last > 0) io.err('\r\u001B[K');
    },
  };
}
