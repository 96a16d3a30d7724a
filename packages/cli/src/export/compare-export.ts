import { createTwoFilesPatch } from 'diff';

/**
 * How an exported file differs from what it should be, as a unified diff; null where it says the same.
 *
 * Shape: the layout does not count, since a formatter may own the file.
 */
export function differenceOf(name: string, found: string | null, wanted: string): string | null {
  const is = found === null ? '' : laidOut(found);
  if (is === wanted) return null;
  return createTwoFilesPatch(name, name, is, wanted, found === null ? 'not there' : 'in the repository', 'exported', {
    context: 3,
  });
}

/** As it would be exported; a text that is no JSON stays as it is. */
function laidOut(text: string): string {
  try {
    return jsonText(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return text;
  }
}

/** As it is printed and written. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
