import { createProjects, type ProjectOf } from '@taskroute/source';
import { joinSurveys } from './join-surveys.ts';
import { surveyFile } from './survey-file.ts';
import type { FileSurvey } from './survey.ts';

/** Some files of a folder. */
export interface Batch {
  readonly root: string;
  readonly files: readonly string[];
}

/** By root: a thread keeps what it has learnt from batch to batch. */
const projects = new Map<string, ProjectOf>();

/** What some files say. Errors: none; what cannot be read is a finding. */
export function surveyFiles({ root, files }: Batch): FileSurvey {
  let projectOf = projects.get(root);
  if (projectOf === undefined) projects.set(root, (projectOf = createProjects(undefined, root)));
  const of = projectOf;
  return joinSurveys(files.map((file) => surveyFile(of(file), file, root)));
}
