import { createRequire } from 'node:module';
import { expressionsOf, type NamesOf, type TemplateExpression, type TemplateNode } from './template-expressions.ts';
import type { SFCDescriptor, SFCBlock } from 'vue/compiler-sfc';

/** A Vue single file as modules that can be read like any other: each as long as the file, each line where it was. */
export interface SingleFile {
  /** Its scripts, all else blank. */
  readonly script: string;
  /** The same with those expressions of the template that may hold an erased call. */
  readonly whole: string;
  /** Where in `whole` a name is hidden: what the template itself calls so is not what its script calls so. */
  readonly hidden: readonly number[];
  /** What its scripts are written in. */
  readonly language: 'js' | 'ts' | 'tsx';
  /** Whether the template's names are those of a script. */
  readonly hasSetup: boolean;
}

/** A text with the offset that it stands at. */
interface Piece {
  readonly start: number;
  readonly text: string;
}

/** Errors: none; null where Vue's own compiler is not to be found, or finds that this is no component. */
export function readSingleFile(file: string, text: string): SingleFile | null {
  const described = describe(file, text);
  if (described === null) return null;
  const { descriptor, namesOf } = described;
  const { script, scriptSetup, template } = descriptor;
  const scripts = [script, scriptSetup].flatMap((block) => (block?.src === undefined && block ? pieceOf(block) : []));
  const expressions =
    template?.ast === undefined ? [] : expressionsOf(template.ast as unknown as TemplateNode, text, namesOf);
  const hidden: number[] = [];
  const statements = expressions.map((each) => statementOf(each, text, scripts, hidden));
  const lang = (scriptSetup ?? script)?.lang ?? 'js';
  return {
    script: only(text, scripts),
    whole: only(text, [...scripts, ...statements]),
    hidden,
    language: lang === 'ts' || lang === 'tsx' ? lang : 'js',
    hasSetup: scriptSetup !== null,
  };
}

function describe(
  file: string,
  text: string,
): { readonly descriptor: SFCDescriptor; readonly namesOf: NamesOf } | null {
  try {
    // The project's own: the compiler that the host's plugin for Vue works with.
    const compiler = createRequire(file)('vue/compiler-sfc') as typeof import('vue/compiler-sfc');
    const { descriptor, errors } = compiler.parse(text, { filename: file, sourceMap: false });
    // A pattern's tree is Vue's own, and goes back to it.
    return errors.length === 0 ? { descriptor, namesOf: compiler.extractIdentifiers as unknown as NamesOf } : null;
  } catch {
    return null;
  }
}

function pieceOf({ loc, content }: SFCBlock): Piece {
  return { start: loc.start.offset, text: content };
}

/** An expression as a statement of its own. Its quotes or braces, which are two characters with what precedes, make room. */
function statementOf(
  { start, end, isStatements, names }: TemplateExpression,
  text: string,
  scripts: readonly Piece[],
  hidden: number[],
): Piece {
  let expression = text.slice(start, end);
  for (const name of names) {
    const pattern = new RegExp(String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`, 'g');
    // A name that no script has hides nothing.
    if (!scripts.some((script) => script.text.search(pattern) >= 0)) continue;
    expression = expression.replace(pattern, (found, offset: number) => {
      hidden.push(start + offset);
      return '_'.repeat(found.length);
    });
  }
  const [before, after] = isStatements ? [';{', '}'] : [';(', ')'];
  return { start: start - before.length, text: before + expression + after };
}

/** A text with nothing but these pieces of it. */
function only(text: string, pieces: readonly Piece[]): string {
  let written = '';
  for (const { start, text: kept } of [...pieces].sort((one, other) => one.start - other.start))
    written += blank(text.slice(written.length, start)) + kept;
  return written + blank(text.slice(written.length));
}

function blank(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]/g, ' ');
}
