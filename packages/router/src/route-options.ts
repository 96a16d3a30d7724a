import type { KeyIn } from './table-types.ts';

/**
 * What one call may ask beside its task. Shape: models of the router's `tiers`; `signals` are handed to its rules.
 * Errors: `TASKROUTE_UNKNOWN_MODEL` for a model that is not a tier, `TASKROUTE_CONTRADICTORY_HINTS` where `atLeast`
 * stands above `atMost`.
 */
export interface RouteOptions<Model extends string = string, Signals = {}> {
  /** Exactly this model. It is final: no hint changes it. */
  readonly override?: Model | undefined;
  /** This model or a stronger one. */
  readonly atLeast?: Model | undefined;
  /** This model or a cheaper one. */
  readonly atMost?: Model | undefined;
  /** What the router's rules may look at. */
  readonly signals?: Signals | undefined;
}

/** Never met: its name tells, in the compiler's message, what is wrong with a property. */
declare class NotAnOption {
  private readonly never: never;
}

/** Refuses what is not an option, so that a misspelt one does not pass as none. */
export type NoOthers<Options> =
  KeyIn<Options> extends keyof RouteOptions
    ? unknown
    : Readonly<Partial<Record<Exclude<KeyIn<Options>, keyof RouteOptions>, NotAnOption>>>;

/** The tiers from one on: From<['a', 'b', 'c'], 'b'> → 'b' | 'c' */
type From<Tiers extends readonly string[], Floor> = Tiers extends readonly [
  infer First,
  ...infer Rest extends readonly string[],
]
  ? [Floor] extends [First]
    ? Tiers[number]
    : From<Rest, Floor>
  : never;

/** Distributes over each of the three, so that unions of models, floors and ceilings give every combination. */
type Clamp<Tiers extends readonly string[], Model, Floor, Ceiling> = Floor extends string
  ? Ceiling extends string
    ? Ceiling extends From<Tiers, Floor>
      ? AtMost<Tiers, AtLeast<Tiers, Model, Floor>, Ceiling>
      : never
    : AtLeast<Tiers, Model, Floor>
  : AtMost<Tiers, Model, Ceiling>;
type AtLeast<Tiers extends readonly string[], Model, Floor> = Model extends From<Tiers, Floor> ? Model : Floor;
type AtMost<Tiers extends readonly string[], Model, Ceiling> = Ceiling extends string
  ? Model extends string
    ? Ceiling extends From<Tiers, Model>
      ? Model
      : Ceiling
    : never
  : Model;

/** An option's type; undefined where it may be missing. */
type Option<Options, Name extends string> = Name extends keyof Options ? Options[Name] : undefined;

/** The options that name a model. */
type Asked = Exclude<keyof RouteOptions, 'signals'>;

/** The model after the options of a call; any model where their type says too little of them. */
export type Applied<Tiers extends readonly string[], Model, Options> = Options extends unknown
  ? [keyof Options] extends [never]
    ? Tiers[number]
    : 0 extends
          | (Options[keyof Options & Asked] & 1)
          | (number extends Tiers['length'] ? 0 : unknown extends Model ? 0 : never)
      ? Tiers[number]
      : Option<Options, 'override'> extends infer Override
        ? Override extends string
          ? Override
          : Clamp<Tiers, Model, Option<Options, 'atLeast'>, Option<Options, 'atMost'>>
        : never
  : never;
