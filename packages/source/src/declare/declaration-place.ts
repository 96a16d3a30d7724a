import type { TSESTree } from '@typescript-eslint/types';
import { gapAt, gapOfFile, type Gap } from '../text/gap.ts';
import { placeOf, type Module } from '../text/parse.ts';
import type { Place } from '../text/place.ts';

/** Declaration → where it stands, and under their names where its fields do. Beside it, since a declaration is plain JSON. */
const places = new WeakMap<object, { readonly whole: Place; readonly fields: ReadonlyMap<string, Place> }>();

/** Notes where a declaration stands, and hands it back. */
export function notePlaces<Declaration extends object>(
  module: Module,
  declaration: Declaration,
  node: TSESTree.Node,
  fields: Readonly<Record<string, TSESTree.Node | undefined>>,
): Declaration {
  const known = new Map<string, Place>();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) known.set(name, placeOf(module, value));
  places.set(declaration, { whole: placeOf(module, node), fields: known });
  return declaration;
}

/** What was read again keeps the places where it was read first, and has none where it was only given. */
export function keepPlaces(before: readonly (object | string)[], now: readonly object[]): void {
  const first = new Map(before.map((each) => [JSON.stringify(each), each]));
  for (const declaration of now) {
    const same = first.get(JSON.stringify(declaration));
    const known = typeof same === 'object' ? places.get(same) : undefined;
    if (known === undefined) places.delete(declaration);
    else places.set(declaration, known);
  }
}

/** A finding about a declaration in `file`, at one of its fields where that has a place. */
export function findingAt(file: string, declaration: object, field: string, reason: string): Gap {
  const known = places.get(declaration);
  const place = known?.fields.get(field) ?? known?.whole;
  // What was given in code has no place in the file.
  return place === undefined ? gapOfFile(file, reason) : gapAt(place, reason);
}
