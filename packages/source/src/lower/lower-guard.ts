/**
 * A cheap text guard: false only where no router call with type arguments can stand in the text.
 *
 * Shape: it sees every call with type arguments, `pick<…>()`, in whatever writing, and a function that is stored with a task
 * that is written out, `pick<'blog-post'>`. It imports nothing, so that a loader can start with it alone.
 */
export function mayHoldErasedCall(text: string): boolean {
  const first = text.indexOf('<');
  if (first < 0) return false;
  const reader: Reader = { text, steps: text.length * 2 + 100 };
  return holdsTypedCall(reader, first) || holdsWrittenTask(reader, first);
}

interface Reader {
  readonly text: string;
  /** What may still be skipped. A text that takes more was made to be slow, and a parse costs less. */
  steps: number;
}

/** `>` that ends type arguments, and behind it a call's parenthesis: an arrow's `>` ends none. */
function holdsTypedCall(reader: Reader, from: number): boolean {
  const { text } = reader;
  for (let at = text.indexOf('>', from + 1); at >= 0; at = text.indexOf('>', at + 1)) {
    if (text.charCodeAt(at - 1) === EQUALS) continue;
    const next = skip(reader, at + 1, CLOSES);
    if (text.charCodeAt(next) === OPEN || text.startsWith('?.', next) || reader.steps < 0) return true;
  }
  return false;
}

/** `<`, and behind it a quote or `typeof`. */
function holdsWrittenTask(reader: Reader, from: number): boolean {
  const { text } = reader;
  for (let at = from; at >= 0; at = text.indexOf('<', at + 1)) {
    const next = skip(reader, at + 1, OPENS);
    const code = text.charCodeAt(next);
    if (code === SINGLE || code === DOUBLE || code === BACKTICK || reader.steps < 0) return true;
    if (code === LETTER_T && text.startsWith('typeof', next)) return true;
  }
  return false;
}

const DOUBLE = 0x22;
const SINGLE = 0x27;
const OPEN = 0x28;
const EQUALS = 0x3d;
const BACKTICK = 0x60;
const LETTER_T = 0x74;
/** `(pick<'blog-post'>)()`, `pick<'blog-post'>!()` */
const CLOSES = ')!';
/** `pick<('blog-post')>` */
const OPENS = '(';

/** The offset of the first character that is neither space, nor a comment, nor one of these. */
function skip(reader: Reader, from: number, these: string): number {
  const { text } = reader;
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === SLASH) {
      const end = commentEnd(text, at);
      if (end === at) break;
      at = end;
    } else if (isSpace(code) || (code < 0x80 && these.includes(String.fromCharCode(code)))) at++;
    else break;
  }
  reader.steps -= at - from;
  return at;
}

const SLASH = 0x2f;

/** The offset behind a comment; that of the slash where there is none. */
function commentEnd(text: string, at: number): number {
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (!text.startsWith('//', at)) return at;
  LINE_BREAK.lastIndex = at + 2;
  return LINE_BREAK.test(text) ? LINE_BREAK.lastIndex : text.length;
}

const LINE_BREAK = /[\n\r\u2028\u2029]/g;

/** What the language takes for space, and what TypeScript's and oxc's scanners take for it as well. */
function isSpace(code: number): boolean {
  if (code < 0x85) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code === 0x85 || code === 0x200b || code === 0x180e || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
}
