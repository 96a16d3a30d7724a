const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(quot|apos|lt|gt|amp));/giu;

const NAMED: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };

/** The last character there is. */
const LAST = 0x10_ff_ff;

/** A part of a template as the browser reads it (`&quot;` is `"`), in pieces, each with its offset in the source. */
export function decoded(
  source: string,
  [start, end]: readonly [number, number],
): readonly (readonly [offset: number, text: string])[] {
  const pieces: (readonly [number, string])[] = [];
  let at = start;
  for (const { 0: entity, 1: decimal, 2: hexadecimal, 3: name, index } of source.slice(start, end).matchAll(ENTITY)) {
    const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
    const character = name === undefined ? characterOf(code) : NAMED[name.toLowerCase()];
    pieces.push([at, source.slice(at, start + index)], [start + index, character ?? entity]);
    at = start + index + entity.length;
  }
  return [...pieces, [at, source.slice(at, end)]];
}

function characterOf(code: number): string | undefined {
  return code <= LAST ? String.fromCodePoint(code) : undefined;
}
