import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  createProject,
  type Config,
  type ConfigInput,
  type Gap,
  type Project,
  type RouterSource,
} from '@taskroute/source';
import { givenOf, type Given } from './given.ts';
import { routersWithTableIn } from './named-tables.ts';

/** What a rule's context tells about the file that is linted. */
export interface LintContext {
  readonly cwd: string;
  readonly physicalFilename: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly sourceCode: { readonly ast: object };
}

/** What holds for one linted file. */
export interface Settings {
  /** The folder of the nearest `taskroute.json` above the file; without one the settings' root, or else the working directory. */
  readonly root: string;
  /** One for each root and process. */
  readonly project: Project;
  /** Whether a build makes erased calls real in this file. */
  readonly lowered: boolean;
  /** Tier → model id; or task → (tier → model id). */
  readonly models: Config['models'];
  /** What is wrong with `taskroute.json`, and the named modules that have no router: while it is, what they declare is not seen. */
  readonly findings: () => readonly Gap[];
  /** The routers that the settings and `taskroute.json` name, of whose table a part stands in a file. */
  readonly tablesIn: (file: string) => readonly RouterSource[];
  /** What is wrong with `settings.taskroute`, each the end of a sentence about it. */
  readonly faults: readonly string[];
}

/** By the file's tree: the rules of one run share an answer, and the next run asks anew. */
const answers = new WeakMap<object, Settings>();

/** The settings for the file that is linted. Errors: none; what is wrong with them is among their `findings`. */
export function settingsOf(context: LintContext): Settings {
  const { ast } = context.sourceCode;
  const known = answers.get(ast);
  if (known !== undefined) return known;
  const settings = readSettings(context);
  answers.set(ast, settings);
  return settings;
}

function readSettings(context: LintContext): Settings {
  const file = resolve(context.cwd, context.physicalFilename);
  const given = givenOf(context.settings['taskroute'], context.cwd);
  const root = rootAbove(dirname(file)) ?? given.root ?? context.cwd;
  const project = projectOf(root, given);
  const read = project.config();
  const { models } = read;
  return {
    root,
    project,
    // Asked where a call is erased: of nearly every file nobody does.
    get lowered() {
      return project.isLowered(file);
    },
    models,
    findings: () => [
      ...wrongDeclarations(project, read),
      ...given.modules.flatMap((module) => faultOf(project, module) ?? []),
    ],
    tablesIn: (of) =>
      given.modules.length + read.routers.length === 0 ? [] : routersWithTableIn(project, given.modules, of),
    faults: given.faults,
  };
}

/** Folder → its root, and when it was looked for: a run asks for every file of a folder. */
const roots = new Map<string, { readonly root: string | null; readonly at: number }>();

/** A `taskroute.json` that comes or goes is seen after this many milliseconds; one that changes, at once. */
const ROOT_LASTS = 100;

/** The nearest folder upwards that has a `taskroute.json`; null without one. */
export function rootAbove(folder: string): string | null {
  const known = roots.get(folder);
  const now = Date.now();
  if (known !== undefined && now - known.at < ROOT_LASTS) return known.root;
  const root = findRoot(folder);
  roots.set(folder, { root, at: now });
  return root;
}

function findRoot(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'taskroute.json'))) return at;
    if (at === dirname(at)) return null;
  }
}

interface Shared {
  readonly project: Project;
  /** What was read of `taskroute.json`, for the fields that are not given. */
  readonly read: Config;
}

const plain = new Map<string, Project>();
const shared = new Map<string, Shared>();

/** What is given stands before what `taskroute.json` says, field by field. */
export function projectOf(root: string, { config, key }: Given): Project {
  let project = plain.get(root);
  if (project === undefined) plain.set(root, (project = createProject({ root })));
  if (config === null) return project;
  const read = project.config();
  const name = `${root}\0${key}`;
  const known = shared.get(name);
  if (known?.read === read) return known.project;
  const both: ConfigInput = { ...read, ...config };
  const made = { project: createProject({ root, config: both }), read };
  shared.set(name, made);
  return made.project;
}

interface Looked {
  readonly config: Config;
  readonly at: number;
  readonly findings: readonly Gap[];
}

const looked = new WeakMap<Project, Looked>();

/** A declaration whose module comes or goes is looked at again after this many milliseconds; one that changes, at once. */
const FINDINGS_LAST = 100;

/** What is wrong with `taskroute.json`, in its own text or against the files that it names. A table's gaps are its router's. */
function wrongDeclarations(project: Project, config: Config): readonly Gap[] {
  if (config.routers.length + config.wrappers.length === 0) return config.findings;
  const now = Date.now();
  const known = looked.get(project);
  if (known?.config === config && now - known.at < FINDINGS_LAST) return known.findings;
  const findings = project.declarationFindings().filter(({ file }) => file === config.file);
  looked.set(project, { config, at: now, findings });
  return findings;
}

/** A module that was named for its router and has none. */
function faultOf(project: Project, module: string): Gap | null {
  if (project.routersOf(module).length > 0) return null;
  const what = existsSync(module) ? 'leads to none' : 'is no file; mend the path';
  const reason = `is named in the configuration of taskroute as the module of a router, but ${what}`;
  return { reason, file: module, line: 1, column: 1 };
}
