import fc from 'fast-check';

/** A line of a table; one that is `optional` may be missing at run time. */
export interface Line {
  readonly key: string;
  readonly model: string;
  readonly optional: boolean;
}

/** What an option may be at run time; undefined where it may be missing, and alone where it is. */
export type Values = readonly (string | undefined)[];

export interface Asked {
  /** The task, or the tasks of a union. */
  readonly tasks: readonly string[];
  /** Undefined where the call has no options at all. */
  readonly options: { readonly override: Values; readonly atLeast: Values; readonly atMost: Values } | undefined;
}

export interface Case {
  readonly tiers: readonly string[];
  readonly default: string;
  /** One table, or those of a union. */
  readonly tables: readonly (readonly Line[])[];
  /** The models of rules, each of which may apply or not. */
  readonly rules: readonly string[];
  readonly calls: readonly Asked[];
}

// Few segments, and two of them often, so that names meet: listed, inside a domain, beside one.
const segment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b') },
  { weight: 1, arbitrary: fc.constantFrom('content', 'constructor', "it's", '42') },
);
const name = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
const domainKey = name.map((domain) => `${domain}/*`);

const askedName = fc.oneof(
  { weight: 8, arbitrary: fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/')) },
  { weight: 2, arbitrary: domainKey },
  { weight: 1, arbitrary: fc.constantFrom('', '/', 'a//b', 'a/', '/a', 'content/*/a', '__proto__', 'toString', '*') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

/** A task in the domain that a key names, or below a listed task. */
function below(keys: readonly string[]): fc.Arbitrary<string> {
  const rest = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
  return fc.tuple(fc.constantFrom(...keys), rest).map(([key, name]) => `${key.replace(/\/\*$/u, '')}/${name}`);
}

const anyTiers = fc.uniqueArray(fc.constantFrom('haiku', 'sonnet', 'opus', 'atlas', 'constructor', 'big/one'), {
  minLength: 1,
  maxLength: 5,
});

function tableOf(tiers: readonly string[], optional: fc.Arbitrary<boolean>): fc.Arbitrary<readonly Line[]> {
  const line = fc.record({ key: fc.oneof(name, domainKey), model: fc.constantFrom(...tiers), optional });
  return fc.uniqueArray(line, { selector: ({ key }) => key, maxLength: 10 });
}

/** Mostly one value, so that most answers are one. */
function valuesOf(tiers: readonly string[]): fc.Arbitrary<Values> {
  const value = fc.constantFrom(...tiers, undefined);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant([undefined]) },
    { weight: 4, arbitrary: value.map((one) => [one]) },
    { weight: 1, arbitrary: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }) },
  );
}

function callOf(tiers: readonly string[], keys: readonly string[]): fc.Arbitrary<Asked> {
  const known = keys.length === 0 ? askedName : fc.oneof(fc.constantFrom(...keys), below(keys), askedName);
  const values = valuesOf(tiers);
  const options = fc.record({ override: values, atLeast: values, atMost: values });
  return fc.record({
    tasks: fc.oneof(
      { weight: 5, arbitrary: known.map((task) => [task]) },
      { weight: 1, arbitrary: fc.uniqueArray(known, { minLength: 1, maxLength: 3 }) },
    ),
    options: fc.option(options.filter(isGiven), { nil: undefined }),
  });
}

/** Of `{}` TypeScript knows nothing, so an answer to it is no one model: no claim is made of it. */
function isGiven(options: NonNullable<Asked['options']>): boolean {
  return Object.values(options).some((values) => values.some((value) => value !== undefined));
}

interface Shape {
  readonly tables: number;
  readonly optional: fc.Arbitrary<boolean>;
  readonly rules: number;
}

/** Several tables share some of their lines, as versions of one table do: keys that all have beside keys of one. */
function tablesOf(tiers: readonly string[], { tables, optional }: Shape): fc.Arbitrary<Case['tables']> {
  const own = fc.array(tableOf(tiers, optional), { minLength: 1, maxLength: tables });
  if (tables === 1) return own;
  return fc.tuple(tableOf(tiers, optional), own).map(([shared, each]) =>
    each.map((lines) => {
      const added = lines.filter(({ key }) => shared.every((line) => line.key !== key));
      return [...shared, ...added].slice(0, 10);
    }),
  );
}

function caseOf(shape: Shape): fc.Arbitrary<Case> {
  return anyTiers.chain((tiers) =>
    tablesOf(tiers, shape).chain((tables) => {
      const keys = tables.flat().map(({ key }) => key);
      return fc.record({
        tiers: fc.constant(tiers),
        default: fc.constantFrom(...tiers),
        tables: fc.constant(tables),
        rules: fc.array(fc.constantFrom(...tiers), { maxLength: shape.rules }),
        calls: fc.array(callOf(tiers, keys), { minLength: 8, maxLength: 8 }),
      });
    }),
  );
}

/** A table that the compiler knows to its last line, without rules: each answer can be told. */
export const exactCase = caseOf({ tables: 1, optional: fc.constant(false), rules: 0 });

/** Lines that may be missing, tables of which one is taken at run time, rules: each answer is one of several. */
export const openCase = caseOf({ tables: 2, optional: fc.constantFrom(false, false, true), rules: 2 });
