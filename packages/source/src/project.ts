import { isAbsolute, relative, resolve as resolvePath } from 'node:path';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { callsOf, type RouterCall } from './call/calls.ts';
import { filesThatMayAsk, type DeclaredName } from './call/may-ask.ts';
import { configOf, readConfig, type Config, type ConfigInput } from './declare/config.ts';
import { declarationFindings as findingsOfDeclarations, unreachedFindings } from './declare/declaration-findings.ts';
import { declaredRouters } from './declare/declared-router.ts';
import { declarations } from './declare/declared.ts';
import { createTableEdits, type TableEdits } from './edit/table-edits.ts';
import { escapesOf, type Escape } from './call/escapes.ts';
import { stampOf } from './text/files.ts';
import { gapOfFile, type Gap } from './text/gap.ts';
import { isDismissed } from './module/dismiss.ts';
import { fold, type Folded } from './fold/fold.ts';
import { isFoldable } from './fold/foldable.ts';
import { outsideHelpers, routerNodes } from './module/leading.ts';
import { lower, type Lowered } from './lower/lower.ts';
import type { LowerFault } from './lower/lower-fault.ts';
import { isGap, placeOf, withScopes, type Module, type Node } from './text/parse.ts';
import type { Place } from './text/place.ts';
import type { RouterSource } from './router/router-source.ts';
import { routersInFile, routersOf, routersOfModule } from './router/routers-of.ts';
import { exportOf } from './module/follow.ts';
import { createCaches, createSession, type Caches, type Session } from './session.ts';
import { fileOf, glanceOf, moduleOf, type SourceInput } from './text/source-input.ts';
import type { NoValue } from './lower/task-in-type.ts';
import { misspeltImports } from './module/misspelt-imports.ts';
import { misspeltMembers } from './call/misspelt-members.ts';
import { hinderedImport, unresolvedRouters } from './module/unresolved.ts';
import { erasedArguments, valueFormOf, type ValueForm } from './lower/value-form.ts';
import { callsWithoutTask } from './lower/without-task.ts';

/** What a file says of routers. */
export interface FileReport {
  readonly calls: readonly RouterCall[];
  readonly escapes: readonly Escape[];
  /** The routers that are defined in the file, declared ones included. */
  readonly routers: readonly RouterSource[];
  /** What could not be read of the file itself: it does not parse, or an import that looks like a router leads nowhere. */
  readonly findings: readonly Gap[];
  /** Where a node of the file's tree stands. */
  readonly placeOf: (node: Node) => Place;
}

export interface Project {
  readonly root: string;
  /** `taskroute.json` as it is now. */
  config: () => Config;
  /** Whether a build makes erased calls real in a file, as `taskroute.json` says. */
  isLowered: (file: string) => boolean;
  /** The calls, escapes and routers of one file. Errors: none; what cannot be read is a finding. */
  callsIn: (source: SourceInput) => FileReport;
  /** The file's text with every erased call made real, and what cannot be. Errors: none; what cannot be lowered is a fault. */
  lower: (source: SourceInput) => Lowered;
  /**
   * The value form of one call that `callsIn` found to be erased, or why it has none. `shift` is how far the source's text
   * stands behind the offsets of the call's tree.
   */
  valueForm: (call: RouterCall, source: SourceInput, shift?: number) => ValueForm | NoValue;
  /** Router calls that hand in nothing: in built code, what an erased call became where nothing made it real. */
  callsWithoutTask: (source: SourceInput) => readonly LowerFault[];
  /** What is to be written in the place of calls whose answer is certain. Errors: none; what is not certain stays a call. */
  fold: (source: SourceInput) => Folded;
  /** Whether a module holds constants and routers alone, so that it may be left out of a bundle that uses nothing of it. */
  foldable: (file: string) => boolean;
  /** The router that a file exports under a name: the router itself, or one of its functions; null where there is none. */
  router: (file: string, name: string) => RouterSource | null;
  /** Every router that a file exports, under whichever name, and every declared one whose module it is. */
  routersOf: (file: string) => readonly RouterSource[];
  /** The routers of `taskroute.json`: those that are written by hand, and those that the modules named there lead to. */
  declared: () => readonly RouterSource[];
  /** What is wrong with `taskroute.json`, whichever files were asked for. */
  declarationFindings: () => readonly Gap[];
  /** The same, and declared routers that no file which was asked for so far reaches, nor any of `reachedElsewhere` (ids). */
  findings: (reachedElsewhere?: Iterable<string>) => readonly Gap[];
  /** The functions that `taskroute.json` names, each with the file of its module. */
  declaredFunctions: () => readonly DeclaredName[];
  /**
   * Those of some files, by path with their texts, that can make a router or ask for one of some tasks: by text alone, and too many
   * rather than too few. `declared`: the declared functions of every project that these files are of.
   */
  filesThatMayAsk: (
    texts: ReadonlyMap<string, string>,
    tasks: readonly string[],
    declared?: readonly DeclaredName[],
  ) => readonly string[];
  /** What is to be written to change a table, and its callers with it. */
  readonly edits: TableEdits;
  /** The files that were read to resolve a router, also on the way to it: what a cache's digest has to cover. Sorted. */
  filesRead: (router: RouterSource) => readonly string[];
}

export interface ProjectOptions {
  readonly root?: string;
  /** Stands in for `taskroute.json`, and is read as that is. */
  readonly config?: ConfigInput;
  /** By absolute path: texts that stand in for what is on the disk, to see what an edit would do. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** A project keeps what it has learnt between questions, and looks at the disk before it uses it. */
export function createProject(options: ProjectOptions = {}): Project {
  const root = resolvePath(options.root ?? '.');
  const given = options.config === undefined ? null : configOf(root, options.config);
  let caches: Caches = createCaches(root, given ?? readConfig(root), options.texts);
  let stamp = stampOf(caches.config.file);
  /** Router id → the files on the ways that led to it. */
  const ways = new Map<string, Set<string>>();
  const reached = new Set<string>();

  /** What is known, as long as `taskroute.json` is what it was. */
  function fresh(): Caches {
    const now = given === null ? stampOf(caches.config.file) : stamp;
    if (now !== stamp) {
      caches = createCaches(root, readConfig(root), options.texts);
      stamp = now;
    }
    return caches;
  }

  function begin(hosted?: Module): Session {
    return createSession(fresh(), hosted);
  }

  function note(session: Session, routers: readonly RouterSource[]): void {
    const read = session.frames[0]?.reads ?? [];
    for (const router of routers) {
      let way = ways.get(router.id);
      if (way === undefined) ways.set(router.id, (way = new Set()));
      for (const file of router.files) way.add(file);
      for (const file of read) way.add(file);
    }
  }

  /** A host's run must not end because of one file: what goes wrong here is said there. */
  function callsIn(source: SourceInput): FileReport {
    try {
      return analyse(source);
    } catch (error) {
      const file = fileOf(source);
      return { ...nothingIn(file), findings: [gapOfFile(file, reasonOfThrow(error))] };
    }
  }

  /** Null where nothing is to be said of it: only what stands on the disk is dismissed, as others read it there. */
  function moduleAtPath(file: string): Module | Gap | null {
    const text = options.texts?.get(file);
    if (text !== undefined) return moduleOf({ file, text });
    const glance = glanceOf(file);
    if (isGap(glance)) return glance;
    if (isDismissed(begin(), glance)) return null;
    const parsed = glance.parsed();
    return isGap(parsed) ? parsed : withScopes(parsed);
  }

  function analyse(source: SourceInput): FileReport {
    const module = typeof source === 'string' ? moduleAtPath(source) : moduleOf(source);
    if (module === null) return nothingIn(fileOf(source));
    if (isGap(module)) return { ...nothingIn(fileOf(source)), findings: [module] };
    const session = begin(module);
    const scene = { session, module };
    const unresolved = unresolvedRouters(scene);
    const nodes = routerNodes(scene);
    const hindered = unresolved.length > 0 ? null : hinderedImport(scene);
    const findings = [...(hindered === null ? unresolved : [hindered]), ...misspeltImports(scene)];
    if (nodes.length === 0) return { ...nothingIn(module.file), findings };
    const calls = callsOf(scene, nodes);
    const routers = routersInFile(scene, nodes);
    const escapes = escapesOf(scene, outsideHelpers(module, nodes));
    for (const call of calls) if (call.within === null) reached.add(call.router.id);
    for (const escape of escapes) reached.add(escape.router.id);
    note(session, [...calls.map((call) => call.router), ...routers]);
    return {
      calls,
      escapes,
      routers,
      findings: [...findings, ...misspeltMembers(scene, nodes)],
      placeOf: (node) => placeOf(module, node),
    };
  }

  function router(file: string, name: string): RouterSource | null {
    const session = begin();
    const at = resolvePath(root, file);
    const [found] = routersOf(session, exportOf(session, at, name, { file: at, line: 1, column: 1, range: [0, 0] }));
    if (found !== undefined) note(session, [found]);
    return found ?? null;
  }

  function declared(): readonly RouterSource[] {
    const session = begin();
    const routers = declaredRouters(session).map((each) => each.router);
    note(session, routers);
    return routers;
  }

  function declarationFindings(): readonly Gap[] {
    const session = begin();
    return [...caches.config.findings, ...findingsOfDeclarations(session)];
  }

  function valueForm(call: RouterCall, source: SourceInput, shift?: number): ValueForm | NoValue {
    const { node } = call;
    const types = node.type === AST_NODE_TYPES.CallExpression ? erasedArguments(node) : null;
    if (call.wrapper || types === null || node.type !== AST_NODE_TYPES.CallExpression)
      return { reason: 'stands in no type that the call itself has' };
    try {
      const module = moduleOf(source);
      if (isGap(module)) return module;
      return valueFormOf({ session: begin(module), module }, node, types, shift);
    } catch (error) {
      return { reason: reasonOfThrow(error) };
    }
  }

  function withoutTask(source: SourceInput): readonly LowerFault[] {
    try {
      const module = moduleOf(source);
      return isGap(module) ? [] : callsWithoutTask({ session: begin(module), module });
    } catch (error) {
      const place = { file: fileOf(source), line: 1, column: 1, range: [0, 0] } as const;
      return [{ reason: `the file ${reasonOfThrow(error)}`, mend: 'write its tasks as values', place }];
    }
  }

  return {
    root,
    config: () => fresh().config,
    isLowered: (file) => isLowered(fresh().config, root, resolvePath(root, file)),
    callsIn,
    lower: (source) => lower(source, begin),
    valueForm,
    fold: (source) => fold(source, begin),
    foldable: (file) => isFoldable(begin(), resolvePath(root, file)),
    callsWithoutTask: withoutTask,
    router,
    routersOf: (file) => {
      const session = begin();
      const routers = routersOfModule(session, resolvePath(root, file));
      note(session, routers);
      return routers;
    },
    declared,
    declarationFindings,
    findings: (reachedElsewhere = []) => [
      ...declarationFindings(),
      ...unreachedFindings(begin(), new Set([...reached, ...reachedElsewhere])),
    ],
    declaredFunctions: () => declarations(begin()),
    filesThatMayAsk: (texts, tasks, declared) => {
      const session = begin();
      return filesThatMayAsk(session, texts, tasks, declared ?? declarations(session));
    },
    edits: createTableEdits(begin),
    filesRead: (of) => [...(ways.get(of.id) ?? of.files)].sort(),
  };
}

function nothingIn(file: string): FileReport {
  const placeOf = (): Place => ({ file, line: 1, column: 1, range: [0, 0] });
  return { calls: [], escapes: [], routers: [], findings: [], placeOf };
}

function isLowered({ lowered }: Config, root: string, file: string): boolean {
  if (typeof lowered === 'boolean') return lowered;
  return lowered.some((folder) => {
    const way = relative(resolvePath(root, folder), file);
    return !way.startsWith('..') && !isAbsolute(way);
  });
}

function reasonOfThrow(error: unknown): string {
  return `cannot be analysed: ${error instanceof Error ? error.message : 'unknown error'}; please report it`;
}

/** The router that a file exports, read once: for a caller that asks one question. */
export function readRouter(file: string, name: string, options: { readonly root?: string } = {}): RouterSource | null {
  return createProject(options).router(resolvePath(file), name);
}
