/**
 * What the tools call: the judge, and the check of a table that was read elsewhere. Pure: no event, no warning, no clock.
 */
export { createTable, type Table, type TableSource } from './create-table.ts';
export { judge, type JudgeOptions, type ReportRule } from './judge.ts';
export { nearTasks } from './near-tasks.ts';
export { faultsOf, type Fault } from './validate.ts';
export { TaskrouteError, type ErrorCode } from './error.ts';
export type { Decision, Via } from './decision.ts';
export type { Rule } from './rule.ts';
