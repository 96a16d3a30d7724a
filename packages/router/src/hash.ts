/**
 * A short hash of a text in base 36: stable over platforms and releases, not for secrets.
 * Source: FNV-1a, 32 bits, over UTF-16 code units.
 */
export function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0).toString(36);
}
