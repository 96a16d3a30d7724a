import type { KnownValue, Values } from '@taskroute/source';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { quoteWith } from '@taskroute/source/findings';
import type { RouterCalls } from './router-calls.ts';

/** A text in the linted file that another can take the place of. */
export interface WrittenText {
  readonly range: [number, number];
  readonly quotedAs: (text: string) => string;
}

const LITERAL = /^(?:(['"])(?:(?!\1)[^\\\n]|\\.)*\1|`(?:[^`\\$]|\\.|\$(?!\{))*`)$/s;

/** Where a value is written out; null where it is put together, or stands in another file. */
export function writtenText(
  { rangeOf }: RouterCalls,
  { text }: Readonly<SourceCode>,
  of: Values,
  value: KnownValue,
): WrittenText | null {
  if (of.values.some((other) => other !== value && other.node === value.node)) return null;
  const range = rangeOf(value.node);
  const written = text.slice(...range);
  const mark = written.slice(0, 1);
  return LITERAL.test(written) ? { range, quotedAs: (other) => quoteWith(mark, other) } : null;
}
