import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Lends a folder to some work. It is removed whatever happens: an answer, an error, a signal, an exit in the middle. */
export async function inTemporaryFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'taskroute-diff-')));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const endBy = (signal: NodeJS.Signals): void => {
    remove();
    letGo();
    // Who waits for the process is to see that a signal ended it.
    process.kill(process.pid, signal);
  };
  const letGo = (): void => {
    for (const signal of SIGNALS) process.off(signal, endBy);
    process.off('exit', remove);
  };
  for (const signal of SIGNALS) process.on(signal, endBy);
  process.on('exit', remove);
  try {
    return await work(folder);
  } finally {
    letGo();
    remove();
  }
}
