import { known, union, unknown, type Possible, type PrimitiveValue, type Value } from './value.ts';

/** The values that pass, and whatever is not known of the rest. */
export function kept(possible: Possible, passes: (value: PrimitiveValue) => boolean): Possible {
  return { ...possible, values: possible.values.filter((value) => value.kind !== 'primitive' || passes(value)) };
}

/** The values that are among some others. To be among others that are all known closes what was open. */
export function amongst(possible: Possible, others: Possible): Possible {
  const among = others.values.filter(isPrimitive);
  if (others.gaps.length > 0 || among.length < others.values.length) return possible;
  const isOther = ({ value }: PrimitiveValue): boolean => among.some((other) => isSame(other.value, value));
  const isOpen = possible.gaps.length > 0 || possible.values.some((value) => value.kind !== 'primitive');
  const left = kept({ values: possible.values.filter(isPrimitive), gaps: [] }, isOther);
  if (!isOpen) return left;
  const more = among.filter(
    (other) => !left.values.some((value) => isPrimitive(value) && isSame(value.value, other.value)),
  );
  return union(left, known(...more), unknown());
}

function isPrimitive(value: Value): value is PrimitiveValue {
  return value.kind === 'primitive';
}

/** `==` takes null for undefined. */
export function isSame(one: PrimitiveValue['value'], other: PrimitiveValue['value']): boolean {
  return one === other || (one == null && other == null);
}
