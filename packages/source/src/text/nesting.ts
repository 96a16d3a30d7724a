import { isDeep } from './nesting-tokens.ts';
import { WEIGHT } from './nesting-weight.ts';

/**
 * Whether a text is nested too deeply to be handed to the parser.
 *
 * Shape: a quick look first, which takes every bracket for one, also in strings and comments; only a text that seems deep then is
 * read token by token.
 * Errors: none. Costs some 2 ns per character.
 */
export function isNestedTooDeeply(text: string): boolean {
  return seemsDeep(text) && isDeep(text);
}

const OPENS = 255;
const CLOSES = 254;
const ENDS = 253;
const ANGLE_OPENS = 252;
const ANGLE_CLOSES = 251;

/** What each character does, or else weighs. */
const ACTS = actsOf([
  ['([{', OPENS],
  [')]}', CLOSES],
  [';,', ENDS],
  ['<', ANGLE_OPENS],
  ['>', ANGLE_CLOSES],
  ['?:=', WEIGHT.chain],
  ['!~+-*@', WEIGHT.prefix],
  ['/%&|^.`', WEIGHT.operator],
]);

function actsOf(groups: readonly (readonly [string, number])[]): Uint8Array {
  const acts = new Uint8Array(0x1_00_00);
  for (const [characters, act] of groups) for (const character of characters) acts[character.charCodeAt(0)] = act;
  return acts;
}

/** So many brackets are too many, whatever else there is. */
const MOST_LEVELS = WEIGHT.most / WEIGHT.bracket;

function seemsDeep(text: string): boolean {
  const { length } = text;
  if (length < MOST_LEVELS) return false;
  /** What weighed at each level before the bracket that ended it. */
  const outer = new Int32Array(MOST_LEVELS + 1);
  /** How many `<` stand open: a comma does not end what nests in them. */
  let angles = 0;
  const outerAngles = new Int32Array(MOST_LEVELS + 1);
  let level = 0;
  let base = 0;
  let weight = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const act = ACTS[code];
    if (act === undefined || act === 0) continue;
    if (act === OPENS) {
      outerAngles[level] = angles;
      outer[level++] = weight;
      base = weight += WEIGHT.bracket;
      angles = 0;
    } else if (act === CLOSES) {
      if (level === 0) continue;
      weight = (outer[--level] ?? 0) + WEIGHT.operator;
      angles = outerAngles[level] ?? 0;
      base = level === 0 ? 0 : (outer[level - 1] ?? 0) + WEIGHT.bracket;
      if (code === 41 && beginsWord(text, at + 1)) weight += WEIGHT.chain;
    } else if (act === ENDS) {
      if (code === 59) angles = 0;
      weight = base + angles * WEIGHT.chain;
    } else if (act === ANGLE_OPENS) {
      weight += WEIGHT.chain;
      angles++;
    } else if (act === ANGLE_CLOSES) {
      weight += WEIGHT.operator;
      if (angles > 0 && text.charCodeAt(at - 1) !== 61) angles--;
    } else weight += act;
    if (weight > WEIGHT.most) return true;
  }
  return NESTING_WORDS.some(({ word, most }) => length > most * 6 && occursOften(text, word, most));
}

/** `if (a) if (b)` */
function beginsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at) <= 32 ? text.charCodeAt(at + 1) : text.charCodeAt(at);
  return code >= 97 && code <= 122;
}

const MOST_CHAINS = WEIGHT.most / WEIGHT.chain;
const MOST_PREFIXES = WEIGHT.most / WEIGHT.prefix;

/** What nests without a character of its own. It may often stand side by side too. */
const NESTING_WORDS = [
  ...['else', 'new ', 'yield', 'extends', 'asserts', '</'].map((word) => ({ word, most: MOST_CHAINS })),
  ...['do do', 'do\ndo'].map((word) => ({ word, most: MOST_CHAINS / 4 })),
  ...['typeof', 'void', 'await', 'delete', 'keyof', 'readonly', ' as ', ' in ', 'satisfies'].map((word) => ({
    word,
    most: MOST_PREFIXES,
  })),
];

function occursOften(text: string, word: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) if (++count > most) return true;
  return false;
}
