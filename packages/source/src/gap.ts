import type { Place } from './place.ts';

/** Something that cannot be known from the text, why, and where. Lines and columns are 1-based. */
export interface Gap {
  /** A phrase that ends the sentence "cannot verify: …". */
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function gapAt(place: Place, reason: string): Gap {
  return { reason, file: place.file, line: place.line, column: place.column };
}

/** A gap that concerns a file as a whole. */
export function gapOfFile(file: string, reason: string): Gap {
  return { reason, file, line: 1, column: 1 };
}
