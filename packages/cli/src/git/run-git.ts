import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CannotRun } from '../exit.ts';

export interface GitAnswer {
  readonly exit: number;
  readonly out: string;
  /** The first line of what git complains about, without its `fatal:`. */
  readonly complaint: string;
}

/**
 * Asks git one thing.
 *
 * Shape: `exit` is git's own; it is for the caller to say what a failure means.
 * Errors: `CannotRun` where there is no git.
 */
export async function askGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  const git = startGit(folder, args);
  git.stdin.end();
  const [out, complaint, exit] = await Promise.all([textOf(git.stdout), textOf(git.stderr), exitOf(git)]);
  return { exit, out, complaint: (complaint.split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '') };
}

/** The answer of what cannot fail in a sound repository. Errors: `CannotRun` where it fails all the same. */
export async function tellGit(folder: string, args: readonly string[]): Promise<string> {
  const { exit, out, complaint } = await askGit(folder, args);
  if (exit !== 0) throw new CannotRun(`git ${args[0] ?? ''} failed: ${complaint}`);
  return out;
}

export type Git = ChildProcessByStdio<Writable, Readable, Readable>;

/** Nothing that a repository configures is run, nothing of it is written, and nobody is asked for a password. */
export function startGit(folder: string, args: readonly string[]): Git {
  const git = spawn('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
  });
  // A git that ends early does not read what it is told; its exit says why.
  git.stdin.on('error', () => undefined);
  return git;
}

/** Errors: `CannotRun` where there is no git. */
export async function exitOf(git: Git): Promise<number> {
  return new Promise((resolve, reject) => {
    git.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ENOENT' ? 'was not found; install it, or put it on the PATH' : error.message;
      reject(new CannotRun(`git ${reason}`));
    });
    git.on('close', (exit) => {
      resolve(exit ?? 1);
    });
  });
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  // A stream without an encoding gives buffers.
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
