import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { CannotRun } from '../exit.ts';
import type { Survey } from '../survey/survey.ts';
import { auditOf, type Audit } from './audit.ts';
import { baselineOf, compare, type Baseline } from './baseline.ts';
import { readBaseline, writeBaseline } from './baseline-file.ts';

export interface BaselineOptions {
  /** As the user named it. */
  readonly file: string;
  readonly update: boolean;
  /** What the audit looks at, from its root. */
  readonly paths: readonly string[];
  /** Whether it looks at one router alone. */
  readonly isOneRouter: boolean;
}

/**
 * An audit whose findings are those that a baseline does not accept. With `update` the baseline accepts all of them from now on.
 *
 * Shape: it is read before the survey, so that what is wrong with it is said at once.
 * Errors: `CannotRun` where the baseline is not there, is none, or cannot be written.
 */
export async function auditAgainst(
  root: string,
  { file: shown, update, paths, isOneRouter }: BaselineOptions,
  ask: () => Promise<Survey>,
): Promise<Audit> {
  if (update && isOneRouter)
    throw new CannotRun('a baseline is written for all routers at once: leave --router out, or --update-baseline');
  const file = resolve(root, shown);
  const before = update && !existsSync(file) ? null : readOr(file, shown, update);
  const isSeen = (name: string): boolean => paths.some((path) => isBelow(resolve(root, path), resolve(root, name)));
  const survey = await ask();
  let baseline = before ?? baselineOf([]);
  if (update) {
    baseline = baselineOf(
      survey.findings,
      baseline.findings.filter((each) => !isSeen(each.file)),
    );
    writeBaseline(file, baseline, survey.root);
  }
  const { fresh, accepted, gone } = compare(survey.findings, baseline, isSeen);
  return auditOf({ ...survey, findings: fresh }, { file: shown, accepted, gone: isOneRouter ? 0 : gone });
}

/** A broken baseline is no reason not to write it anew. */
function readOr(file: string, shown: string, update: boolean): Baseline | null {
  try {
    return readBaseline(file, shown);
  } catch (error) {
    if (update) return null;
    throw error;
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
