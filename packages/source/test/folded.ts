import type { Project, SourceInput } from '../src/index.ts';

/** A text with its folds written into it. */
export function foldedText(project: Project, source: Exclude<SourceInput, string>): string {
  let text = source.text;
  for (const { range, text: answer } of [...project.fold(source).edits].reverse())
    text = text.slice(0, range[0]) + answer + text.slice(range[1]);
  return text;
}
