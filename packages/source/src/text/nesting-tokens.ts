import { WEIGHT } from './nesting-weight.ts';

/** White space and comments, strings, words and numbers, operators of more than one character, and any other character. */
const TOKEN =
  /\s+|\/\/.*|\/\*[^]*?\*\/|"[^"\\\n]*(?:\\[^][^"\\\n]*)*"|'[^'\\\n]*(?:\\[^][^'\\\n]*)*'|[\w$\u0080-\uFFFF]+|=>|\?\.(?!\d)|\?\?|[=!]==?|[<>]=|[^]/y;

const REGULAR = /\/(?:[^/\\[\n]|\\.|\[[^\]\\\n]*(?:\\.[^\]\\\n]*)*\])+\/[a-z]*/y;

const TEMPLATE_TEXT = /[^`\\$]*(?:(?:\\[^]|\$(?!\{))[^`\\$]*)*(`|\$\{|$)/y;

/** Words that begin a statement, after which nothing that stood before it goes on. */
const STATEMENT = new Set(
  'if for while with do switch return throw const let var class function try import export break continue'.split(' '),
);
const HEADS = new Set(['if', 'for', 'while', 'with']);
const CHAINS = new Set(['else', 'do', 'new', 'yield', 'extends', 'asserts', '=', '=>', '?', ':', '<']);

/** Words between two operands, or before one. */
const OPERATORS = new Set(
  'typeof void delete in of instanceof as is asserts keyof infer await async readonly satisfies new yield extends else'.split(
    ' ',
  ),
);

interface Level {
  /** What weighed on it from outside. */
  readonly weight: number;
  /** Whether it is the `( )` of an `if` or a loop. */
  readonly head: boolean;
  readonly template: boolean;
}

/** Whether more weight than the parser bears is ever open at once. */
export function isDeep(text: string): boolean {
  const levels: Level[] = [];
  let weight = 0;
  let base = 0;
  /** What stands before: an operand (a statement may end there), an operator, or the head of a statement. */
  let before: 'operand' | 'operator' | 'head' = 'operator';
  let isHead = false;
  /** Set at a semicolon: only an `else` goes on behind it. */
  let isEnded = false;

  const open = (template: boolean): void => {
    levels.push({ weight, head: isHead, template });
    base = weight += WEIGHT.bracket;
    isHead = false;
    before = 'operator';
  };
  /** Where the text of a template ends: behind it, or inside of its `${`. */
  const template = (at: number): number => {
    TEMPLATE_TEXT.lastIndex = at;
    const found = TEMPLATE_TEXT.exec(text);
    if (found?.[1] === '${') open(true);
    else before = 'operand';
    return found === null ? text.length : TEMPLATE_TEXT.lastIndex;
  };
  const word = (token: string): void => {
    if (token === 'case' || token === 'default') weight = base;
    else if (STATEMENT.has(token)) {
      if (before === 'head') weight += WEIGHT.chain;
      else if (before === 'operand') weight = base;
    } else if (!OPERATORS.has(token) && before === 'operand') weight = base;
    if (CHAINS.has(token)) weight += WEIGHT.chain;
    else if (OPERATORS.has(token)) weight += WEIGHT.prefix;
    isHead = HEADS.has(token);
    before = OPERATORS.has(token) || STATEMENT.has(token) ? 'operator' : 'operand';
  };

  for (let at = 0; at < text.length;) {
    const regular: string | null = before !== 'operand' && text[at] === '/' ? matchAt(REGULAR, text, at) : null;
    const token: string = commentAt(text, at) ?? regular ?? matchAt(TOKEN, text, at) ?? '';
    at += Math.max(1, token.length);
    if (token === '' || /^(?:\s|\/\/|\/\*)/.test(token)) continue;
    if (isEnded && token !== 'else') weight = base;
    isEnded = token === ';';
    if (/^[\w$\u0080-\uFFFF]/.test(token)) word(token);
    else if (regular !== null || /^["']./.test(token)) before = 'operand';
    else if (token === '`') {
      weight += WEIGHT.operator;
      at = template(at);
    } else if (token === '(' || token === '[' || token === '{') open(false);
    else if (token === ')' || token === ']' || token === '}') {
      const level = levels.pop();
      weight = (level?.weight ?? 0) + WEIGHT.operator;
      base = levels.length === 0 ? 0 : (levels.at(-1)?.weight ?? 0) + WEIGHT.bracket;
      before = level?.head === true ? 'head' : 'operand';
      if (level?.template === true && token === '}') at = template(at);
    } else {
      if (token === ',') weight = base;
      else if (CHAINS.has(token)) weight += WEIGHT.chain;
      else if (token === '>') weight = Math.max(base, weight - WEIGHT.chain);
      else if (token !== ';') weight += before === 'operator' ? WEIGHT.prefix : WEIGHT.operator;
      before = token === '>' ? 'operand' : 'operator';
    }
    if (weight > WEIGHT.most) return true;
  }
  return isDeepMarkup(text);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function commentAt(text: string, at: number): string | null {
  if (text[at] !== '/' || (text[at + 1] !== '/' && text[at + 1] !== '*')) return null;
  return matchAt(TOKEN, text, at);
}

/** Elements in one another have no bracket that nests. */
function isDeepMarkup(text: string): boolean {
  let depth = 0;
  for (const { 0: tag, index } of text.matchAll(/<\/|\/>|<(?=[A-Za-z_$>])/g)) {
    if (tag !== '<') depth = Math.max(0, depth - 1);
    // `Array<Item>` is none.
    else if (!/[\w$)]/.test(text.charAt(index - 1)) && ++depth > WEIGHT.most / WEIGHT.chain) return true;
  }
  return false;
}
