import { createRequire } from 'node:module';
import { mayHoldErasedCall } from '@taskroute/source/guard';
import type { SFCDescriptor, SFCBlock } from 'vue/compiler-sfc';

/** A Vue single file as modules that can be read like any other: each as long as the file, each line where it was. */
export interface SingleFile {
  /** Its scripts, all else blank. */
  readonly script: string;
  /** The same with those expressions of the template that may hold an erased call. */
  readonly whole: string;
  /** What its scripts are written in. */
  readonly language: 'js' | 'ts' | 'tsx';
  /** Whether the template's names are those of a script. */
  readonly hasSetup: boolean;
}

/** A text with the range that it stands at. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** What stands around an expression to make it a statement; two characters before it, one after. */
  readonly before: string;
  readonly after: string;
}

/** Errors: none; null where Vue's own compiler is not to be found, or finds that this is no component. */
export function readSingleFile(file: string, text: string): SingleFile | null {
  const descriptor = describe(file, text);
  if (descriptor === null) return null;
  const { script, scriptSetup, template } = descriptor;
  const scripts = [script, scriptSetup].flatMap((block) => (block?.src === undefined && block ? pieceOf(block) : []));
  const expressions =
    template?.ast === undefined ? [] : expressionsBelow(template.ast as unknown as TemplateNode, text);
  const lang = (scriptSetup ?? script)?.lang ?? 'js';
  return {
    script: only(text, scripts),
    whole: only(text, [...scripts, ...expressions]),
    language: lang === 'ts' || lang === 'tsx' ? lang : 'js',
    hasSetup: scriptSetup !== null,
  };
}

function describe(file: string, text: string): SFCDescriptor | null {
  try {
    // The project's own: the compiler that the host's plugin for Vue works with.
    const { parse } = createRequire(file)('vue/compiler-sfc') as typeof import('vue/compiler-sfc');
    const { descriptor, errors } = parse(text, { filename: file, sourceMap: false });
    return errors.length === 0 ? descriptor : null;
  } catch {
    return null;
  }
}

function pieceOf({ loc }: SFCBlock): Piece {
  return { start: loc.start.offset, end: loc.end.offset, before: '', after: '' };
}

/** What is needed of a template's tree, whose types Vue does not export from here. */
interface TemplateNode {
  readonly content?: Expression;
  readonly props?: readonly {
    readonly name: string;
    readonly exp?: Expression;
    readonly forParseResult?: { readonly source: Expression };
  }[];
  readonly children?: readonly TemplateNode[];
}

interface Expression {
  readonly content: string;
  readonly loc: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

function expressionsBelow(node: TemplateNode, text: string): readonly Piece[] {
  const own = (node.props ?? []).flatMap(({ name, exp, forParseResult }) => {
    // A slot's props are a pattern, no expression.
    if (name === 'slot') return [];
    return expressionAt(name === 'for' ? forParseResult?.source : exp, text, name === 'on');
  });
  const shown = typeof node.content === 'object' ? expressionAt(node.content, text, false) : [];
  return [...own, ...shown, ...(node.children ?? []).flatMap((child) => expressionsBelow(child, text))];
}

/** An expression as a statement of its own. Its quotes or braces, which are two characters with what precedes, make room. */
function expressionAt(expression: Expression | undefined, text: string, isHandler: boolean): readonly Piece[] {
  if (expression === undefined) return [];
  const { start, end } = { start: expression.loc.start.offset, end: expression.loc.end.offset };
  // Where entities were decoded, offsets say nothing.
  if (text.slice(start, end) !== expression.content || !mayHoldErasedCall(expression.content)) return [];
  const [before, after] = isHandler && expression.content.includes(';') ? [';{', '}'] : [';(', ')'];
  return [{ start, end, before, after }];
}

/** A text with nothing but these pieces of it. */
function only(text: string, pieces: readonly Piece[]): string {
  let written = '';
  for (const { start, end, before, after } of [...pieces].sort((one, other) => one.start - other.start)) {
    written += blank(text.slice(written.length, start - before.length)) + before + text.slice(start, end) + after;
  }
  return written + blank(text.slice(written.length));
}

function blank(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]/g, ' ');
}
