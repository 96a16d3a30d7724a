import { readSingleFile } from './single-file.ts';
import type { HostSource, LowerFault, SourceInput } from '@taskroute/source';

export type Language = 'js' | 'ts' | 'tsx' | 'vue';

/** What a host's own parser takes, where it reads TypeScript and says where each node stands. */
type Parse = (text: string, options: Readonly<Record<string, unknown>>) => unknown;

/** A module as a host hands it in. */
export interface HostModule {
  /** Its path, without a query. */
  readonly file: string;
  readonly text: string;
  readonly language: Language;
  readonly parse: Parse | null;
}

/** Rollup's `this.parse` knows no TypeScript; Rolldown's, which is Vite's since 8, does. */
interface HostContext {
  readonly parse?: unknown;
  readonly meta?: { readonly rolldownVersion?: unknown };
}

/**
 * A module before all plugins, or on the disk.
 *
 * Shape: null for what no file stands behind, which can import nothing that is known.
 */
export function hostModule(id: string, text: string, context?: HostContext): HostModule | null {
  if (id.startsWith('\0')) return null;
  const [file = '', query = ''] = id.split(/[?#](.*)/s);
  const parse = context?.meta?.rolldownVersion === undefined ? null : (context.parse as Parse);
  return { file, text, language: languageOf(file, query), parse };
}

/** A module after all plugins: a Vue file is JavaScript by then. */
export function compiledModule(id: string, text: string, context?: HostContext): HostModule | null {
  const module = hostModule(id, text, context);
  return module?.language === 'vue' ? { ...module, language: 'js' } : module;
}

/** A part of a Vue file (`?vue&type=script&lang.ts`) is written in what its query says. */
function languageOf(file: string, query: string): Language {
  if (file.endsWith('.vue')) {
    if (!/(?:^|&)vue\b/.test(query)) return 'vue';
    const [, typed] = /(?:^|&)lang[.=](tsx?)\b/.exec(query) ?? [];
    return typed === 'ts' || typed === 'tsx' ? typed : 'js';
  }
  if (/\.[cm]?ts$/.test(file)) return 'ts';
  return file.endsWith('.tsx') ? 'tsx' : 'js';
}

/** What `@taskroute/source` is asked about: the host's tree, where it makes one. Null where a Vue file cannot be read. */
export function sourceOf(module: HostModule): SourceInput | null {
  const { file, text, language } = module;
  if (language === 'vue') return wholeOf(module);
  // Without the host's tree the name is all that says the language; what compiles to JavaScript has names of every kind.
  const named = /\.[cm]?[jt]sx?$/.test(file) && languageOf(file, '') === language ? file : `${file}.${language}`;
  const tree = parsed(module);
  return tree === null ? { file: named, text } : { file: named, text, tree };
}

function wholeOf({ file, text }: HostModule): SourceInput | null {
  const single = readSingleFile(file, text);
  return single === null ? null : { file: `${file}.${single.language}`, text: single.whole };
}

/** Null where the host has no parser, or where the text is not whole: then the finding is source's to make. */
function parsed({ text, language, parse }: HostModule): HostSource['tree'] | null {
  if (parse === null) return null;
  try {
    const lang = language === 'js' ? 'jsx' : language;
    // Rolldown parses with oxc, which promises the shape of typescript-eslint's tree under `astType: 'ts'`.
    return parse.call(undefined, text, {
      lang,
      astType: 'ts',
      range: true,
      preserveParens: false,
    }) as HostSource['tree'];
  } catch {
    return null;
  }
}

/** Faults under the name that people know the file by. */
export function faultsIn({ file }: HostModule, faults: readonly LowerFault[]): readonly LowerFault[] {
  return faults.map((fault) => ({ ...fault, place: { ...fault.place, file } }));
}
