import type { Scene } from './evaluate.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import type { Possible, Value } from './value.ts';

/** One text that an argument can be. */
export interface KnownValue {
  readonly value: string;
  /** Where to point at: the text itself where it stands in the same file, else the argument. */
  readonly node: Node;
  /** Where the text stands, in whichever file. */
  readonly place: Place;
}

/** What an argument can be: the texts that are known, and whether these are all. */
export interface Values {
  /** The argument; the call where none is given. */
  readonly node: Node;
  readonly values: readonly KnownValue[];
  /** Whether it can be nothing else. */
  readonly complete: boolean;
  /** Why it is not complete: the end of the sentence "cannot verify: the task …". */
  readonly reason: string | null;
  /** One with `missing` is a key that was looked up in the router's `tasks` in vain. */
  readonly gaps: readonly Gap[];
}

/** The texts among what an expression can be. What is no text is a gap; an option that is undefined is none at all. */
export function valuesOf(scene: Scene, node: Node, possible: Possible, isOption = false): Values {
  const values = new Map<string, KnownValue>();
  const gaps: Gap[] = [...possible.gaps];
  const isPresent = possible.values.some((value) => value.kind !== 'primitive' || value.value != null);
  for (const value of possible.values) {
    if (value.kind === 'primitive' && typeof value.value === 'string') {
      const own = value.node !== undefined && value.place.file === scene.module.file ? value.node : node;
      const key = `${value.place.file} ${String(value.place.range[0])} ${value.value}`;
      if (!values.has(key)) values.set(key, { value: value.value, node: own, place: value.place });
    } else if (value.kind === 'primitive' && value.value == null && (isPresent || gaps.length > 0)) {
      // The compiler does not let it pass, and no caller means it.
      continue;
    } else if (!(isOption && value.kind === 'primitive' && value.value === undefined)) {
      gaps.push(gapAt(placeOf(scene.module, node), reasonOf(value)));
    }
  }
  return { node, values: [...values.values()], complete: gaps.length === 0, reason: gaps[0]?.reason ?? null, gaps };
}

function reasonOf(value: Value): string {
  switch (value.kind) {
    case 'primitive':
      return `can be ${String(value.value)}, which is no string`;
    case 'builtin':
      return `is ${value.name}, known only at run time`;
    default:
      return `is ${value.kind === 'array' ? 'a list' : `a ${value.kind}`}, which is no string`;
  }
}
