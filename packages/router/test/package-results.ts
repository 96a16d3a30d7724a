import ts from 'typescript';

/** What a snippet promises in the comment behind a statement, and how that is put to the test. */
interface Promised {
  readonly statement: ts.Statement;
  readonly result: string;
}

/**
 * A snippet whose result comments are assertions, and how many these are.
 *
 * Shape: behind a statement on one line stands a string, a number, a list or an object (with `…` at its end: a part of the
 * object), or `throws CODE`; what follows after a comma or a colon is prose. A comment that starts like a result and cannot
 * be checked is an error, not a pass.
 */
export function assertingResults(code: string, file: string): { readonly code: string; readonly count: number } {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const promised = source.statements.flatMap((statement): readonly Promised[] => {
    const [comment] = ts.getTrailingCommentRanges(code, statement.end) ?? [];
    const result = comment && resultIn(code.slice(comment.pos, comment.end));
    return result === undefined ? [] : [{ statement, result }];
  });
  const written = code.split('\n').filter((line) => resultIn(/\/\/.*$/.exec(line)?.[0] ?? '') !== undefined).length;
  if (written !== promised.length) throw new Error(`${file} has a result that does not stand behind a statement`);
  const asserting = promised.reduceRight(
    (text, { statement, result }) =>
      text.slice(0, statement.getStart()) + assertion(statement, result) + text.slice(statement.end),
    code,
  );
  return { code: asserting, count: promised.length };
}

function resultIn(comment: string): string | undefined {
  return /^\/\/ ('[^']*'|\d+|\[.*\]|\{.*\}|throws \w+)(?=$|[,:] )/.exec(comment)?.[1];
}

function assertion(statement: ts.Statement, result: string): string {
  if (!ts.isExpressionStatement(statement)) throw new Error(`no expression: ${statement.getText()}`);
  const assert = "process.getBuiltinModule('node:assert/strict')";
  const value = statement.expression.getText();
  const code = /^throws (\w+)$/.exec(result)?.[1];
  if (code !== undefined) return `${assert}.throws(() => ${value}, { code: '${code}' });`;
  if (result.endsWith('… }')) return `${assert}.partialDeepStrictEqual(${value}, ${result.replace('… }', '}')});`;
  return `${assert}.deepEqual(${value}, ${result});`;
}
