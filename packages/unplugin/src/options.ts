/** Path globs, relative to the working directory, or regular expressions. */
type FilePattern = string | RegExp | readonly (string | RegExp)[];

/** What every host's plugin takes; nothing of it is needed. */
export interface Options {
  /**
   * Whether calls whose model is certain become that model: `routeModel('blog-post')` → `"opus"`. A folded call publishes no
   * decision, so `true` is your statement that nobody listens. Vite folds in builds, never in development or tests.
   */
  readonly fold?: boolean | undefined;
  /** The folder of `taskroute.json`; else the nearest one above each file counts. */
  readonly root?: string | undefined;
  /** The files that are lowered and folded; else each file of JavaScript, TypeScript and Vue. */
  readonly include?: FilePattern | undefined;
  /** Files that are neither lowered nor folded. A call that loses its task in them still fails the build. */
  readonly exclude?: FilePattern | undefined;
}
