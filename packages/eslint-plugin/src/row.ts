import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';

/** A property with the comments that are about it: those right above, and those beside it. */
export interface Row {
  readonly property: TSESTree.Property;
  /** From the first comment above to the last one beside. */
  readonly range: readonly [number, number];
  /** The comments above, up to the property. */
  readonly above: string;
  /** The property, with what stands before its comma. */
  readonly body: string;
  readonly comma: boolean;
  /** The comments beside it, behind the comma. */
  readonly beside: string;
  /** Whether no other code shares its line. */
  readonly ownLine: boolean;
  readonly hasComment: boolean;
  /** Whether no blank line stands between it and what is before. */
  readonly followsOn: boolean;
}

export function rowOf(sourceCode: Readonly<SourceCode>, property: TSESTree.Property): Row {
  const { text } = sourceCode;
  const previous = sourceCode.getTokenBefore(property);
  const next = sourceCode.getTokenAfter(property);
  const comma = next?.value === ',' ? next : null;
  const end = comma ?? property;

  const comments = sourceCode.getCommentsBefore(property);
  let first: TSESTree.Node | TSESTree.Comment = property;
  for (const comment of comments.toReversed()) {
    if (comment.loc.start.line === previous?.loc.end.line) break;
    if (comment.loc.end.line < first.loc.start.line - 1) break;
    first = comment;
  }
  const start = first.range[0];

  const beside = sourceCode.getCommentsAfter(end).filter((each) => each.loc.start.line === end.loc.end.line);
  const stop = beside.at(-1)?.range[1] ?? end.range[1];
  const after = sourceCode.getTokenAfter(end);
  const lead = text.slice(previous?.range[1] ?? 0, property.range[0]);
  return {
    property,
    range: [start, stop],
    above: text.slice(start, property.range[0]),
    body: text.slice(property.range[0], comma?.range[0] ?? property.range[1]),
    comma: comma !== null,
    beside: text.slice(end.range[1], stop),
    ownLine: previous?.loc.end.line !== property.loc.start.line && after?.loc.start.line !== end.loc.end.line,
    hasComment: comments.length + beside.length > 0,
    followsOn: !/\n[ \t]*\r?\n/.test(lead),
  };
}
