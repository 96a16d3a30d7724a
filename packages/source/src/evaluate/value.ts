import type { Gap } from '../text/gap.ts';
import type { Module, Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import type { RouterSource } from '../router/router-source.ts';

/** What an expression can be: values that are known, and gaps where it can be something else. Without gaps it is complete. */
export interface Possible {
  readonly values: readonly Value[];
  readonly gaps: readonly Gap[];
}

export type Value =
  | PrimitiveValue
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | ClassValue
  | ModuleValue
  | PromiseValue
  | TypeValue
  | RouterValue
  | CalleeValue
  | TasksValue
  | BuiltinValue;

/** `node` is there only where the value stands in a tree that lives: it is dropped before anything is cached. */
export interface PrimitiveValue {
  readonly kind: 'primitive';
  readonly value: string | number | boolean | bigint | null | undefined;
  readonly place: Place;
  readonly node?: Node;
}

/** A key that stands twice in one table: in one literal, or in one and what is spread beside it. */
export interface Duplicate {
  readonly key: string;
  readonly first: Place;
  readonly again: Place;
}

export interface ObjectItem {
  /** Null for a spread: then `value` is the object that is spread. */
  readonly key: string | null;
  readonly value: Possible;
  readonly place: Place;
  /** Why the line may not be there: then what stands before it is there. */
  readonly perhaps?: Gap;
  /** Set where the object that the line was written in is changed after it was made. */
  readonly changed?: Gap;
  /** Set where the line is not there at all times: a change puts it in, or only a type tells of it. */
  readonly sometimes?: true;
  /** Set where a change may take away what stands before it: the line of its key, or any line. */
  readonly removes?: true;
}

export interface ObjectValue {
  readonly kind: 'object';
  /** In the order of the text: a later one wins. */
  readonly items: readonly ObjectItem[];
  readonly duplicates: readonly Duplicate[];
  readonly place: Place;
  /** Whether it is what a class makes. */
  readonly instance?: true;
  /** Whether it is what a type allows: that is held to whatever is written. */
  readonly typed?: true;
  /** A type annotation that hides the lines from the compiler. */
  readonly widened?: Gap;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly items: readonly Possible[];
  readonly gaps: readonly Gap[];
  readonly place: Place;
  /** Set where it is not known which element stands where, or whether all of them do. */
  readonly shuffled?: true;
  /** Of a shuffled list: the elements that are in it at all times. */
  readonly sure?: readonly Possible[];
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly place: Place;
  /** The index of the parameter that it hands back unchanged. */
  readonly returns: number | null;
  readonly node?: Node;
  readonly module?: Module;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly statics: ObjectValue;
  readonly instance: ObjectValue;
}

interface ModuleValue {
  readonly kind: 'module';
  readonly file: string;
}

interface PromiseValue {
  readonly kind: 'promise';
  readonly of: Possible;
}

/** A type's name where a value could stand: what a value of that type is. */
interface TypeValue {
  readonly kind: 'type';
  readonly of: Possible;
}

interface RouterValue {
  readonly kind: 'router';
  readonly router: RouterSource;
}

/** Where a task stands: the index of the argument, then the names of properties. */
export type TaskPath = readonly [number, ...string[]];

/** A function whose calls are judged. */
export interface CalleeValue {
  readonly kind: 'callee';
  readonly router: RouterSource;
  readonly name: string;
  /** Null where a declaration does not tell. */
  readonly task: TaskPath | null;
  /** What each step of `task` is where a caller does not give it. */
  readonly defaults?: readonly (Possible | null)[];
  readonly wrapper: boolean;
  /** Arguments that `bind` put in front. */
  readonly bound: readonly Possible[];
  /** The task of `routeModel<'x'>` that stands without a call. */
  readonly erased?: Possible;
}

interface TasksValue {
  readonly kind: 'tasks';
  readonly router: RouterSource;
}

/** A global, or a part of one, by its dotted name; `defineRouter` too. */
interface BuiltinValue {
  readonly kind: 'builtin';
  readonly name: string;
}

/** A longer list is no help to a reader, and products of lists explode. */
const MOST_VALUES = 1_000;

export function known(...values: readonly Value[]): Possible {
  return { values, gaps: [] };
}

export function unknown(...gaps: readonly Gap[]): Possible {
  return { values: [], gaps };
}

/** A list of which it is not known which element stands where, or whether all of them do, but for those that are sure. */
export function shuffledList(
  array: ArrayValue,
  items: readonly Possible[],
  sure: readonly Possible[] = [],
): ArrayValue {
  return { kind: 'array', items, gaps: array.gaps, place: array.place, shuffled: true, sure };
}

export function union(...parts: readonly Possible[]): Possible {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const values = [...new Set(parts.flatMap((part) => part.values))];
  const gaps = [...new Set(parts.flatMap((part) => part.gaps))];
  return { values, gaps: gaps.length > 20 ? gaps.slice(0, 20) : gaps };
}

/** Every value replaced by what it can become. */
export function flatMap(possible: Possible, change: (value: Value) => Possible): Possible {
  if (possible.values.length === 1 && possible.gaps.length === 0 && possible.values[0] !== undefined)
    return change(possible.values[0]);
  return union(...possible.values.map(change), unknown(...possible.gaps));
}

/** Every pair of two sets, cut with a gap where they are too many. */
export function combine(
  left: Possible,
  right: Possible,
  tooMany: () => Gap,
  join: (one: Value, other: Value) => Possible,
): Possible {
  const gaps = [...left.gaps, ...right.gaps];
  if (left.values.length * right.values.length > MOST_VALUES) return unknown(...gaps, tooMany());
  return union(unknown(...gaps), ...left.values.flatMap((one) => right.values.map((other) => join(one, other))));
}

/** The one value of a complete set. */
export function only(possible: Possible): Value | undefined {
  return possible.gaps.length === 0 && possible.values.length === 1 ? possible.values[0] : undefined;
}

/** Without nodes, so that it can be kept. */
export function detach(possible: Possible, seen: Map<Value, Value> = new Map<Value, Value>()): Possible {
  return { values: possible.values.map((value) => detachValue(value, seen)), gaps: possible.gaps };
}

function detachValue(value: Value, seen: Map<Value, Value>): Value {
  const done = seen.get(value);
  if (done !== undefined) return done;
  const detached = withoutNodes(value, seen);
  seen.set(value, detached);
  return detached;
}

function withoutNodes(value: Value, seen: Map<Value, Value>): Value {
  switch (value.kind) {
    case 'primitive':
      return { kind: 'primitive', value: value.value, place: value.place };
    case 'function':
      return { kind: 'function', place: value.place, returns: value.returns };
    case 'object':
      return { ...value, items: value.items.map((item) => ({ ...item, value: detach(item.value, seen) })) };
    case 'array':
      return {
        ...value,
        items: value.items.map((item) => detach(item, seen)),
        ...(value.sure && { sure: value.sure.map((item) => detach(item, seen)) }),
      };
    case 'class':
      return {
        kind: 'class',
        statics: detachValue(value.statics, seen) as ObjectValue,
        instance: detachValue(value.instance, seen) as ObjectValue,
      };
    case 'promise':
    case 'type':
      return { ...value, of: detach(value.of, seen) };
    case 'callee':
      return {
        ...value,
        bound: value.bound.map((each) => detach(each, seen)),
        ...(value.erased && { erased: detach(value.erased, seen) }),
      };
    case 'module':
    case 'router':
    case 'tasks':
    case 'builtin':
      return value;
  }
}
