import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { joinSurveys } from './join-surveys.ts';
import surveyBatch, { type Batch } from './scan-worker.ts';
import type { FileSurvey } from './survey.ts';

/** Fewer files than this are read sooner than a thread starts. */
const FEW = 200;

/** Enough for a thread to be worth a message, few enough that all threads end together. */
const BATCH = 100;

/** Surveys files, in threads where there are many. `at` is told how many are done. */
export async function scan(
  root: string,
  files: readonly string[],
  at: (done: number) => void = () => undefined,
): Promise<FileSurvey> {
  if (files.length <= FEW) return surveyBatch({ root, files });
  const pool = new Tinypool({
    filename: new URL(import.meta.url.endsWith('.ts') ? 'scan-worker.ts' : 'scan-worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    minThreads: 1,
  });
  let done = 0;
  try {
    const surveys = await Promise.all(
      batchesOf(files).map(async (batch) => {
        const survey = (await pool.run({ root, files: batch } satisfies Batch)) as FileSurvey;
        at((done += batch.length));
        return survey;
      }),
    );
    return joinSurveys(surveys);
  } finally {
    await pool.destroy();
  }
}

function batchesOf(files: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(files.length / BATCH) }, (_, index) =>
    files.slice(index * BATCH, (index + 1) * BATCH),
  );
}
