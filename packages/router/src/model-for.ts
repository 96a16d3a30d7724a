/** 'a/b/c' → 'a/b'; null without a slash. */
type DomainOf<Task> = Task extends `${infer Head}/${infer Rest}`
  ? Rest extends `${string}/${string}`
    ? `${Head}/${DomainOf<Rest>}`
    : Head
  : null;

/** The model of the nearest domain's default, else the fallback. */
type Nearest<Fallback, Lines, Keys extends keyof Lines, Domain> = Domain extends string
  ? `${Domain}/*` extends infer Key extends Keys
    ? Lines[Key]
    : Nearest<Fallback, Lines, Keys, DomainOf<Domain>>
  : Fallback;

/**
 * The model of a task before any option: the type-level twin of the judge's look-up. `Keys` is `keyof Lines`, handed in so
 * that the compiler builds that union once and not at every call. A `…/*` key asked for as a task is in its own domain, so
 * it needs no case of its own.
 */
export type ModelFor<Model, Fallback, Lines, Keys extends keyof Lines, Task> = string extends Task
  ? Model
  : Task extends Keys
    ? Lines[Task]
    : Task extends string
      ? {} extends Record<Task, 1>
        ? Model
        : Nearest<Fallback, Lines, Keys, DomainOf<Task>>
      : never;
