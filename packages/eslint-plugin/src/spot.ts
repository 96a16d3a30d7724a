import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';

/** A place as source gives it: lines and columns from 1, and its end where that is known. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly range?: readonly [number, number] | undefined;
}

/** A place of the linted file as ESLint takes it. */
export function spotOf(
  sourceCode: Readonly<SourceCode>,
  { line, column, range }: Spot,
): TSESTree.SourceLocation | TSESTree.Position {
  // What was read from the disk may be longer than an editor's text.
  if (range === undefined || range[1] > sourceCode.text.length) return { line, column: column - 1 };
  return { start: sourceCode.getLocFromIndex(range[0]), end: sourceCode.getLocFromIndex(range[1]) };
}
