import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { calledIn } from '../call/calls.ts';
import { nameOf } from '../lower/lower-callee.ts';
import type { LowerFault } from '../lower/lower-fault.ts';
import { mayHoldErasedCall } from '../lower/lower-guard.ts';
import type { Project } from '../project.ts';
import { readText } from '../text/files.ts';
import type { Place } from '../text/place.ts';
import { countBelow } from '../text/sorted.ts';
import { builtMapOf, type BuiltMap, type BuiltSource, type WrittenFile } from './built-map.ts';
import { fillPairs, pairCalls, type Original, type Pair } from './fill.ts';
import { mappedLineStarts, shiftedMappings, withInsertions, type Insertion } from './insertions.ts';

/** What lowering a built file comes to. */
export interface LoweredBuilt {
  /** How many calls get their task. */
  readonly calls: number;
  /** The files as they are to be written; none where nothing changes. */
  readonly files: readonly WrittenFile[];
  /** With one of these the build must not be taken for lowered. */
  readonly faults: readonly LowerFault[];
}

const NOTHING: LoweredBuilt = { calls: 0, files: [], faults: [] };

/**
 * Lowers JavaScript whose types are gone: a call that lost its task is led back to its source by the source map.
 *
 * Shape: nothing is written here. Done again it changes nothing.
 * Errors: none; a call that reaches the output without a task and cannot be led back is a fault.
 */
export function lowerBuilt(project: Project, file: string): LoweredBuilt {
  const whole = readText(file);
  if (typeof whole !== 'string')
    return { ...NOTHING, faults: [faultIn(file, `the file ${whole.reason}`, 'make it readable')] };
  const text = whole.replace(/^\uFEFF/, '');
  const empty = project.callsWithoutTask({ file, text });
  const map = builtMapOf(file, text);
  if ('reason' in map) return { ...NOTHING, faults: empty.map((fault) => withoutMap(fault, map.reason)) };
  const originals = map.sources.map((source) => originalOf(source));
  if (empty.length === 0 && originals.every((original) => original === null)) return NOTHING;
  const unlowered = originals.flatMap((original) => (original === null ? [] : project.lower(original).faults));
  if (unlowered.length > 0) return { ...NOTHING, faults: unlowered };

  const { pairs } = pairCalls(project, originals, text, map.mappings);
  const { insertions, unclear } = fillPairs(pairs.filter((pair) => isSameCall(pair, empty)));
  const left = empty.filter(({ place }) => !insertions.some(({ offset }) => offset === place.range[1] - 1));
  const faults = [
    ...unclear.map(({ callee, place }) => ({
      reason: `the task of ${callee} is not known`,
      mend: `write it as a value: ${callee}('your-task')`,
      place,
    })),
    ...left.map((fault) => unfound(fault, map, text)),
    ...(insertions.length > 0 ? staleSources(file, map.sources, pairs) : []),
  ];
  if (faults.length > 0 || insertions.length === 0) return { ...NOTHING, faults };
  return { calls: insertions.length, files: written(whole, text, map, insertions), faults };
}

function written(whole: string, text: string, map: BuiltMap, insertions: readonly Insertion[]): readonly WrittenFile[] {
  const mark = whole.slice(0, whole.length - text.length);
  return map.write(mark + withInsertions(text, insertions), shiftedMappings(map.mappings, insertions, text));
}

/** Null for what holds no erased call. */
function originalOf(source: BuiltSource): Original | null {
  return 'reason' in source || !mayHoldErasedCall(source.text) ? null : { file: source.file, text: source.text };
}

/** Whether the compiled call is a router's, or has its name: a map that is not of this text would lead to any. */
function isSameCall({ call, compiled }: Pair, empty: readonly LowerFault[]): boolean {
  if (empty.some(({ place }) => place.range[1] === compiled.range[1])) return true;
  const name = nameOf(compiled.callee);
  return name !== null && name === nameOf(calledIn(call.node));
}

/** A source that was changed since may have other calls at the places that the map leads to. */
function staleSources(file: string, sources: readonly BuiltSource[], pairs: readonly Pair[]): readonly LowerFault[] {
  const builtAt = changedAt(file);
  const used = new Set(pairs.map(({ call }) => call.place.file));
  return sources.flatMap((source) => {
    if ('reason' in source || !source.isOfDisk || !used.has(source.file) || changedAt(source.file) <= builtAt)
      return [];
    return faultIn(
      source.file,
      `the file was changed after ${basename(file)} was built from it`,
      'build anew, then lower',
    );
  });
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function withoutMap(fault: LowerFault, reason: string): LowerFault {
  const mend = 'set "sourceMap": true in tsconfig.json, build anew, then lower';
  return { ...fault, reason: `${fault.reason}, and the file ${reason} to find it by`, mend };
}

/** At its place in the source, as far as the map leads there. */
function unfound(fault: LowerFault, map: BuiltMap, text: string): LowerFault {
  const origin = originOf(fault.place, map, text);
  const lost = origin !== null && 'reason' in origin.source ? origin.source.reason : null;
  return {
    reason: `${fault.reason}, and its source ${lost ?? 'holds no task for it'}`,
    mend:
      lost === null
        ? `${fault.mend} there, or build anew if it has changed since`
        : 'set "inlineSources": true in tsconfig.json, or lower where the sources stand',
    place:
      origin === null
        ? fault.place
        : { file: origin.source.file, line: origin.line, column: origin.column, range: [0, 0] },
  };
}

/** Where the piece at a place came from. Null where the map does not say. */
function originOf(
  { range }: Place,
  { mappings, sources }: BuiltMap,
  text: string,
): { readonly source: BuiltSource; readonly line: number; readonly column: number } | null {
  const starts = mappedLineStarts(text);
  const line = countBelow(starts, range[0] + 1, (start) => start) - 1;
  const column = range[0] - (starts[line] ?? 0);
  const segment = mappings[line]?.findLast(([at]) => at <= column);
  const source = segment === undefined || segment.length === 1 ? undefined : sources[segment[1]];
  if (segment === undefined || segment.length === 1 || source === undefined) return null;
  return { source, line: segment[2] + 1, column: segment[3] + 1 };
}

function faultIn(file: string, reason: string, mend: string): LowerFault {
  return { reason, mend, place: { file, line: 1, column: 1, range: [0, 0] } };
}
