import type { Cursor, Place } from './editor-fixture.ts';

/** What the tests ask of a language server, whatever its protocol. */
export interface EditorServer {
  /** The names offered at the cursor, as they would be inserted. */
  readonly completions: (at: Cursor) => Promise<readonly string[]>;
  readonly hover: (at: Cursor) => Promise<string>;
  readonly definition: (at: Cursor) => Promise<readonly Place[]>;
  readonly references: (at: Cursor) => Promise<readonly Place[]>;
  /** The lines that a rename at the cursor changes. */
  readonly rename: (at: Cursor) => Promise<readonly Place[]>;
  /** The messages on the cursor's file. */
  readonly problems: (at: Cursor) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}
