import { resolve } from 'node:path';
import { readSingleFile } from './single-file.ts';
import type { HostSource, LowerFault, SourceInput } from '@taskroute/source';

export type Language = 'js' | 'ts' | 'tsx' | 'vue';

/** What a host's own parser takes, where it reads TypeScript and says where each node stands. */
type Parse = (text: string, options: Readonly<Record<string, unknown>>) => unknown;

/** A module as a host hands it in. */
export interface HostModule {
  /** Its path, without a query. A module that no file stands behind has a name like one. */
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

/** A module before all plugins, or on the disk. */
export function hostModule(id: string, text: string, context?: HostContext): HostModule {
  // What stands behind a NUL belongs to a plugin; its imports lead on all the same.
  const [path = '', query = ''] = id.replace(/^\0/, '').split(/[?#](.*)/s);
  const parse = context?.meta?.rolldownVersion === undefined ? null : (context.parse as Parse);
  return { file: resolve(path), text, language: languageOf(path, query), parse };
}

/** A module after all plugins, and what the host knows of its language: a Vue file is JavaScript by then. */
export function compiledModule(id: string, text: string, context?: HostContext, type?: string): HostModule {
  const module = hostModule(id, text, context);
  if (module.language === 'vue') return { ...module, language: 'js' };
  return module.language === 'js' && (type === 'ts' || type === 'tsx') ? { ...module, language: type } : module;
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
  return tree === null ? { file: named, text } : { file: named, text, tree, exact: true };
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
