/** The keys of a table as strings: `42` and `Kind.A` are asked by the text they stand for. */
type Text<Key> = Key extends string | number ? `${Key}` : never;

/**
 * Whether each key is certain and is its own text. It is in nearly every table, so this is answered without a look at each
 * line: the compiler keeps one union for equal members, and compares a union with itself at once.
 */
type IsPlain<Routes> = [KeyIn<Routes>] extends [string]
  ? [`${KeyIn<Routes>}`] extends [keyof Routes]
    ? AreSingle<KeyIn<Routes>> extends true
      ? undefined extends Routes[keyof Routes]
        ? false
        : true
      : false
    : false
  : false;

/** The keys in each member of a union: `keyof` has only those of all. */
export type KeyIn<Type> = Type extends unknown ? keyof Type : never;

/** Whether no text is a form such as `string` or `content/${string}`: `?` makes an index signature's value optional, not a property's. */
// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style -- `Partial<Record<…>>` is built anew for each key
type AreSingle<Texts extends string> = { [Text in Texts]?: 1 } extends Readonly<Record<string, 1>> ? true : false;

/**
 * A key that is certain: neither optional nor an index signature. Not asked as `{} extends Pick<Routes, Key>`, because to the
 * compiler `{}` has a 'constructor' and all else of `Object.prototype`.
 */
type Certain<Routes, Key extends keyof Routes> = undefined extends Routes[Key]
  ? never
  : {} extends Record<Key, 1>
    ? never
    : Key;

/** The lines that are certain, by the text of their key: without optional keys and index signatures. */
export type Lines<Routes> = IsPlain<Routes> extends true ? Routes : CertainLines<Routes, Uncertain<Routes>>;

/**
 * `Others` is handed in, because a mapped type is made of each table of a union by itself, and what one of them lacks only
 * the union tells.
 */
type CertainLines<Routes, Others> = {
  [Key in keyof Routes as Text<Certain<Routes, Key>>]:
    | Routes[Key]
    // A line that is not certain may stand nearer to a task of the domain.
    | (Key extends `${string}/*` ? Others : never);
};

/** What a line that is not certain may give to any task that no certain line serves. */
export type Uncertain<Routes> =
  IsPlain<Routes> extends true
    ? never
    : [Text<KeyIn<Routes>>] extends [keyof { [Key in keyof Routes as Text<Certain<Routes, Key>>]: 1 }]
      ? never
      : ModelIn<Routes>;

type ModelIn<Routes> = Routes extends unknown ? Exclude<Routes[keyof Routes], undefined> : never;

export type TasksOf<Lines> = Exclude<keyof Lines, `${string}/*`>;
type DomainKeysOf<Lines> = Extract<keyof Lines, `${string}/*`>;

/** The intersection keeps the pattern from absorbing the listed tasks of its domain: editors would not offer them. */
type InDomain<DomainKey> = DomainKey extends `${infer Domain}/*` ? `${Domain}/${string}` & Record<never, never> : never;

/** What a call takes beside the listed tasks: any string; in a strict router what a domain covers. */
export type Unlisted<Lines, Strict> = Strict extends true ? InDomain<DomainKeysOf<Lines>> : string & {};

/** Whether a type is no union. */
type IsOne<Type, Whole = Type> = Type extends unknown ? ([Whole] extends [Type] ? true : false) : never;

/** The tiers as they are where their order is certain, else a list of them in any order. */
export type Ordered<Tiers extends readonly string[]> =
  IsOne<Tiers> extends true
    ? AreCertain<Tiers> extends true
      ? Tiers
      : readonly Tiers[number][]
    : readonly Tiers[number][];

type AreCertain<Tiers extends readonly string[]> = Tiers extends readonly [
  infer First extends string,
  ...infer Rest extends readonly string[],
]
  ? [IsOne<First>, AreSingle<First>] extends [true, true]
    ? AreCertain<Rest>
    : false
  : Tiers extends readonly []
    ? true
    : false;

/** ['haiku', 'sonnet', 'opus'] → { haiku: 1; sonnet: 2; opus: 3 } */
export type Ranks<Tiers extends readonly string[], Done = {}> = number extends Tiers['length']
  ? Readonly<Record<Tiers[number], number>>
  : Tiers extends readonly [...infer Init extends readonly string[], infer Last extends string]
    ? Ranks<Init, { readonly [Name in keyof Done | Last]: Name extends keyof Done ? Done[Name] : Tiers['length'] }>
    : Done;
