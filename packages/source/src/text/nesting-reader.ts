/** Space, words and numbers, operators of more than one character, and any other character. */
const TOKEN = /\s+|[\w$\u0080-\uFFFF]+|=>|\?\.(?!\d)|\?\?|[=!]==?|[<>]=|[^]/y;

const LINE_COMMENT = /\/\/.*/y;

/** A string as far as it goes; what ends it, where it ends. */
const STRINGS: Readonly<Record<string, RegExp>> = {
  '"': /"[^"\\\n]*(?:\\[^][^"\\\n]*)*("?)/y,
  "'": /'[^'\\\n]*(?:\\[^][^'\\\n]*)*('?)/y,
};

const REGULAR = /\/(?:[^/\\[\n]|\\.|\[[^\]\\\n]*(?:\\.[^\]\\\n]*)*\])+\/[a-z]*/y;

const TEMPLATE_TEXT = /[^`\\$]*(?:(?:\\[^]|\$(?!\{))[^`\\$]*)*(`|\$\{|$)/y;

/** Reads a text token by token, in a time that grows with the text and no faster, whatever the text is. */
export interface TokenReader {
  /** The token at an offset: space and comments are tokens too. Behind an operand a `/` divides. */
  readonly tokenAt: (at: number, isBehindOperand: boolean) => string;
  /** Where the text of a template ends: behind it, or inside of its `${`. */
  readonly templateEnd: (at: number) => { readonly end: number; readonly isOpen: boolean };
}

export function createTokenReader(text: string): TokenReader {
  /** By its first character, how far something was read that has no end: what begins alike before that has none either. */
  const endless = new Map<string, number>();

  function match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(text);
  }

  function stringAt(at: number, quote: string, pattern: RegExp): string {
    if (at < (endless.get(quote) ?? 0)) return quote;
    const found = match(pattern, at);
    if (found?.[1] === quote) return found[0];
    endless.set(quote, pattern.lastIndex);
    return quote;
  }

  function slashAt(at: number, isBehindOperand: boolean): string {
    const next = text.charAt(at + 1);
    if (next === '/') return match(LINE_COMMENT, at)?.[0] ?? next;
    if (next === '*' && at >= (endless.get(next) ?? 0)) {
      const end = text.indexOf('*/', at + 2);
      if (end >= 0) return text.slice(at, end + 2);
      endless.set(next, text.length);
    }
    if (isBehindOperand || at < (endless.get('/') ?? 0)) return '/';
    const found = match(REGULAR, at);
    if (found !== null) return found[0];
    const end = text.indexOf('\n', at);
    endless.set('/', end < 0 ? text.length : end);
    return '/';
  }

  return {
    tokenAt(at, isBehindOperand) {
      const first = text.charAt(at);
      if (first === '/') return slashAt(at, isBehindOperand);
      const string = STRINGS[first];
      return string === undefined ? (match(TOKEN, at)?.[0] ?? first) : stringAt(at, first, string);
    },
    templateEnd(at) {
      const found = match(TEMPLATE_TEXT, at);
      return { end: found === null ? text.length : TEMPLATE_TEXT.lastIndex, isOpen: found?.[1] === '${' };
    },
  };
}
