export { createProject, readRouter, type FileReport, type Project } from './project.ts';
export {
  readConfig,
  type Config,
  type ConfigInput,
  type DeclaredRouter,
  type DeclaredWrapper,
  type RouterModule,
} from './config.ts';
export { verdictOf, type Verdict } from './verdict.ts';
export { NO_OPTIONS, type CallOptions } from './call-options.ts';
export type { RouterCall } from './calls.ts';
export type { Escape } from './escapes.ts';
export type { Gap } from './gap.ts';
export type { Folded } from './fold.ts';
export type { HostTree } from './host-tree.ts';
export type { Lowered } from './lower.ts';
export type { LowerFault } from './lower-fault.ts';
export { mayHoldErasedCall } from './lower-guard.ts';
export type { NoValue } from './task-in-type.ts';
export type { ValueForm } from './value-form.ts';
export type { HostSource, Node } from './parse.ts';
export type { SourceInput } from './source-input.ts';
export type { Place } from './place.ts';
export type { PlacedFault, RouteEntry, RouterSource } from './router-source.ts';
export type { Duplicate } from './value.ts';
export type { KnownValue, Values } from './values.ts';
