import { spawn } from 'node:child_process';
import { bodiesIn } from './editor-framing.ts';

/** Milliseconds: long enough for a cold start on a busy machine, shorter than a test's own time-out. */
const PATIENCE = 30_000;

/** A language server as a child process: requests with a number, answers by that number. */
export interface EditorProcess {
  /** The answer to one request. Errors: when none comes in time, and when the process ends before it. */
  readonly ask: (what: string, write: (id: number) => string) => Promise<unknown>;
  readonly tell: (text: string) => void;
  /** Ends the process; resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** `hear` is given each message of the server and says which request it answers; null where it is no answer. */
export function startProcess(
  command: string,
  args: readonly string[],
  hear: (message: unknown) => { readonly id: number; readonly answer: unknown } | null,
): EditorProcess {
  const child = spawn(command, args, { stdio: 'pipe' });
  const waiting = new Map<number, Waiting>();
  let complaint = '';
  let asked = 0;

  const read = bodiesIn((body) => {
    const heard = hear(JSON.parse(body));
    if (heard !== null) waiting.get(heard.id)?.resolve(heard.answer);
  });
  const complain = (reason: Buffer | Error): void => {
    complaint += reason.toString();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', complain);
  child.stdin.on('error', complain);
  child.on('error', complain);
  const gone = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      for (const { reject } of waiting.values())
        reject(new Error(`the server ended, ${String(code ?? signal)}: ${complaint}`));
      resolve();
    });
  });

  async function ask(what: string, write: (id: number) => string): Promise<unknown> {
    const id = (asked += 1);
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      timer = setTimeout(() => {
        reject(new Error(`no answer to ${what} within ${String(PATIENCE / 1000)} s; ${complaint}`));
      }, PATIENCE);
    });
    child.stdin.write(write(id));
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      waiting.delete(id);
    }
  }

  return {
    ask,
    tell: (text) => child.stdin.write(text),
    stop: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}
