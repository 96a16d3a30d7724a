import { relative } from 'node:path';
import type { LowerFault } from '@taskroute/source';

/** What a host is told: where the first fault stands, for hosts that show it in the source. */
export interface Failure extends Error {
  readonly id: string;
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };
  readonly hideStack: true;
}

/**
 * One plain error with every fault of a file: place, reason and what to write instead. Its stack is its message: the frames of
 * a bundler help nobody to mend a call.
 */
export function failureOf(what: string, faults: readonly [LowerFault, ...LowerFault[]]): Failure {
  const lines = faults.map(({ place, reason, mend }) => `${positionOf(place)}  ${reason}; ${mend}`);
  const error = new Error([`taskroute: ${what}`, ...lines].join('\n  '));
  error.stack = '';
  const { file, line, column } = faults[0].place;
  // Hosts count columns from 0; webpack and Rspack read `hideStack`. Not enumerable, or Node would print them.
  const told = { id: file, loc: { file, line, column: column - 1 }, hideStack: true } as const;
  for (const [name, value] of Object.entries(told)) Object.defineProperty(error, name, { value, writable: true });
  return error as Failure;
}

/** As terminals and editors make a link of it: relative where the file stands below the working directory. */
function positionOf({ file, line, column }: LowerFault['place']): string {
  const path = relative(process.cwd(), file);
  return `${path.startsWith('..') ? file : path}:${String(line)}:${String(column)}`;
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'loc' in error && 'hideStack' in error;
}
