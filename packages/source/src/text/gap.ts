import type { Place } from './place.ts';

/** Something that cannot be known from the text, why, and where. Lines and columns are 1-based. */
export interface Gap {
  /** A phrase that ends the sentence "cannot verify: …". */
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** 0-based offsets into the text; not there where a file as a whole is meant. */
  readonly range?: readonly [number, number];
  /** The key that was looked up in the router's `tasks`, which the table does not list: at run time it is undefined. */
  readonly missing?: string;
  /** Set where something has to be mended before anything can be known: a file that is not there or does not parse, a circle. */
  readonly lost?: true;
  /** Set where it is known that no router stands there, whatever else does. */
  readonly noRouter?: true;
}

export function gapAt(place: Place, reason: string): Gap {
  return { reason, file: place.file, line: place.line, column: place.column, range: place.range };
}

/** A gap that concerns a file as a whole. */
export function gapOfFile(file: string, reason: string): Gap {
  return { reason, file, line: 1, column: 1 };
}

/** A gap that only a mended file can close. */
export function lost(gap: Gap): Gap {
  return { ...gap, lost: true };
}

/** A gap behind which there is no router. */
export function withoutRouter(gap: Gap): Gap {
  return { ...gap, noRouter: true };
}
