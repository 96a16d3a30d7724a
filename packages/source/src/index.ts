export { createProject, readRouter, type FileReport, type Project, type ProjectOptions } from './project.ts';
export { createProjects, type ProjectOf } from './projects.ts';
export {
  readConfig,
  type Config,
  type ConfigInput,
  type DeclaredRouter,
  type DeclaredWrapper,
  type RouterModule,
} from './declare/config.ts';
export { verdictOf, type Verdict } from './router/verdict.ts';
export { NO_OPTIONS, type CallOptions } from './call/call-options.ts';
export { calledIn, type RouterCall } from './call/calls.ts';
export type { Escape } from './call/escapes.ts';
export type { TableEdits } from './edit/table-edits.ts';
export { applyEdits, isNoEdit, type Edited, type NoEdit, type TextEdit } from './edit/text-edit.ts';
export type { Gap } from './text/gap.ts';
export type { Folded } from './fold/fold.ts';
export type { HostTree } from './text/host-tree.ts';
export type { Lowered } from './lower/lower.ts';
export type { LowerFault } from './lower/lower-fault.ts';
export { mayHoldErasedCall } from './lower/lower-guard.ts';
export type { NoValue } from './lower/task-in-type.ts';
export type { ValueForm } from './lower/value-form.ts';
export type { HostSource, Node } from './text/parse.ts';
export type { SourceInput } from './text/source-input.ts';
export type { Place } from './text/place.ts';
export type { PlacedFault, RouteEntry, RouterSource } from './router/router-source.ts';
export type { Duplicate } from './evaluate/value.ts';
export type { KnownValue, Values } from './evaluate/values.ts';
