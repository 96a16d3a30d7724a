import { availableParallelism } from 'node:os';
import { CannotRun, reasonOf } from '../exit.ts';
import { joinSurveys } from './join-surveys.ts';
import { surveyFiles, type Batch } from './survey-files.ts';
import type { FileSurvey } from './survey.ts';
import { inThreads } from './threads.ts';

/** Up to so many files are read sooner than a thread starts. */
const FEW = 200;

/** Enough for a thread to be worth a message, few enough that all threads end together. */
const BATCH = 100;

/** Beyond this the disk is what is waited for. */
const MOST_THREADS = 8;

/**
 * What a thread may hold, in megabytes: young are the trees, of which most are dead. Left to itself, a thread tidies up when it
 * holds half a gigabyte of them.
 */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 1024 };

const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? 'scan-worker.ts' : 'scan-worker.js', import.meta.url);

/**
 * Surveys files, in threads where there are many. `at` is told how many are done.
 *
 * Shape: the same, in the same order, whichever thread was sooner.
 * Errors: `CannotRun` where a thread ends before its work does.
 */
export async function scan(
  root: string,
  files: readonly string[],
  at: (done: number) => void = () => undefined,
  program: URL = PROGRAM,
): Promise<FileSurvey> {
  if (files.length <= FEW) return surveyFiles({ root, files });
  const jobs = batchesOf(root, files);
  const count = Math.min(availableParallelism(), MOST_THREADS, jobs.length);
  try {
    return joinSurveys(
      await inThreads<FileSurvey>({ program, count, limits: LIMITS }, jobs, (done) => {
        at(Math.min(done * BATCH, files.length));
      }),
    );
  } catch (error) {
    throw new CannotRun(
      `a thread that read files ended before its work did: ${reasonOf(error)}; run it on fewer files, say one folder, and please report it`,
    );
  }
}

function batchesOf(root: string, files: readonly string[]): readonly Batch[] {
  return Array.from({ length: Math.ceil(files.length / BATCH) }, (_, index) => ({
    root,
    files: files.slice(index * BATCH, (index + 1) * BATCH),
  }));
}
