import type { SourceMapMappings } from '@jridgewell/sourcemap-codec';
import type { Project, RouterCall } from '@taskroute/source';
import { failureOf } from './failure.ts';
import { inlineMapOf } from './inline-map.ts';

/** A typed file as it is on the disk. */
interface Typed {
  readonly file: string;
  readonly text: string;
}

/** What is to be written between the parentheses at an offset. */
interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** What stands before the end of a call that is handed nothing. */
const NOTHING = /\((?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*$/;

/** What is left of it. */
const FINISHED = /^(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*\)/;

/** From a callee's first character to behind its opening parenthesis, in any compiler's writing. */
const CALL = /[\w$.?!\s]*\)?\s*(?:\?\.)?\(/y;

/**
 * The JavaScript that a compiler has made of a typed file, with the tasks that were lost on the way.
 *
 * Shape: which empty call was which is told by the compiler's source map, or by equal offsets; an inline map stays right.
 * Errors: one plain error where that cannot be told; it says which order is right.
 */
export function fill(project: Project, typed: Typed, compiled: string): string {
  const erased = project.callsIn(typed).calls.filter(({ form }) => form === 'erased');
  const map = inlineMapOf(compiled);
  const starts = lineStartsOf(compiled);
  const insertions: Insertion[] = [];
  for (const call of erased) {
    const offsetsOf = (range: Range): readonly number[] =>
      map === null ? sameOffsets(range, typed, compiled) : mappedOffsets(range, typed, map.mappings, starts);
    const places = new Set(placesOf(call, compiled, offsetsOf));
    const [place] = places;
    if (place === undefined || places.size > 1) throw notFound(call, map !== null);
    // What was lowered before it was compiled has its task.
    if (NOTHING.test(compiled.slice(0, place)) && FINISHED.test(compiled.slice(place)))
      insertions.push({ offset: place, text: taskOf(call, map !== null) });
  }
  insertions.sort((one, other) => one.offset - other.offset);
  const text = withInsertions(compiled, insertions);
  return map === null ? text : map.write(text, shifted(map.mappings, insertions, starts));
}

type Range = readonly [start: number, end: number];

/** Where a call's argument belongs: before the parenthesis that ends it, where that is told, else behind the one that begins it. */
function placesOf(
  { node }: RouterCall,
  compiled: string,
  offsetsOf: (range: Range) => readonly number[],
): readonly number[] {
  const end = node.range[1];
  const ends = offsetsOf([end - 1, end]).filter((offset) => compiled[offset] === ')');
  return ends.length === 1
    ? ends
    : offsetsOf(('callee' in node ? node.callee : node.name).range).flatMap((offset) => callAt(compiled, offset));
}

function notFound({ place, callee }: RouterCall, hasMap: boolean): Error {
  const left = hasMap ? 'whose source map does not lead to the call' : 'which left no source map to find the call by';
  const reason = `${callee} lost its task to another loader, ${left}`;
  return failureOf('a call cannot be lowered', [
    { place, reason, mend: 'start Node with --import @taskroute/unplugin/register before that loader' },
  ]);
}

/** As a value: what stood in a type alone may not have been imported at all. */
function taskOf(call: RouterCall, hasMap: boolean): string {
  const [only, ...others] = call.task.values;
  if (only === undefined || others.length > 0 || !call.task.complete) throw notFound(call, hasMap);
  return JSON.stringify(only.value);
}

/** Whether a text is another one with blanks in it, which is how Node itself removes types. */
export function isBlanked(text: string, original: string): boolean {
  for (let index = 0; index < original.length; index++)
    if (original[index] !== text[index] && !/\s/.test(text[index] ?? '')) return false;
  return true;
}

function sameOffsets([start]: Range, { text }: Typed, compiled: string): readonly number[] {
  return isBlanked(compiled, text) ? [start] : [];
}

/** Where the pieces of a range have gone. */
function mappedOffsets(
  [start, end]: Range,
  { text: original }: Typed,
  mappings: SourceMapMappings,
  starts: readonly number[],
): readonly number[] {
  const lines = lineStartsOf(original);
  return mappings.flatMap((segments, line) =>
    segments.flatMap((segment) => {
      if (segment.length === 1) return [];
      const [column, , originalLine, originalColumn] = segment;
      const from = (lines[originalLine] ?? 0) + originalColumn;
      return start <= from && from < end ? [(starts[line] ?? 0) + column] : [];
    }),
  );
}

function callAt(text: string, offset: number): readonly number[] {
  CALL.lastIndex = offset;
  const match = CALL.exec(text);
  return match === null ? [] : [offset + match[0].length];
}

function withInsertions(text: string, insertions: readonly Insertion[]): string {
  let written = '';
  let from = 0;
  for (const { offset, text: inserted } of insertions) {
    written += text.slice(from, offset) + inserted;
    from = offset;
  }
  return written + text.slice(from);
}

/** What stands behind an insertion has moved. */
function shifted(
  mappings: SourceMapMappings,
  insertions: readonly Insertion[],
  starts: readonly number[],
): SourceMapMappings {
  return mappings.map((segments, line) =>
    segments.map(([column, ...rest]) => {
      const from = starts[line] ?? 0;
      const before = insertions.filter(({ offset }) => from <= offset && offset <= from + column);
      const moved = before.reduce((sum, { text }) => sum + text.length, 0);
      // The tuple keeps its length.
      return [column + moved, ...rest] as (typeof segments)[number];
    }),
  );
}

/** Source maps and Node count these line breaks alone. */
function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|[\n\r]/g)) starts.push(index + lineBreak.length);
  return starts;
}
