// Shapes of its own, though `@taskroute/source` has the same: its declarations lead to a parser's, which not every compiler takes.

/** What `new URL('file:…')` and `pathToFileURL` make. */
export interface FileUrl {
  readonly href: string;
}

/** A path from the root, an absolute one, or a file URL. */
export type Path = string | FileUrl;

/** The module of routers that `defineRouter` makes, as in `taskroute.json`. */
export interface RouterModule {
  readonly module: string;
}

/** A router that was written by hand, as in `taskroute.json`. */
export interface RouterDeclaration extends RouterModule {
  /** The name of the table's constant; it need not be exported. */
  readonly table: string;
  /** The name of the default's constant, or the default itself. */
  readonly default: string;
  /** The models, cheapest first; or the name of the constant that lists them. */
  readonly tiers: readonly string[] | string;
  /** The names of the functions that take a task first. */
  readonly functions: readonly string[];
}

/** A function of your own that takes a task and hands it to a router, as in `taskroute.json`. */
export interface WrapperDeclaration {
  readonly module: string;
  readonly function: string;
  /** Where the task stands: a parameter's name, then the names of properties: `options.task`. */
  readonly task: string;
  /** The module of the router it leads to, where the wrapper's own module does not tell. */
  readonly router?: string | undefined;
}

/** `settings.taskroute`, written by hand or by `config()`; each field stands before that of `taskroute.json`. */
export interface TaskrouteSettings {
  /** Where relative paths start, and what stands for the root where no `taskroute.json` is found. */
  readonly root?: Path | undefined;
  /**
   * The modules of routers that `defineRouter` makes, and declarations of those that are written by hand. Only a declaration
   * stands before those of `taskroute.json`.
   */
  readonly routers?: readonly (Path | RouterModule | RouterDeclaration)[] | undefined;
  readonly wrappers?: readonly WrapperDeclaration[] | undefined;
  /** Tier → model id; or task → (tier → model id). */
  readonly models?: Readonly<Record<string, string | Readonly<Record<string, string>>>> | undefined;
  /** Whether the build makes erased calls real; or the folders in which it does. */
  readonly lowered?: boolean | readonly Path[] | undefined;
}
