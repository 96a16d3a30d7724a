import type { Explanation } from './explanation.ts';

/** `schemas/explain.json` describes it: the decision, with what led to it. Its `version` is the shape's, so the table's is `table`. */
export function explainJson({ decision: { version: table, ...decision }, ...rest }: Explanation): object {
  return { ...decision, table, ...rest };
}
