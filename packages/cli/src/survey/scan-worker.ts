/** The program of a thread: answers each batch with what its files say. */
import { parentPort } from 'node:worker_threads';
import { surveyFiles, type Batch } from './survey-files.ts';

/** The routers that this thread has told of: a table of 10,000 lines crosses over once, not with every batch. */
const told = new Set<string>();

parentPort?.on('message', (batch: Batch) => {
  const survey = surveyFiles(batch);
  const routers = survey.routers.filter(({ id }) => !told.has(id));
  for (const { id } of routers) told.add(id);
  parentPort?.postMessage({ ...survey, routers });
});
