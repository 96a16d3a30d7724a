import type { KnownValue, Values } from '@taskroute/source';
import type { ReportFixFunction, SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { quote } from '@taskroute/source/findings';
import type { RouterCalls } from './router-calls.ts';
import { writtenText } from './written-text.ts';

/** A suggestion, but for its message's id: a rule names that itself. */
export interface Replacement {
  readonly data: { readonly text: string };
  readonly fix: ReportFixFunction;
}

/** The message of a suggestion that writes one text in place of another. */
export const REPLACE = 'Write {{text}}.';

/** A suggestion for each of some names, where the value that they stand for is written out in the file. */
export function replacements(
  found: RouterCalls,
  sourceCode: Readonly<SourceCode>,
  of: Values,
  value: KnownValue,
  names: readonly string[],
): readonly Replacement[] {
  const written = writtenText(found, sourceCode, of, value);
  if (written === null) return [];
  return names.map((name) => replacement(written.range, written.quotedAs(name), quote(name)));
}

/** Some code in place of another; a message shows it as `text`. */
export function replacement(range: readonly [number, number], code: string, text: string): Replacement {
  return { data: { text }, fix: (fixer) => fixer.replaceTextRange([...range], code) };
}
