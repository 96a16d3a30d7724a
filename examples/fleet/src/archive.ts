/** What one service leaves for another. */
export interface Note {
  readonly kind: NoteKind;
  /** The agent's subject: whose note it is. */
  readonly subject: string;
  readonly text: string;
}

type NoteKind = 'report' | 'action' | 'brief' | 'listing' | 'prospect' | 'health' | 'post' | 'thread' | 'analytics';

/** The shelf between the services: none calls another. */
export interface Archive {
  readonly add: (kind: NoteKind, subject: string, text: string) => void;
  readonly all: (kind: NoteKind) => readonly Note[];
  /** Takes note after note off the shelf, of one subject or of any, until none is left. Several may take from it in turn. */
  readonly take: (kind: NoteKind, subject?: string) => Iterable<Note>;
}

export function createArchive(): Archive {
  const notes: Note[] = [];

  function* take(kind: NoteKind, subject?: string): Iterable<Note> {
    for (;;) {
      const index = notes.findIndex((note) => note.kind === kind && (subject ?? note.subject) === note.subject);
      if (index < 0) return;
      yield* notes.splice(index, 1);
    }
  }

  return {
    add: (kind, subject, text) => {
      notes.push({ kind, subject, text });
    },
    all: (kind) => notes.filter((note) => note.kind === kind),
    take,
  };
}
