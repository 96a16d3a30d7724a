/** A block of code in a page. */
export interface Snippet {
  readonly language: string;
  readonly code: string;
  /** The line of the page that the code starts on. */
  readonly line: number;
}

/** Every fenced block of a Markdown page, in order. */
export function snippetsOf(page: string): readonly Snippet[] {
  return [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map((match) => ({
    language: match[1] ?? '',
    code: match[2] ?? '',
    line: page.slice(0, match.index).split('\n').length + 1,
  }));
}

/** The file that a snippet stands for: the one that its first line names, else one that is named after its place. */
export function fileOf({ language, code, line }: Snippet): string {
  return /^\/\/ ([\w-]+\.\w+)\n/.exec(code)?.[1] ?? `line-${String(line)}.${language}`;
}
