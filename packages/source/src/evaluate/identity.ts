import type { Place } from '../text/place.ts';
import type { Value } from './value.ts';

/** By which an object is the same one wherever it is met: the place where it is made. Null for what cannot be changed. */
export function identityOf(value: Value): string | null {
  switch (value.kind) {
    case 'object':
      return value.typed === true ? null : ofPlace(value.place);
    case 'array':
      return ofPlace(value.place);
    case 'class':
      return ofPlace(value.statics.place);
    case 'module':
      return `module ${value.file}`;
    default:
      return null;
  }
}

function ofPlace({ file, range: [start, end] }: Place): string {
  return `${file} ${String(start)} ${String(end)}`;
}
