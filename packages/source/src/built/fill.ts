import type { SourceMapMappings } from '@jridgewell/sourcemap-codec';
import type { TSESTree } from '@typescript-eslint/types';
import { calledIn, type RouterCall } from '../call/calls.ts';
import type { Project } from '../project.ts';
import { isGap, parseText } from '../text/parse.ts';
import { unwrap } from '../text/tree.ts';
import { callsByName } from './call-spans.ts';
import { mappedLineStarts, type Insertion } from './insertions.ts';

/** A typed file as people wrote it, without its byte order mark. */
export interface Original {
  readonly file: string;
  readonly text: string;
}

/** An erased call, and a call in the JavaScript that a compiler made of it. */
export interface Pair {
  readonly call: RouterCall;
  readonly compiled: TSESTree.CallExpression;
}

/** Which call of a compiled text was which. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  /** Erased calls that were found nowhere, or where another one may be meant. */
  readonly lost: readonly RouterCall[];
}

/**
 * The erased calls of typed files, found in the JavaScript that a compiler has made of them.
 *
 * Shape: `originals` by their index in the source map, null for one that does not matter; without `mappings` there is one
 * original, and the text is it with blanks in place of its types.
 * Errors: none; what cannot be told is `lost`.
 */
export function pairCalls(
  project: Project,
  originals: readonly (Original | null)[],
  compiled: string,
  mappings: SourceMapMappings | null,
): Pairing {
  const sources = originals.map((original) => (original === null ? null : readErased(project, original)));
  const erased = sources.flatMap((source) => source?.erased ?? []);
  // As JavaScript: `a < b > (c)` is a comparison by now.
  const parsed = parseText('compiled.js', compiled);
  if (isGap(parsed) || erased.length === 0) return { pairs: [], lost: erased };
  const compiledAt = callsByName(parsed.tree, compiled.length);
  const found = new Map<TSESTree.CallExpression, Set<RouterCall>>();
  for (const { from, to, source } of mappings === null
    ? sameOffsets(sources)
    : mappedOffsets(sources, mappings, compiled)) {
    const call = sources[source]?.erasedAt(from);
    const at = call == null ? null : compiledAt(to);
    if (call == null || at === null) continue;
    const calls = found.get(at) ?? new Set();
    found.set(at, calls.add(call));
  }
  // Where two calls may be meant, neither is.
  const pairs = [...found].flatMap(([at, [call, ...others]]) =>
    call === undefined || others.length > 0 ? [] : { call, compiled: at },
  );
  const known = new Set(pairs.map(({ call }) => call));
  return { pairs, lost: erased.filter((call) => !known.has(call)) };
}

interface Source {
  readonly starts: readonly number[];
  readonly erased: readonly RouterCall[];
  readonly erasedAt: (offset: number) => RouterCall | null;
}

function readErased(project: Project, original: Original): Source {
  const erased = project.callsIn(original).calls.filter(({ form }) => form === 'erased');
  const starts = mappedLineStarts(original.text);
  const parsed = erased.length === 0 ? null : parseText(original.file, original.text);
  if (parsed === null || isGap(parsed)) return { starts, erased, erasedAt: () => null };
  const callAt = callsByName(parsed.tree, original.text.length);
  const byRange = new Map(erased.map((call) => [call.node.range.join(), call]));
  // Any call is looked for: a piece of another one that stands within an erased one is that one's.
  return { starts, erased, erasedAt: (offset) => byRange.get(callAt(offset)?.range.join() ?? '') ?? null };
}

/** Where a piece of an original has gone. */
interface Way {
  readonly source: number;
  readonly from: number;
  readonly to: number;
}

function sameOffsets(sources: readonly (Source | null)[]): readonly Way[] {
  return sources.flatMap((of, source) =>
    (of?.erased ?? []).map(({ node }) => {
      const last = unwrap(calledIn(node)).range[1] - 1;
      return { source, from: last, to: last };
    }),
  );
}

function mappedOffsets(
  sources: readonly (Source | null)[],
  mappings: SourceMapMappings,
  compiled: string,
): readonly Way[] {
  const starts = mappedLineStarts(compiled);
  return mappings.flatMap((segments, line) =>
    segments.flatMap((segment) => {
      if (segment.length === 1) return [];
      const [column, source, originalLine, originalColumn] = segment;
      const from = sources[source]?.starts[originalLine];
      if (from === undefined) return [];
      return { source, from: from + originalColumn, to: (starts[line] ?? 0) + column };
    }),
  );
}

/** Whether a text is another one with blanks in it, which is how Node itself removes types. */
export function isBlanked(text: string, original: string): boolean {
  for (let index = 0; index < original.length; index++)
    if (original[index] !== text[index] && !/\s/.test(text[index] ?? '')) return false;
  return true;
}

/**
 * What is to be written into compiled calls, in the order of the text.
 *
 * Shape: the task is a text, since what stood in a type alone may not have been imported at all. A call that has its task stays.
 */
export function fillPairs(pairs: readonly Pair[]): {
  readonly insertions: readonly Insertion[];
  readonly unclear: readonly RouterCall[];
} {
  const insertions: Insertion[] = [];
  const unclear: RouterCall[] = [];
  for (const { call, compiled } of pairs) {
    const [only, ...others] = call.task.values;
    if (compiled.arguments.length > 0) continue;
    if (only === undefined || others.length > 0 || !call.task.complete) unclear.push(call);
    // Before the parenthesis that ends it: a comment may stand behind the one that begins it.
    else insertions.push({ offset: compiled.range[1] - 1, text: JSON.stringify(only.value) });
  }
  return { insertions: insertions.sort((one, other) => one.offset - other.offset), unclear };
}
