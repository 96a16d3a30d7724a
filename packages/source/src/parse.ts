import { createRequire } from 'node:module';
import type { analyze as Analyze, ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { parseSync } from 'oxc-parser';
import { gapAt, gapOfFile, lost, type Gap } from './gap.ts';
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
  readonly tree: TSESTree.Program;
  readonly scopes: ScopeManager;
}

export function moduleOfHost({ file, text, tree, scopes }: HostSource): Module {
  return { file, text, tree, scopes, shift: 0, json: false };
}

/**
 * A module from its text.
 *
 * Shape: the syntax is chosen by the file's extension, `.js` may hold JSX; a byte order mark is dropped.
 * Errors: none are thrown; a text that is not a whole program is a gap at its first error.
 */
export function parseModule(file: string, source: string): Module | Gap {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const json = /\.jsonc?$/.test(file);
  try {
    const { program, errors } = parseSync(json ? 'table.ts' : file, json ? `(${text}\n)` : text, {
      astType: 'ts',
      lang: json ? 'ts' : languageOf(file),
      range: true,
      preserveParens: false,
    });
    const [error] = errors;
    if (error !== undefined && program.body.length === 0 && text.trim() !== '') {
      const at = Math.min(text.length, Math.max(0, (error.labels[0]?.start ?? 0) - (json ? 1 : 0)));
      return lost(gapAt(placeAt(file, lineStartsOf(text), [at, at]), `cannot be parsed: ${error.message}`));
    }
    // oxc promises the shape of typescript-eslint's tree under `astType: 'ts'`.
    const tree = program as unknown as TSESTree.Program;
    const scopes = scopesOf(json ? { ...tree, body: [] } : tree);
    return { file, text, tree, scopes, shift: json ? 1 : 0, json };
  } catch (error) {
    return lost(gapOfFile(file, `cannot be parsed: ${error instanceof Error ? error.message : 'unknown error'}`));
  }
}

function languageOf(file: string): 'ts' | 'tsx' | 'jsx' {
  if (/\.[cm]?ts$/.test(file)) return 'ts';
  return file.endsWith('.tsx') ? 'tsx' : 'jsx';
}

const starts = new WeakMap<Module, LineStarts>();

export function placeOf(module: Module, node: Node): Place {
  let known = starts.get(module);
  if (known === undefined) starts.set(module, (known = lineStartsOf(module.text)));
  return placeAt(module.file, known, [node.range[0] - module.shift, node.range[1] - module.shift]);
}

export function isGap(value: Module | Gap): value is Gap {
  return 'reason' in value;
}
