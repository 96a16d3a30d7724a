const LONGEST = 80;

/** What a terminal acts on or does not show, and JSON leaves as it is: controls, formats, separators of lines. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Any value as short text for a message: strings quoted, what is not seen escaped, the end cut. */
export function quote(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > LONGEST
      ? `${escape(value.slice(0, LONGEST))}… (${String(value.length)} characters)`
      : escape(value);
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined)
    return String(value);
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}

function escape(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (unseen) =>
    unseen.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
