import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FOLDER, placeOn, positionOf, type Cursor, type Place } from './editor-fixture.ts';
import { startProcess } from './editor-process.ts';
import type { EditorServer } from './editor-server.ts';

/** A range of the protocol; lines count from 0. */
interface Range {
  readonly start: { readonly line: number };
}
interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** TypeScript 7: `tsc --lsp --stdio`, the Language Server Protocol with pulled diagnostics. */
export function startLanguageServer(): EditorServer {
  const server = startProcess(executable(), ['--lsp', '--stdio'], (message) => {
    const { id, method, params, result, error } = message as Record<string, unknown>;
    if (method === undefined) return { id: Number(id), answer: { result, error } };
    // What the server asks of the editor, its settings and leave to register, is answered with "nothing".
    if (id !== undefined) server.tell(framed({ id, result: itemsOf(params)?.map(() => null) ?? null }));
    return null;
  });
  const versions = new Map<string, number>();

  async function ask<Result>(method: string, params: object): Promise<Result> {
    const answer = await server.ask(method, (id) => framed({ id, method, params }));
    const { result, error } = answer as { result: Result; error: { message: string } | undefined };
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** Asks after the editor's text of the file is made known. The result has the shape that the protocol gives the method. */
  async function askAt<Result>(method: string, at: Cursor, more: object = {}): Promise<Result> {
    await ready;
    const uri = pathToFileURL(at.file).href;
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    server.tell(version === 1 ? opened(uri, at.text) : changed(uri, version, at.text));
    return ask(`textDocument/${method}`, { textDocument: { uri }, position: positionOf(at), ...more });
  }

  async function initialize(): Promise<void> {
    await ask('initialize', { processId: process.pid, rootUri: pathToFileURL(FOLDER).href, capabilities: {} });
    server.tell(framed({ method: 'initialized', params: {} }));
  }
  const ready = initialize();

  return {
    completions: async (at) => {
      const { items } = await askAt<{ items: { label: string; insertText?: string }[] }>('completion', at);
      return items.map(({ label, insertText }) => insertText ?? label);
    },
    hover: async (at) => (await askAt<{ contents: { value: string } }>('hover', at)).contents.value,
    definition: async (at) => placesOf(await askAt<Location[]>('definition', at)),
    references: async (at) =>
      placesOf(await askAt<Location[]>('references', at, { context: { includeDeclaration: true } })),
    rename: async (at) => {
      const { changes } = await askAt<{ changes: Record<string, { range: Range }[]> }>('rename', at, {
        newName: 'new',
      });
      return placesOf(Object.entries(changes).flatMap(([uri, edits]) => edits.map(({ range }) => ({ uri, range }))));
    },
    problems: async (at) => {
      const { items } = await askAt<{ items: { message: string }[] }>('diagnostic', at);
      return items.map(({ message }) => message);
    },
    stop: server.stop,
  };
}

/** The program itself: `bin/tsc` would start it as a child of its own on an older Node, which would outlive the test. */
function executable(): string {
  const native = createRequire(createRequire(import.meta.url).resolve('typescript-native/package.json'));
  const platform = native.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
  return fileURLToPath(new URL('lib/tsc', pathToFileURL(platform)));
}

function opened(uri: string, text: string): string {
  const textDocument = { uri, languageId: 'typescript', version: 1, text };
  return framed({ method: 'textDocument/didOpen', params: { textDocument } });
}

function changed(uri: string, version: number, text: string): string {
  const params = { textDocument: { uri, version }, contentChanges: [{ text }] };
  return framed({ method: 'textDocument/didChange', params });
}

function placesOf(locations: readonly Location[]): readonly Place[] {
  return locations.map(({ uri, range }) => placeOn(fileURLToPath(uri), range.start.line));
}

function itemsOf(params: unknown): readonly unknown[] | undefined {
  return (params as { items?: readonly unknown[] } | undefined)?.items;
}

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
}
