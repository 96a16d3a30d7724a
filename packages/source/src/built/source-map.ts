import { decode, encode, type SourceMapMappings } from '@jridgewell/sourcemap-codec';

/** A source map, as far as it is needed to find a call by it. */
export interface SourceMap {
  readonly mappings: SourceMapMappings;
  /** As they are written, with `sourceRoot` before each. */
  readonly sources: readonly string[];
  /** Their texts by the same index; null where the map does not hold one. */
  readonly contents: readonly (string | null)[];
  /** The same map with other mappings, as JSON. */
  readonly withMappings: (mappings: SourceMapMappings) => string;
}

/** A map that stands at the end of the text itself. */
export interface InlineMap extends SourceMap {
  /** The same text with other mappings. */
  readonly write: (text: string, mappings: SourceMapMappings) => string;
}

const INLINE = /(\/\/# sourceMappingURL=data:application\/json;(?:charset=[\w-]+;)?base64,)([\w+/=]+)(\s*)$/;

/** Shape: null where a text has no source map in itself, or one that cannot be read. */
export function inlineMapOf(text: string): InlineMap | null {
  const [, , encoded] = INLINE.exec(text) ?? [];
  const map = encoded === undefined ? null : parseMap(Buffer.from(encoded, 'base64').toString('utf8'));
  if (map === null) return null;
  return { ...map, write: (written, mappings) => withInline(written, map.withMappings(mappings)) };
}

function withInline(text: string, json: string): string {
  const encoded = Buffer.from(json).toString('base64');
  return text.replace(INLINE, (_whole, before: string, _map, after: string) => before + encoded + after);
}

/** Shape: null where it is no source map, or one of several sections. */
export function parseMap(json: string): SourceMap | null {
  try {
    const map = JSON.parse(json) as Readonly<Record<string, unknown>>;
    if (typeof map['mappings'] !== 'string') return null;
    const root = typeof map['sourceRoot'] === 'string' ? map['sourceRoot'] : '';
    const sources = listOf(map['sources']).map((each) => (typeof each === 'string' ? each : ''));
    const contents = listOf(map['sourcesContent']);
    return {
      mappings: decode(map['mappings']),
      sources: sources.map((source) => (root === '' ? source : `${root.replace(/\/$/, '')}/${source}`)),
      contents: sources.map((_, index) => textOrNull(contents[index])),
      withMappings: (mappings) => JSON.stringify({ ...map, mappings: encode(mappings) }),
    };
  } catch {
    return null;
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
