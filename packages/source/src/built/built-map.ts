import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceMapMappings } from '@jridgewell/sourcemap-codec';
import { readText } from '../text/files.ts';
import type { Original } from './fill.ts';
import { inlineMapOf, parseMap, type SourceMap } from './source-map.ts';

/** A file as it is to be written. */
export interface WrittenFile {
  readonly file: string;
  readonly text: string;
}

/** The source map of a built file, be it in the file or beside it. */
export interface BuiltMap {
  readonly mappings: SourceMapMappings;
  /** By their index in the map; one whose text is not to be had says why. */
  readonly sources: readonly BuiltSource[];
  /** The built file with another text and other mappings: it, and its map where that is a file of its own. */
  readonly write: (text: string, mappings: SourceMapMappings) => readonly WrittenFile[];
}

/** What a built file was made of. */
export type BuiltSource =
  | (Original & {
      /** Whether the text is of the disk as it is now, and not of the map. */
      readonly isOfDisk: boolean;
    })
  | { readonly file: string; readonly reason: string };

/** Shape: `{ reason }` where there is none that can be read: the end of the sentence "the file …". */
export function builtMapOf(file: string, text: string): BuiltMap | { readonly reason: string } {
  const inline = inlineMapOf(text);
  if (inline !== null)
    return {
      ...readMap(inline, file),
      write: (written, mappings) => [{ file, text: inline.write(written, mappings) }],
    };
  const mapFile = mapFileOf(file, text);
  const json = mapFile === null ? null : readText(mapFile);
  if (mapFile === null || typeof json !== 'string') return { reason: 'has no source map' };
  const map = parseMap(withoutMark(json));
  if (map === null) return { reason: 'has a source map that cannot be read' };
  return {
    ...readMap(map, mapFile),
    write: (written, mappings) => [
      { file, text: written },
      { file: mapFile, text: map.withMappings(mappings) },
    ],
  };
}

const COMMENT = /\/\/[#@] ?sourceMappingURL=(\S+)\s*$/;

/** Null where it stands on no disk. */
function mapFileOf(file: string, text: string): string | null {
  const [, url] = COMMENT.exec(text) ?? [];
  return url === undefined ? `${file}.map` : fileOfUrl(url, file);
}

function fileOfUrl(url: string, from: string): string | null {
  try {
    if (url.startsWith('file:')) return fileURLToPath(url);
    // A letter alone is a drive.
    return /^[a-z][\w+.-]+:/i.test(url) ? null : join(dirname(from), decodeURIComponent(url));
  } catch {
    return null;
  }
}

function readMap({ mappings, sources, contents }: SourceMap, from: string): Pick<BuiltMap, 'mappings' | 'sources'> {
  return { mappings, sources: sources.map((source, index) => readSource(source, contents[index] ?? null, from)) };
}

function readSource(source: string, content: string | null, from: string): BuiltSource {
  const file = source.startsWith('/') ? source : fileOfUrl(source, from);
  if (file === null) return { file: source, reason: 'is no file of this disk' };
  if (content !== null) return { file, text: withoutMark(content), isOfDisk: false };
  const text = readText(file);
  if (typeof text === 'string') return { file, text: withoutMark(text), isOfDisk: true };
  return { file, reason: text.reason };
}

/** Neither compilers nor maps count it. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
