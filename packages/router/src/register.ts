/**
 * What a project states of itself. `interface Register { erasedCalls: false }`, declared in `@taskroute/router`, makes
 * `routeModel<'blog-post'>()` a compile error where no build plugin makes that form real.
 */
export interface Register {}

/** `unknown` where the erased form may be written, else `never`. */
export type ErasedCalls = Register extends { erasedCalls: false } ? never : unknown;
