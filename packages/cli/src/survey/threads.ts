import { Worker, type ResourceLimits } from 'node:worker_threads';

export interface Threads {
  /** The program of a thread: it answers each message with one. */
  readonly program: URL;
  readonly count: number;
  readonly limits?: ResourceLimits;
}

/**
 * Hands jobs to threads, one at a time to each. `at` is told how many are done.
 *
 * Shape: the answers stand in the order of the jobs.
 * Errors: what was thrown in a thread, or that one ended before its job was done.
 */
export async function inThreads<Answer>(
  { program, count, limits = {} }: Threads,
  jobs: readonly unknown[],
  at: (done: number) => void,
): Promise<readonly Answer[]> {
  const answers = new Map<number, Answer>();
  let next = 0;

  function serve(worker: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      let job = -1;
      const hand = (): void => {
        if (next === jobs.length) {
          resolve();
          return;
        }
        job = next++;
        worker.postMessage(jobs[job]);
      };
      worker.on('message', (answer: Answer) => {
        answers.set(job, answer);
        at(answers.size);
        hand();
      });
      worker.on('error', reject);
      worker.on('exit', (code) => {
        reject(new Error(`it ended by itself, with ${String(code)}`));
      });
      hand();
    });
  }

  const workers = Array.from({ length: count }, () => new Worker(program, { resourceLimits: limits }));
  try {
    await Promise.all(workers.map(serve));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return [...answers].sort(([one], [other]) => one - other).map(([, answer]) => answer);
}
