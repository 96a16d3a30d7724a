import { createRequire } from 'node:module';
import { extname } from 'node:path';
import type { analyze as Analyze, ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { parseSync, type ParseResult, type StaticImport } from 'oxc-parser';
import { gapAt, gapOfFile, lost, type Gap } from './gap.ts';
import { treeOfHost, type HostTree } from './host-tree.ts';
import { faultOfJson, strangerToJson } from './json-text.ts';
import { kept } from './kept.ts';
import { isNestedTooDeeply } from './nesting.ts';
import { vueScriptsOf } from './vue-scripts.ts';
import { lineStartsOf, placeAt, type LineStarts, type Place } from './place.ts';

/** Loaded with the first file that no host has parsed: it takes half of what the import of a linter's plugin may take. */
let analyze: typeof Analyze | undefined;

function scopesOf(tree: TSESTree.Program): ScopeManager {
  analyze ??= (createRequire(import.meta.url)('@typescript-eslint/scope-manager') as { analyze: typeof Analyze })
    .analyze;
  return analyze(tree, { sourceType: 'module', lib: [] });
}

export type Node = TSESTree.Node;

/** A parsed file. It lives as long as one question is answered, and is never cached. */
export interface Module {
  readonly file: string;
  readonly text: string;
  readonly tree: TSESTree.Program;
  readonly scopes: ScopeManager;
  /** How far the tree's offsets stand behind the text's: JSON is parsed in parentheses. */
  readonly shift: number;
  readonly json: boolean;
}

/** What a host (ESLint, a bundler) has parsed already. */
export interface HostSource {
  readonly file: string;
  readonly text: string;
  readonly tree: HostTree;
  /**
   * Whether oxc has made it, with `astType: 'ts'`, `range: true` and `preserveParens: false`, for this question alone: then it is
   * read as it is. Any other tree is copied, which takes longer than to parse the text.
   */
  readonly exact?: boolean | undefined;
  /** The tree's own; made here where the host has none. */
  readonly scopes?: ScopeManager | undefined;
}

/** A file whose scopes are not yet known: of most files the tree alone tells enough. */
export type Parsed = Omit<Module, 'scopes'>;

export function parsedOfHost({ file, text, tree, exact, scopes }: HostSource): Parsed | Module | Gap {
  const rest = { file, text, shift: 0, json: false };
  // A host that has found scopes has typescript-eslint's tree.
  if (scopes !== undefined) return { ...rest, tree: tree as unknown as TSESTree.Program, scopes };
  // Whether a host's offsets count the byte order mark is its own secret.
  if (text.startsWith('\uFEFF')) return parseText(file, text);
  // What oxc makes in this way has the shape of typescript-eslint's tree.
  return { ...rest, tree: exact === true ? (tree as unknown as TSESTree.Program) : treeOfHost(tree) };
}

/** A module from its text. Errors: none are thrown; see `parseText`. */
export function parseModule(file: string, source: string): Module | Gap {
  const parsed = parseText(file, source);
  return 'reason' in parsed ? parsed : withScopes(parsed);
}

/** A text that is parsed, and whose tree is not made yet: of most files the imports tell enough, at a tenth of the cost. */
export interface Glance {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly StaticImport[];
  /** Errors: none are thrown; a tree that cannot be made is a gap. */
  readonly parsed: () => Parsed | Gap;
}

/** The tree of a text: see `glanceAt`. */
export function parseText(file: string, source: string): Parsed | Gap {
  const glance = glanceAt(file, source);
  return isGap(glance) ? glance : glance.parsed();
}

/**
 * What stands in a text.
 *
 * Shape: the syntax is chosen by the file's extension, `.js` may hold JSX; a byte order mark is dropped. Of a Vue single file
 * the scripts are read, as one module.
 * Errors: none are thrown; a text that is not a whole program, or of no language that is read here, is a gap.
 */
export function glanceAt(file: string, source: string): Glance | Gap {
  const bare = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const { text, language } = file.endsWith('.vue') ? vueScriptsOf(bare) : { text: bare, language: languageOf(file) };
  if (language === null) return gapOfFile(file, `is no JavaScript, TypeScript or JSON (${extname(file)})`);
  if (isNestedTooDeeply(text)) return lost(gapOfFile(file, 'is nested too deeply to be parsed'));
  const fault = language === 'json' ? faultOfJson(text) : null;
  if (fault !== null) return lost(gapAtOffset(file, text, fault.at, `cannot be parsed: ${fault.reason}`));
  const json = language === 'json' || language === 'jsonc';
  try {
    const result = parseSync(json ? 'table.ts' : file, json ? `(${text}\n)` : text, {
      astType: 'ts',
      lang: json ? 'ts' : language,
      range: true,
      preserveParens: false,
    });
    const shift = json ? 1 : 0;
    const [error] = result.errors;
    if (error !== undefined && result.program.body.length === 0 && text.trim() !== '')
      return lost(gapAtOffset(file, text, (error.labels[0]?.start ?? 0) - shift, `cannot be parsed: ${error.message}`));
    return {
      file,
      text,
      imports: result.module.staticImports,
      parsed: () => treeOf({ file, text, shift, json }, language, result),
    };
  } catch (error) {
    return unparsed(file, error);
  }
}

/** `program` is made where it is first asked for. */
function treeOf(parsed: Omit<Parsed, 'tree'>, language: Language, result: ParseResult): Parsed | Gap {
  const { file, text, shift } = parsed;
  try {
    // oxc promises the shape of typescript-eslint's tree under `astType: 'ts'`.
    const tree = result.program as unknown as TSESTree.Program;
    const stranger = language === 'jsonc' ? strangerToJson(tree) : null;
    if (stranger !== null)
      return lost(gapAtOffset(file, text, stranger.range[0] - shift, 'cannot be parsed: it is no JSON with comments'));
    return { ...parsed, tree };
  } catch (error) {
    return unparsed(file, error);
  }
}

/** Errors: none are thrown; a tree that is too deep is a gap. */
export function withScopes(parsed: Parsed | Module): Module | Gap {
  if ('scopes' in parsed) return parsed;
  const { tree, json } = parsed;
  try {
    return { ...parsed, scopes: scopesOf(json ? { ...tree, body: [] } : tree) };
  } catch (error) {
    return unparsed(parsed.file, error);
  }
}

function unparsed(file: string, error: unknown): Gap {
  return lost(gapOfFile(file, `cannot be parsed: ${error instanceof Error ? error.message : 'unknown error'}`));
}

function gapAtOffset(file: string, text: string, offset: number, reason: string): Gap {
  const at = Math.min(text.length, Math.max(0, offset));
  return gapAt(placeAt(file, lineStartsOf(text), [at, at]), reason);
}

type Language = 'ts' | 'tsx' | 'jsx' | 'json' | 'jsonc';

const LANGUAGES: Readonly<Record<string, Language>> = {
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.tsx': 'tsx',
  '.js': 'jsx',
  '.mjs': 'jsx',
  '.cjs': 'jsx',
  '.jsx': 'jsx',
  '.json': 'json',
  '.jsonc': 'jsonc',
  // A program without an extension, as those in `bin` folders are.
  '': 'jsx',
};

function languageOf(file: string): Language | null {
  return LANGUAGES[extname(file).toLowerCase()] ?? null;
}

const startsOf = kept(({ text }: Parsed): LineStarts => lineStartsOf(text));

export function placeOf(module: Parsed, node: Node): Place {
  return placeAt(module.file, startsOf(module), [node.range[0] - module.shift, node.range[1] - module.shift]);
}

export function isGap(value: Parsed | Glance | Gap): value is Gap {
  return 'reason' in value;
}
