import { visible } from '@taskroute/source/findings';

/** A name longer than this is cut: a comment holds 65,536 characters in all. */
const LONGEST = 100;

/**
 * A name from somebody's code, so that it is shown as it is wherever it stands: in a cell, in a list, in a summary.
 *
 * Shape: in `<code>`, and with every character that Markdown could mind as a reference: neither a pipe nor a backtick ends the cell,
 * no tag is one, and nobody who is named `@…` is called.
 */
export function code(name: string): string {
  const shown = visible(name);
  return `<code>${escape(shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown)}</code>`;
}

/** A sentence with such names in it. Words that GitHub could take for a person, an issue or a smiley are shown as names. */
export function prose(sentence: string): string {
  return visible(sentence)
    .split(/(\S*(?:[@#]|:\d)\S*)/)
    .map((part, index) => (index % 2 === 1 ? code(part) : escape(part)))
    .join('');
}

/** What is left as it is means nothing inside a line; a colon may begin an address. */
const MEANINGFUL = /:(?![\d\s]|$)|[^\p{L}\p{N}: ./,…→–"'();?=-]/gu;

function escape(text: string): string {
  return text
    .replace(MEANINGFUL, (character) => `&#${String(character.codePointAt(0) ?? 0)};`)
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}
