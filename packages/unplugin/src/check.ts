import { readFileSync } from 'node:fs';
import { failureOf } from './failure.ts';
import { faultsIn, hostModule, sourceOf, type HostModule } from './host-module.ts';
import { erasedCalls } from './lower.ts';
import type { LowerFault, Project } from '@taskroute/source';

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
  const [first, ...rest] = faultsIn(module, written.length === found.length ? written : found);
  if (first === undefined) return;
  throw failureOf(`${String(found.length)} of the router's calls reached the output without a task. ${MEND}`, [
    first,
    ...rest,
  ]);
}

/** The erased calls of a module's file. */
function asWritten(project: Project, { file }: HostModule): readonly LowerFault[] {
  try {
    const module = hostModule(file, readFileSync(file, 'utf8'));
    if (module === null) return [];
    return erasedCalls(project, module).map(({ callee, place }) => {
      const reason = `${callee} lost its task, which stands in a type`;
      return { place, reason, mend: 'let it be lowered first, or write the task as a value' };
    });
  } catch {
    return [];
  }
}
