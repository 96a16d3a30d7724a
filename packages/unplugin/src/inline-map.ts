import { decode, encode, type SourceMapMappings } from '@jridgewell/sourcemap-codec';

/** Where each piece of a text came from, as the text itself says at its end. */
export interface InlineMap {
  readonly mappings: SourceMapMappings;
  /** The same text with other mappings. */
  readonly write: (text: string, mappings: SourceMapMappings) => string;
}

const COMMENT = /(\/\/# sourceMappingURL=data:application\/json;(?:charset=[\w-]+;)?base64,)([\w+/=]+)(\s*)$/;

/** Shape: null where a text has no source map in itself, or one that cannot be read. */
export function inlineMapOf(text: string): InlineMap | null {
  const [, , encoded] = COMMENT.exec(text) ?? [];
  if (encoded === undefined) return null;
  try {
    const map = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as { readonly mappings: string };
    return {
      mappings: decode(map.mappings),
      write: (written, mappings) => withMap(written, { ...map, mappings: encode(mappings) }),
    };
  } catch {
    return null;
  }
}

function withMap(text: string, map: object): string {
  const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
  return text.replace(COMMENT, (_whole, before: string, _map, after: string) => before + encoded + after);
}
