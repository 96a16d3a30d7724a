const LONGEST = 80;

/** What an editor or a terminal acts on or does not show, and JSON leaves as it is: controls, formats, separators of lines. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text for a message: quoted, what is not seen escaped, the end cut. */
export function quote(text: string): string {
  return visible(JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text));
}

/** A text with what is not seen written as an escape, as it stands in a literal too. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (unseen) =>
    unseen.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Any value as short text. */
export function quoteValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'function') return 'a function';
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined
      ? `a ${typeof value}`
      : visible(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  } catch {
    return Array.isArray(value) ? 'a list' : 'an object';
  }
}

/** "a", "b" or "c" */
export function listOf(texts: readonly string[]): string {
  const quoted = texts.map(quote);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

/** A text as code writes it, in the quotes that `mark` is. */
export function quoteWith(mark: string, text: string): string {
  const escaped = visible(JSON.stringify(text)).slice(1, -1).replaceAll('\\"', '"').replaceAll(mark, `\\${mark}`);
  return `${mark}${mark === '`' ? escaped.replaceAll('${', '\\${') : escaped}${mark}`;
}
