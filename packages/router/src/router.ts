import type { Decision } from './decision.ts';
import type { ModelFor } from './model-for.ts';
import type { ErasedCalls } from './register.ts';
import type { Applied, NoOthers, RouteOptions } from './route-options.ts';
import type { KeptRules, Rule, SignalsOf } from './rule.ts';
import type { Lines, Ordered, Ranks, TasksOf, Uncertain, Unlisted } from './table-types.ts';

/** `unknown` for one task, `never` for a union: the erased form has one answer or none. */
type Single<Task, Whole = Task> = Task extends unknown ? ([Whole] extends [Task] ? ErasedCalls : never) : never;

/**
 * `routeModel`: the model that serves a task.
 *
 * Overload order matters: the first decides the message of a bare `routeModel()`, the last is what inference sees
 * (`tasks.map(routeModel)`, `ReturnType<typeof routeModel>`).
 *
 * Cost: `Keys` is handed in, so that its union is built once and not at every call. A call without options is held against
 * `Accepted`, one type where any string is taken, and not against the union of all tasks; editors offer the tasks all the
 * same, since they read the constraints of every overload. So only a call with options or without a task splits the keys.
 */
export interface RouteModel<
  in out Tiers extends readonly string[],
  in out Fallback,
  in out Lines,
  Unlisted,
  Signals,
  Keys extends keyof Lines = keyof Lines,
  Accepted = string extends Unlisted ? Unlisted : TasksOf<Lines> | Unlisted,
> {
  /** Real at run time where the build lowers it; elsewhere it throws `TASKROUTE_NOT_LOWERED`. */
  <Task extends TasksOf<Lines> = never>(this: Single<Task>): Lines[Task];
  <const Task extends TasksOf<Lines> | Unlisted, const Options extends RouteOptions<Tiers[number], Signals>>(
    task: Task,
    options: Options & NoOthers<NoInfer<Options>>,
  ): Applied<Tiers, ModelFor<Tiers[number], Fallback, Lines, Keys, Task>, Options>;
  <const Task extends Accepted>(task: Task): ModelFor<Tiers[number], Fallback, Lines, Keys, Task>;
}

/** `getTier`: the rank of the model that serves a task, 1 = cheapest. It publishes nothing, and an unrouted task is no warning. */
export interface GetTier<
  in out Tiers extends readonly string[],
  in out Fallback,
  in out Lines,
  Unlisted,
  Signals,
  Keys extends keyof Lines = keyof Lines,
  Accepted = string extends Unlisted ? Unlisted : TasksOf<Lines> | Unlisted,
  Rank extends Readonly<Record<string, number>> = Ranks<Tiers>,
> {
  <const Task extends TasksOf<Lines> | Unlisted, const Options extends RouteOptions<Tiers[number], Signals>>(
    task: Task,
    options: Options & NoOthers<NoInfer<Options>>,
  ): Rank[Applied<Tiers, ModelFor<Tiers[number], Fallback, Lines, Keys, Task>, Options> & string];
  <const Task extends Accepted>(task: Task): Rank[ModelFor<Tiers[number], Fallback, Lines, Keys, Task> & string];
}

/** `decide`: the whole decision, model, tier and why. It publishes as `routeModel` does. */
export interface Decide<
  in out Tiers extends readonly string[],
  in out Fallback,
  in out Lines,
  Unlisted,
  Signals,
  Keys extends keyof Lines = keyof Lines,
  Accepted = string extends Unlisted ? Unlisted : TasksOf<Lines> | Unlisted,
  Rank extends Readonly<Record<string, number>> = Ranks<Tiers>,
> {
  <const Task extends TasksOf<Lines> | Unlisted, const Options extends RouteOptions<Tiers[number], Signals>>(
    task: Task,
    options: Options & NoOthers<NoInfer<Options>>,
  ): Decision<
    Task & string,
    Applied<Tiers, ModelFor<Tiers[number], Fallback, Lines, Keys, Task>, Options> & string,
    Rank[Applied<Tiers, ModelFor<Tiers[number], Fallback, Lines, Keys, Task>, Options> & string],
    ModelFor<Tiers[number], Fallback, Lines, Keys, Task> & string
  >;
  <const Task extends Accepted>(
    task: Task,
  ): Decision<
    Task & string,
    ModelFor<Tiers[number], Fallback, Lines, Keys, Task> & string,
    Rank[ModelFor<Tiers[number], Fallback, Lines, Keys, Task> & string],
    ModelFor<Tiers[number], Fallback, Lines, Keys, Task> & string
  >;
}

/** Named, since typescript-eslint takes a mapped type that stands in a property for one over an enum. */
type TaskNames<Routes> = { readonly [Key in keyof Routes]: Key extends string | number ? `${Key}` : never };

/** What `defineRouter` gives. `routeModel`, `getTier` and `decide` need no `this` and may be destructured. */
export interface Router<
  in out Tiers extends readonly string[] = readonly string[],
  in out Default extends string = Tiers[number],
  in out Routes = Readonly<Record<string, Tiers[number]>>,
  Strict extends boolean = false,
  in out Rules extends readonly Rule[] = readonly [],
> {
  /**
   * The model that serves a task.
   *
   * Shape: `task` is a key of the table, a name inside one of its domains, or any other string (then the default serves it).
   * Errors: `TASKROUTE_INVALID_TASK`, `TASKROUTE_UNKNOWN_MODEL`, `TASKROUTE_CONTRADICTORY_HINTS`; `TASKROUTE_UNROUTED`
   * under `unrouted: 'throw'`; `TASKROUTE_NOT_LOWERED` for a type-argument call that no build made real.
   * Source: the table alone; no clock, no environment, no network.
   */
  readonly routeModel: RouteModel<
    Ordered<Tiers>,
    Default | Rules[number]['model'] | Uncertain<Routes>,
    Lines<Routes>,
    Unlisted<Lines<Routes>, Strict>,
    SignalsOf<Rules>
  >;
  /** The rank of the model that serves a task, 1 = cheapest. Errors: as `routeModel`'s, but never for an unrouted task. */
  readonly getTier: GetTier<
    Ordered<Tiers>,
    Default | Rules[number]['model'] | Uncertain<Routes>,
    Lines<Routes>,
    Unlisted<Lines<Routes>, Strict>,
    SignalsOf<Rules>
  >;
  /** The decision on a task: its model, its tier and why. Errors: as `routeModel`'s. */
  readonly decide: Decide<
    Ordered<Tiers>,
    Default | Rules[number]['model'] | Uncertain<Routes>,
    Lines<Routes>,
    Unlisted<Lines<Routes>, Strict>,
    SignalsOf<Rules>
  >;
  /** Each task as a value that is linked to its line in the table: definition, references and rename work in editors. */
  readonly tasks: TaskNames<Routes>;
  /** The models, cheapest first. */
  readonly tiers: Tiers;
  readonly default: Default;
  /** The table: a frozen copy without a prototype. */
  readonly routes: Routes;
  readonly rules: KeptRules<Rules>;
  /** A short hash of tiers, default, routes and the names of the rules; the same whatever the order of the routes. */
  readonly version: string;
}
