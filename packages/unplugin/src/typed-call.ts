import { mayHoldErasedCall } from '@taskroute/source/guard';

/** Whether a text has to be parsed to know its erased calls: both guards say so. */
export function mayNeedLowering(text: string): boolean {
  return mayHoldErasedCall(text) && mayCallWithTypes(text);
}

/**
 * A second text guard, for a text in which the first one has seen type arguments before a parenthesis: false only where none
 * of them can be an erased call. `new Map<string, number>()`, `function pick<Item>(items)` and `useState<string>('')` are none,
 * and stand in nearly every file of TypeScript; a parse costs a hundred times as much as this.
 *
 * Shape: what is not plain text (a quote, a comment, a `typeof`) between or before the brackets counts as a hit.
 */
export function mayCallWithTypes(text: string): boolean {
  if (holdsWrittenTask(text)) return true;
  // A text that takes more steps was made to be slow, and a parse costs less.
  const reader = { text, steps: text.length * 20 + 1_000 };
  for (let at = text.indexOf('>'); at >= 0; at = text.indexOf('>', at + 1)) {
    if (text.charCodeAt(at - 1) === EQUALS) continue;
    const called = behindParenthesis(reader, at + 1);
    if (reader.steps < 0) return true;
    if (called !== null && !isHandedValue(text, called) && mayBeCallee(reader, at)) return true;
  }
  return false;
}

interface Reader {
  readonly text: string;
  steps: number;
}

/** A task that is written out, in whichever place: `pick<'blog-post'>`, also where it is stored. */
function holdsWrittenTask(text: string): boolean {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    let next = at + 1;
    while (isSpace(text.charCodeAt(next)) || text.charCodeAt(next) === OPEN) next++;
    const code = text.charCodeAt(next);
    if (code === SINGLE || code === DOUBLE || code === BACKTICK || code === SLASH) return true;
    if (code === LETTER_T && text.startsWith('typeof', next)) return true;
  }
  return false;
}

/** The offset behind the parenthesis of a call: `(pick<Task>)()`, `pick<Task>!()`, `pick<Task>?.()`. Null where none follows. */
function behindParenthesis(reader: Reader, from: number): number | null {
  const { text } = reader;
  for (let at = from; ; reader.steps--) {
    const code = text.charCodeAt(at);
    if (code === OPEN) return at + 1;
    if (code === CLOSE || code === BANG || isSpace(code)) at++;
    else if (text.startsWith('?.', at)) at += 2;
    else if (!text.startsWith('//', at) && !text.startsWith('/*', at)) return null;
    else {
      const end = commentEnd(text, at);
      reader.steps -= (end ?? text.length) - at;
      // A comment that does not end leaves nothing to be told.
      if (end === null || reader.steps < 0) return null;
      at = end;
    }
  }
}

const LINE_BREAK = /[\n\r\u2028\u2029]/g;

/** The offset behind a comment; null where it does not end. */
function commentEnd(text: string, from: number): number | null {
  if (text.startsWith('/*', from)) {
    const end = text.indexOf('*/', from + 2);
    return end < 0 ? null : end + 2;
  }
  LINE_BREAK.lastIndex = from;
  return LINE_BREAK.exec(text)?.index ?? text.length;
}

/** The first argument, where it is neither missing nor can be options. */
const VALUE = /\s*(?:['"`\d[(]|(?:null|true|false|undefined|function|class)\b|async\s*[(\w]|[\w$]+\s*(?:=>|\??:))/y;

function isHandedValue(text: string, from: number): boolean {
  VALUE.lastIndex = from;
  return VALUE.test(text);
}

/** Longer type arguments, and longer lines, are not followed back. */
const LONGEST = 2_000;

/** Whether what stands before the type arguments that end here can be called. */
function mayBeCallee(reader: Reader, end: number): boolean {
  const { text } = reader;
  let depth = 0;
  for (let at = end; at > end - LONGEST; at--) {
    reader.steps--;
    const code = text.charCodeAt(at);
    if (code === GREATER && text.charCodeAt(at - 1) !== EQUALS) depth++;
    else if (code === LESS && --depth === 0) return endsAsCallee(text, at);
    else if (code === SLASH || code === SINGLE || code === DOUBLE || code === BACKTICK || at === 0) return true;
  }
  return true;
}

const BANG = 0x21;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const DOT = 0x2e;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const BACKTICK = 0x60;
const LETTER_T = 0x74;

/** Whether a callee ends here, and not a class that `new` makes or the name of a function that is declared. */
function endsAsCallee(text: string, end: number): boolean {
  let from = spaceBefore(text, end);
  if (!isWord(text.charCodeAt(from - 1))) {
    // An operator, a bracket that opens, or nothing: type parameters of an arrow, or an element.
    return mayBeComment(text, from, end) || /[)\]!.?/\u0080-\uffff]/.test(text[from - 1] ?? '');
  }
  let start = wordBefore(text, from);
  // What it is a member of: `new collections.Ordered<Item>()`.
  while (text.charCodeAt(spaceBefore(text, start) - 1) === DOT) {
    from = spaceBefore(text, spaceBefore(text, start) - 1);
    if (!isWord(text.charCodeAt(from - 1))) return true;
    start = wordBefore(text, from);
  }
  if (text.slice(start, end).trimEnd() === 'function') return mayBeComment(text, start, end);
  from = spaceBefore(text, start);
  if (text.charCodeAt(from - 1) === STAR) from = spaceBefore(text, from - 1);
  const before = text.slice(wordBefore(text, from), from);
  return (before !== 'new' && before !== 'function') || mayBeComment(text, from, end);
}

/** Whether what looks like code may be a comment's: on these lines is one, or what looks like one. */
function mayBeComment(text: string, from: number, to: number): boolean {
  for (let at = to - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code === SLASH) return true;
    if (at < from && isLineBreak(code)) return false;
    if (at < from - LONGEST) return true;
  }
  return false;
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** What TypeScript's and oxc's scanners take for space; beyond ASCII whatever might be. */
function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    (code >= 0xa0 && /[\s\u180e\u200b]/.test(String.fromCharCode(code)))
  );
}

function isWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x24
  );
}

function wordBefore(text: string, end: number): number {
  let start = end;
  while (isWord(text.charCodeAt(start - 1))) start--;
  return start;
}

function spaceBefore(text: string, end: number): number {
  let start = end;
  while (isSpace(text.charCodeAt(start - 1))) start--;
  return start;
}
