import type { Project, RouterCall } from '@taskroute/source';
import {
  fillPairs,
  inlineMapOf,
  isBlanked,
  pairCalls,
  shiftedMappings,
  withInsertions,
  type Original,
} from '@taskroute/source/built';
import { failureOf } from './failure.ts';

/**
 * The JavaScript that a compiler has made of a typed file, with the tasks that were lost on the way.
 *
 * Shape: which empty call was which is told by the compiler's source map, or by equal offsets; an inline map stays right.
 * Errors: one plain error where that cannot be told; it says which order is right.
 */
export function fill(project: Project, typed: Original, compiled: string): string {
  const map = inlineMapOf(compiled);
  const { pairs, lost } =
    map === null && !isBlanked(compiled, typed.text)
      ? { pairs: [], lost: project.callsIn(typed).calls.filter(({ form }) => form === 'erased') }
      : pairCalls(project, [typed], compiled, map?.mappings ?? null);
  const { insertions, unclear } = fillPairs(pairs);
  const [first, ...rest] = [...lost, ...unclear];
  if (first !== undefined) throw notFound([first, ...rest], map !== null);
  const text = withInsertions(compiled, insertions);
  return map === null ? text : map.write(text, shiftedMappings(map.mappings, insertions, compiled));
}

function notFound([first, ...rest]: readonly [RouterCall, ...RouterCall[]], hasMap: boolean): Error {
  const left = hasMap ? 'whose source map does not lead to the call' : 'which left no source map to find the call by';
  const fault = ({ place, callee }: RouterCall): Parameters<typeof failureOf>[1][0] => {
    const reason = `${callee} lost its task to another loader, ${left}`;
    return { place, reason, mend: 'start Node with --import @taskroute/unplugin/register before that loader' };
  };
  return failureOf('a call cannot be lowered', [fault(first), ...rest.map(fault)]);
}
