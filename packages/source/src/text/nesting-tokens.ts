import { createTokenReader } from './nesting-reader.ts';
import { WEIGHT } from './nesting-weight.ts';

/** Words that begin a statement, after which nothing that stood before it goes on. */
const STATEMENT = new Set(
  'if for while with do switch return throw const let var class function try import export break continue'.split(' '),
);
const HEADS = new Set(['if', 'for', 'while', 'with']);
const CHAINS = new Set(['else', 'do', 'new', 'yield', 'extends', 'asserts', '=', '=>', '?', ':', '<']);

/** Behind one of these a `<` that stands open compares: no list of types goes on over it. */
const COMPARES = new Set('+ * / % ^ ! ~ == === != !== <= >= ?? ?.'.split(' '));

/** Words between two operands, or before one. */
const OPERATORS = new Set(
  'typeof void delete in of instanceof as is asserts keyof infer await async readonly satisfies new yield extends else'.split(
    ' ',
  ),
);

interface Level {
  /** What weighed on it from outside. */
  readonly weight: number;
  readonly angles: number;
  /** Whether it is the `( )` of an `if` or a loop. */
  readonly head: boolean;
  readonly template: boolean;
}

/** Whether more weight than the parser bears is ever open at once. */
export function isDeep(text: string): boolean {
  const levels: Level[] = [];
  const { tokenAt, templateEnd } = createTokenReader(text);
  let weight = 0;
  /** How many `<` stand open: `a<b, c<d, …` may be types in one another, which a comma does not end. */
  let angles = 0;
  let base = 0;
  /** What stands before: an operand (a statement may end there), an operator, or the head of a statement. */
  let before: 'operand' | 'operator' | 'head' = 'operator';
  let isHead = false;
  /** Set at a semicolon: only an `else` goes on behind it. */
  let isEnded = false;

  const open = (template: boolean): void => {
    levels.push({ weight, angles, head: isHead, template });
    base = weight += WEIGHT.bracket;
    angles = 0;
    isHead = false;
    before = 'operator';
  };
  /** A statement or a line ends: what stood open on its level goes on no more. */
  const end = (): void => {
    weight = base;
    angles = 0;
  };
  const template = (at: number): number => {
    const found = templateEnd(at);
    if (found.isOpen) open(true);
    else before = 'operand';
    return found.end;
  };
  const word = (token: string): void => {
    if (token === 'case' || token === 'default') end();
    else if (STATEMENT.has(token)) {
      if (before === 'head') weight += WEIGHT.chain;
      else if (before === 'operand') end();
    } else if (!OPERATORS.has(token) && before === 'operand') end();
    if (CHAINS.has(token)) weight += WEIGHT.chain;
    else if (OPERATORS.has(token)) weight += WEIGHT.prefix;
    isHead = HEADS.has(token);
    before = OPERATORS.has(token) || STATEMENT.has(token) ? 'operator' : 'operand';
  };

  for (let at = 0; at < text.length;) {
    const token = tokenAt(at, before === 'operand');
    at += token.length;
    if (/^(?:\s|\/[/*])/.test(token)) continue;
    if (isEnded && token !== 'else') end();
    isEnded = token === ';';
    if (/^[\w$\u0080-\uFFFF]/.test(token)) word(token);
    else if (/^["'/]./.test(token)) before = 'operand';
    else if (token === '`') {
      weight += WEIGHT.operator;
      at = template(at);
    } else if (token === '(' || token === '[' || token === '{') open(false);
    else if (token === ')' || token === ']' || token === '}') {
      const level = levels.pop();
      weight = (level?.weight ?? 0) + WEIGHT.operator;
      angles = level?.angles ?? 0;
      base = levels.length === 0 ? 0 : (levels.at(-1)?.weight ?? 0) + WEIGHT.bracket;
      before = level?.head === true ? 'head' : 'operand';
      if (level?.template === true && token === '}') at = template(at);
    } else {
      if (token === '<') angles++;
      else if (token === '>') angles = Math.max(0, angles - 1);
      else if (COMPARES.has(token)) angles = 0;
      if (token === ',') weight = base + angles * WEIGHT.chain;
      else if (CHAINS.has(token)) weight += WEIGHT.chain;
      else if (token === '>') weight = Math.max(base, weight - WEIGHT.chain);
      else if (token !== ';') weight += before === 'operator' ? WEIGHT.prefix : WEIGHT.operator;
      before = token === '>' ? 'operand' : 'operator';
    }
    if (weight > WEIGHT.most) return true;
  }
  return isDeepMarkup(text);
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
