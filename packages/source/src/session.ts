import type { Changes } from './evaluate/changes.ts';
import type { Config } from './declare/config.ts';
import type { DeclaredFunctions } from './declare/declared-function.ts';
import { stampOf, readText, type Stamp } from './text/files.ts';
import type { Gap } from './text/gap.ts';
import { isGap, parseModule, type Module } from './text/parse.ts';
import { createResolver, type Resolver } from './module/resolve.ts';
import type { Possible, Value } from './evaluate/value.ts';

/** An answer that is kept, with the stamp of every file it was made from. */
interface Answer {
  readonly value: unknown;
  readonly reads: ReadonlyMap<string, Stamp>;
}

/** What outlives a question: names and values, never a tree. */
export interface Caches {
  readonly root: string;
  readonly config: Config;
  /** Texts that stand in for those on the disk. */
  readonly texts: ReadonlyMap<string, string>;
  readonly resolver: Resolver;
  readonly answers: Map<string, Answer>;
  /** The same, where changes of objects are not minded. */
  readonly rawAnswers: Map<string, Answer>;
  /** File → what its text alone told of a name, while it is as it was. */
  readonly glances: Map<string, { readonly stamp: Stamp; readonly plain: Map<string, boolean> }>;
  /** The same where nothing is declared; null there. */
  readonly undeclared: Caches | null;
}

/** The files that one answer was made from. */
interface Frame {
  readonly reads: Set<string>;
  /** What was evaluated for this answer; another answer must see for itself which files that takes. */
  readonly memo: Map<object, Possible>;
  /** The same for narrow answers. */
  readonly narrowMemo: Map<object, Possible>;
  /** Whether the answer holds for this question only. */
  volatile: boolean;
}

/** One question to a project: while it lasts, a file is looked at once and parsed once. */
export interface Session {
  readonly caches: Caches;
  readonly stamps: Map<string, Stamp>;
  readonly modules: Map<string, Module | Gap>;
  /** A file whose text a host has given: it may differ from the disk's. */
  readonly hosted: string | null;
  readonly frames: Frame[];
  /** What is being worked out: to meet it again is a cycle. */
  readonly active: Set<unknown>;
  /**
   * Whether only a router is asked for, not a value: then packages that cannot lead to one are not read. A file that calls a
   * router may import a compiler of nine megabytes as well.
   */
  narrow: boolean;
  depth: number;
  /** How many modules deep the answer in work is. */
  hops: number;
  /** How many steps it took where nothing is remembered. */
  steps: number;
  /** Objects of which something is read, while that is asked. */
  met: Set<Value> | null;
  /** Set while it is asked which objects are changed: the changes that are found already. */
  readonly changes?: ReadonlyMap<Module, Changes>;
  /** Where the declared functions stand, once that was asked, and the answer that was last noted to hang on it. */
  readonly declared: { functions: DeclaredFunctions | null; notedFor: object | null };
}

export function createCaches(
  root: string,
  config: Config,
  texts: ReadonlyMap<string, string> = new Map<string, string>(),
): Caches {
  const shared = { root, texts, resolver: createResolver(), glances: new Map<string, never>() };
  const empty = () => ({ ...shared, answers: new Map<string, never>(), rawAnswers: new Map<string, never>() });
  const undeclared: Caches = { ...empty(), config: { ...config, routers: [], wrappers: [] }, undeclared: null };
  return { ...empty(), config, undeclared };
}

export function createSession(caches: Caches, hosted?: Module): Session {
  const modules = new Map<string, Module | Gap>();
  if (hosted !== undefined) modules.set(hosted.file, hosted);
  return { ...nothingInWork(), caches, stamps: new Map(), modules, hosted: hosted?.file ?? null };
}

/** The same question apart from all that is in work, for which objects there are: of their changes only those given are minded. */
export function rawSession(session: Session, changes: ReadonlyMap<Module, Changes>): Session {
  // What is declared of functions changes no object.
  const plain = session.caches.undeclared ?? session.caches;
  const answers = changes.size === 0 ? plain.rawAnswers : new Map<string, Answer>();
  const caches = { ...plain, answers };
  return { ...session, ...nothingInWork(), narrow: true, caches, changes };
}

/**
 * Asks as if `taskroute.json` declared nothing, and apart from all that is in work: what is declared of a function hangs on where
 * the function stands, so that is not to hang on what is declared of it.
 */
export function undeclared<Answer>(session: Session, ask: (session: Session) => Answer): Answer {
  const caches = session.caches.undeclared;
  if (caches === null) return ask(session);
  const work = nothingInWork();
  const answer = ask({ ...session, ...work, caches });
  for (const { reads, volatile } of work.frames) {
    for (const file of reads) look(session, file);
    if (volatile) doNotKeep(session);
  }
  return answer;
}

function nothingInWork() {
  const counts = { depth: 0, hops: 0, steps: 0, met: null };
  return {
    frames: [createFrame()],
    active: new Set(),
    narrow: false,
    declared: { functions: null, notedFor: null },
    ...counts,
  };
}

/** Works something out, and tells which files that took. */
export function tracing<Answer>(session: Session, ask: () => Answer): { answer: Answer; reads: ReadonlySet<string> } {
  const frame = createFrame();
  session.frames.push(frame);
  try {
    return { answer: ask(), reads: frame.reads };
  } finally {
    session.frames.pop();
  }
}

/** Works something out beside what is remembered: where it runs in a circle, only its own answer is a gap. */
export function apart<Answer>(session: Session, ask: () => Answer): Answer {
  const frame = createFrame();
  session.frames.push(frame);
  try {
    return ask();
  } finally {
    session.frames.pop();
    for (const file of frame.reads) session.frames.at(-1)?.reads.add(file);
  }
}

function createFrame(): Frame {
  return { reads: new Set(), memo: new Map(), narrowMemo: new Map(), volatile: false };
}

/** Asks without the answer in work depending on what is read for it. */
export function aside(session: Session, ask: () => void): void {
  session.frames.push(createFrame());
  try {
    ask();
  } finally {
    session.frames.pop();
  }
}

/** Asks for a router alone (`narrow`), or for a value, whatever is asked around it. */
export function asking<Answer>(session: Session, narrow: boolean, ask: () => Answer): Answer {
  const before = session.narrow;
  session.narrow = narrow;
  try {
    return ask();
  } finally {
    session.narrow = before;
  }
}

/** What was evaluated so far for the answer in work. */
export function memoOf(session: Session): Map<object, Possible> | undefined {
  const frame = session.frames.at(-1);
  return session.narrow ? frame?.narrowMemo : frame?.memo;
}

/** The stamp of a path; from here on the answer in work depends on it. */
export function look(session: Session, path: string): Stamp {
  session.frames.at(-1)?.reads.add(path);
  return stampIn(session, path);
}

/** The same, where the answer in work does not depend on it. */
export function stampIn(session: Session, path: string): Stamp {
  const seen = session.stamps.get(path);
  if (seen !== undefined) return seen;
  const stamp = stampOf(path);
  session.stamps.set(path, stamp);
  return stamp;
}

export function openModule(session: Session, file: string): Module | Gap {
  look(session, file);
  if (file === session.hosted) doNotKeep(session);
  const open = session.modules.get(file);
  if (open !== undefined) return open;
  const text = textAt(session, file);
  const module = typeof text === 'string' ? parseModule(file, text) : text;
  session.modules.set(file, module);
  return module;
}

/** Errors: none; a gap where the path is no file that can be read. */
export function textAt({ caches }: Session, file: string): string | Gap {
  return caches.texts.get(file) ?? readText(file);
}

/** The answers in work hold for this question only: they stand on a cycle, on text that is not on the disk, or on a passing miss. */
export function doNotKeep(session: Session): void {
  for (const frame of session.frames) frame.volatile = true;
}

/** An answer from the cache while every file it was made from is as it was; else a new one. */
export function remember<Value>(session: Session, key: string, make: () => Value): Value {
  const { answers } = session.caches;
  const kept = answers.get(key);
  if (kept !== undefined && isFresh(session, kept)) {
    const frame = session.frames.at(-1);
    for (const file of kept.reads.keys()) frame?.reads.add(file);
    // Keys are made by one caller each, which always keeps the same kind of value under them.
    return kept.value as Value;
  }
  const frame = createFrame();
  session.frames.push(frame);
  let value: Value;
  try {
    value = make();
  } finally {
    session.frames.pop();
    const outer = session.frames.at(-1);
    for (const file of frame.reads) outer?.reads.add(file);
  }
  if (frame.volatile) answers.delete(key);
  else answers.set(key, { value, reads: new Map([...frame.reads].map((file) => [file, stampIn(session, file)])) });
  return value;
}

function isFresh(session: Session, answer: Answer): boolean {
  for (const [file, stamp] of answer.reads) {
    if (file === session.hosted || stampIn(session, file) !== stamp) return false;
  }
  return true;
}

/** Stands for the answer in work. */
export function answerInWork(session: Session): object | null {
  return session.frames.at(-1) ?? null;
}

/** The files that the answer in work was made from so far. */
export function readsOf(session: Session): readonly string[] {
  return [...(session.frames.at(-1)?.reads ?? [])].sort();
}

export function moduleAt(session: Session, file: string): Module | null {
  const module = openModule(session, file);
  return isGap(module) ? null : module;
}
