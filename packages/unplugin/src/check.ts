import { readFileSync } from 'node:fs';
import { failureOf, type Failure } from './failure.ts';
import { faultsIn, hostModule, sourceOf, type HostModule } from './host-module.ts';
import { erasedCalls } from './lower.ts';
import { callsThatLost } from './lost-call.ts';
import type { LowerFault, Project, RouterCall } from '@taskroute/source';

const MEND =
  'Put taskroute() before the plugin that removes types; where a file comes without its types, write the task as a value';

/**
 * Whether every call of a router in a module has its task, however the module came to be what it is.
 *
 * Errors: one plain error with every call that has none, at its place in the file as people wrote it.
 */
export function checkModule(project: Project, module: HostModule): void {
  const source = sourceOf(module);
  const found = source === null ? [] : project.callsWithoutTask(source);
  if (found.length === 0) return;
  const written = asWritten(project, module);
  // A plugin that removed the types may have moved every line.
  const failure = failureOfLost(module, written.length === found.length ? written : found);
  if (failure !== null) throw failure;
}

/**
 * Whether every call of a router that is written in a module's file still has its task.
 *
 * Errors: as above.
 */
export function checkWritten(project: Project, module: HostModule, written: string): void {
  const original = { ...hostModule(module.file, written), file: module.file };
  const lost = callsThatLost(erasedCalls(project, original), written, module.text);
  const failure = failureOfLost(module, lost.map(faultOf));
  if (failure !== null) throw failure;
}

function failureOfLost(module: HostModule, faults: readonly LowerFault[]): Failure | null {
  const [first, ...rest] = faultsIn(module, faults);
  if (first === undefined) return null;
  return failureOf(`${String(faults.length)} of the router's calls reached the output without a task. ${MEND}`, [
    first,
    ...rest,
  ]);
}

/** The erased calls of a module's file. */
function asWritten(project: Project, { file }: HostModule): readonly LowerFault[] {
  try {
    return erasedCalls(project, hostModule(file, readFileSync(file, 'utf8'))).map(faultOf);
  } catch {
    return [];
  }
}

function faultOf({ callee, place }: RouterCall): LowerFault {
  const reason = `${callee} lost its task, which stands in a type`;
  return { place, reason, mend: 'let it be lowered first, or write the task as a value' };
}
