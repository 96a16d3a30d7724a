import type { Fact } from './facts.ts';
import type { Node } from '../text/parse.ts';

/**
 * What may have given a variable its value where the program is: the names that were written, each with what has turned out since;
 * null as a name stands for what the variable was before. Null as a whole: the program does not get there.
 */
export type Arrivals = ReadonlyMap<Node | null, readonly Fact[]> | null;

/** What a write leaves: nothing of what was there before. */
export function arrive(name: Node | null): Arrivals {
  return new Map([[name, []]]);
}

/** Where two ways meet, only what has turned out on both is known. */
export function join(one: Arrivals, other: Arrivals): Arrivals {
  if (one === null || other === null || one === other) return one ?? other;
  const joined = new Map(one);
  for (const [name, facts] of other) {
    const known = joined.get(name);
    joined.set(name, known === undefined ? facts : known.filter((fact) => facts.some((each) => isSame(fact, each))));
  }
  return joined;
}

/** What turned out long before is forgotten: it would be asked again for each of many writes. */
const MOST_FACTS = 20;

/** Something has turned out. */
export function assume(arrivals: Arrivals, fact: Fact): Arrivals {
  if (arrivals === null) return null;
  const withFact = (facts: readonly Fact[]): readonly Fact[] =>
    facts.some((each) => isSame(fact, each)) ? facts : [...facts.slice(1 - MOST_FACTS), fact];
  return new Map([...arrivals].map(([name, facts]) => [name, withFact(facts)]));
}

/** Some writes may have been done as well. */
export function perhaps(arrivals: Arrivals, names: readonly Node[]): Arrivals {
  return arrivals === null ? null : names.reduce<Arrivals>((joined, name) => join(joined, arrive(name)), arrivals);
}

export function isSameArrivals(one: Arrivals, other: Arrivals): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.size === other.size &&
    [...one].every(([name, facts]) => other.has(name) && other.get(name)?.length === facts.length)
  );
}

function isSame(one: Fact, other: Fact): boolean {
  if ('test' in one) return 'test' in other && one.test === other.test && one.holds === other.holds;
  if ('test' in other) return false;
  return (
    one.subject === other.subject &&
    one.isAmong === other.isAmong &&
    one.among.length === other.among.length &&
    one.among.every((each, index) => each === other.among[index])
  );
}
