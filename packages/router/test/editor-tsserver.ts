import { createRequire } from 'node:module';
import { placeOn, positionOf, type Cursor, type Place } from './editor-fixture.ts';
import { startProcess } from './editor-process.ts';
import type { EditorServer } from './editor-server.ts';

/** A position of the protocol; both count from 1. */
interface Spot {
  readonly line: number;
  readonly offset: number;
}
interface Span {
  readonly file: string;
  readonly start: Spot;
}

/** TypeScript 6: `tsserver`, whose requests are lines of JSON. */
export function startTsserver(): EditorServer {
  // The package in use is an alias around the compiler that has the server.
  const alias = createRequire(createRequire(import.meta.url).resolve('typescript'));
  const server = startProcess(
    process.execPath,
    [alias.resolve('@typescript/old/lib/tsserver.js'), '--disableAutomaticTypingAcquisition'],
    (message) => {
      const { type, request_seq: id, success, message: reason, body } = message as Record<string, unknown>;
      return type === 'response' ? { id: Number(id), answer: { success, reason, body } } : null;
    },
  );

  /** Asks after the editor's text of the file is made known. The body has the shape that the protocol gives the command. */
  async function ask<Body>(command: string, at: Cursor, more: object = {}): Promise<Body> {
    const { line, character } = positionOf(at);
    server.tell(lineOf({ seq: 0, command: 'open', arguments: { file: at.file, fileContent: at.text } }));
    const asked = { file: at.file, line: line + 1, offset: character + 1, ...more };
    const answer = await server.ask(command, (seq) => lineOf({ seq, command, arguments: asked }));
    const { success, reason, body } = answer as { success: boolean; reason: string | undefined; body: Body };
    if (!success) throw new Error(`${command}: ${String(reason)}`);
    return body;
  }

  return {
    completions: async (at) => {
      const { entries } = await ask<{ entries: { name: string }[] }>('completionInfo', at);
      return entries.map(({ name }) => name);
    },
    hover: async (at) => (await ask<{ displayString: string }>('quickinfo', at)).displayString,
    definition: async (at) => placesOf(await ask<Span[]>('definition', at)),
    references: async (at) => placesOf((await ask<{ refs: Span[] }>('references', at)).refs),
    rename: async (at) => {
      const { locs } = await ask<{ locs: { file: string; locs: { start: Spot }[] }[] }>('rename', at);
      return placesOf(locs.flatMap(({ file, locs: spans }) => spans.map(({ start }) => ({ file, start }))));
    },
    problems: async (at) => {
      const found = await ask<{ text: string }[]>('semanticDiagnosticsSync', at);
      return found.map(({ text }) => text);
    },
    stop: server.stop,
  };
}

function placesOf(spans: readonly Span[]): readonly Place[] {
  return spans.map(({ file, start }) => placeOn(file, start.line - 1));
}

function lineOf(message: object): string {
  return `${JSON.stringify({ type: 'request', ...message })}\n`;
}
