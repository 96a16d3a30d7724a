import { existsSync, readFileSync } from 'node:fs';
import { CannotRun, reasonOf } from '../exit.ts';
import { writeFiles } from '../write/write-files.ts';
import type { Accepted, Baseline } from './baseline.ts';

const MEND = 'write it with --update-baseline';

/** Errors: `CannotRun` where there is none, or it is none. `shown` is how the user named it. */
export function readBaseline(file: string, shown: string): Baseline {
  if (!existsSync(file)) throw new CannotRun(`the baseline ${shown} is not there; ${MEND}`);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CannotRun(`the baseline ${shown} cannot be read: ${reasonOf(error)}; mend it, or ${MEND}`);
  }
  if (!isBaseline(read)) throw new CannotRun(`${shown} is no baseline of this version; mend it, or ${MEND}`);
  return read;
}

/** Errors: `CannotRun` where the file cannot be written; what stood there stays as it was. */
export function writeBaseline(file: string, baseline: Baseline, root: string): void {
  writeFiles([{ file, text: `${JSON.stringify(baseline, null, 2)}\n` }], root);
}

function isBaseline(read: unknown): read is Baseline {
  if (typeof read !== 'object' || read === null) return false;
  const { version, findings } = read as Partial<Record<keyof Baseline, unknown>>;
  return version === 1 && Array.isArray(findings) && findings.every(isAccepted);
}

function isAccepted(read: unknown): read is Accepted {
  if (typeof read !== 'object' || read === null) return false;
  const { rule, file, message, count } = read as Partial<Record<keyof Accepted, unknown>>;
  return (
    [rule, file, message].every((text) => typeof text === 'string') && Number.isInteger(count) && Number(count) > 0
  );
}
