import { join } from 'node:path';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { readRouterEntry, readWrapper } from './config-declarations.ts';
import { readLowered, readModels } from './config-models.ts';
import { createReader, fieldsOf, listOf, said, type Reader } from './config-reader.ts';
import { keepPlaces } from './declaration-place.ts';
import { readText } from '../text/files.ts';
import { gapOfFile, type Gap } from '../text/gap.ts';
import { isGap, parseModule, type Module } from '../text/parse.ts';

/** A router that was written by hand: no `defineRouter` leads to it. */
export interface DeclaredRouter {
  /** Its file, relative to the repository's root. */
  readonly module: string;
  /** The name of the table's constant; it need not be exported. */
  readonly table: string;
  /** The name of the default's constant, or the default itself. */
  readonly default: string;
  /** The models, cheapest first; or the name of the constant that lists them. */
  readonly tiers: readonly string[] | string;
  /** The names of the functions that take a task: first, unless their text looks the table up with another parameter. */
  readonly functions: readonly string[];
}

/** The module of routers that `defineRouter` makes, named so that tools can start from it; it may hand them on. */
export interface RouterModule {
  /** A file, relative to the repository's root; or a package. */
  readonly module: string;
}

/** A function of the user's own that takes a task and hands it to a router. */
export interface DeclaredWrapper {
  readonly module: string;
  /** A name in the module; of an object or a class in it, also of what the class makes: `client.callModel`, `Client.callModel`. */
  readonly function: string;
  /** Where the task stands: a parameter's name or index, then the names of properties: `options.task`, `1`. */
  readonly task: string;
  /** The module of the router it leads to, where the wrapper's own module does not tell. */
  readonly router?: string;
}

/** `taskroute.json`. */
export interface Config {
  /** Where it was read; where it would stand, if there is none. */
  readonly file: string;
  readonly routers: readonly (DeclaredRouter | RouterModule)[];
  readonly wrappers: readonly DeclaredWrapper[];
  /** Tier → model id; or task → (tier → model id). */
  readonly models: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** Whether the build makes erased calls real; or the folders in which it does. */
  readonly lowered: boolean | readonly string[];
  /** What is wrong with it, in words, by place. A part with a fault is left out. */
  readonly findings: readonly Gap[];
}

/** What can be given in code, in place of the file. `file` is not read; `findings` are those that are known already. */
export interface ConfigInput extends Partial<Omit<Config, 'routers'>> {
  /** A text is the `module` of a `RouterModule`. */
  readonly routers?: readonly (DeclaredRouter | RouterModule | string)[];
}

const CONFIG_NAME = 'taskroute.json';

/** Errors: none; what is wrong is among `findings`. Without a file everything is empty. */
export function readConfig(root: string): Config {
  const file = join(root, CONFIG_NAME);
  const text = readText(file);
  if (typeof text === 'string') return readParsed(file, parseModule(file, text));
  return text.reason.includes('ENOENT') || text.reason.includes('ENOTDIR') ? emptyConfig(file) : broken(file, text);
}

/** What is given in code is read as the file is: a JavaScript configuration has no compiler. */
export function configOf(root: string, { findings = [], file: _, ...input }: ConfigInput): Config {
  const file = join(root, CONFIG_NAME);
  const config = readParsed(file, parseModule(file, JSON.stringify(input)));
  keepPlaces([...(input.routers ?? []), ...(input.wrappers ?? [])], [...config.routers, ...config.wrappers]);
  // The text that was read stands in no file.
  return { ...config, findings: [...findings, ...config.findings.map(({ reason }) => gapOfFile(file, reason))] };
}

function readParsed(file: string, module: Module | Gap): Config {
  if (isGap(module)) return broken(file, module);
  const [statement] = module.tree.body;
  const object = statement?.type === AST_NODE_TYPES.ExpressionStatement ? statement.expression : null;
  return object?.type === AST_NODE_TYPES.ObjectExpression
    ? readRoot(createReader(module), object)
    : broken(file, gapOfFile(file, 'is not an object; write { "routers": [], "wrappers": [] }'));
}

function emptyConfig(file: string): Config {
  return { file, routers: [], wrappers: [], models: {}, lowered: false, findings: [] };
}

function broken(file: string, finding: Gap): Config {
  return { ...emptyConfig(file), findings: [finding] };
}

function readRoot(reader: Reader, root: TSESTree.ObjectExpression): Config {
  const fields = fieldsOf(reader, root, ['$schema', 'routers', 'wrappers', 'models', 'lowered'], '');
  return {
    file: reader.module.file,
    routers: listOf(reader, fields['routers'], 'routers', readRouterEntry),
    wrappers: listOf(reader, fields['wrappers'], 'wrappers', readWrapper),
    models: readModels(reader, fields['models']),
    lowered: readLowered(reader, fields['lowered']),
    findings: said(reader),
  };
}

/** Whether a router's entry declares what was written by hand; else it names a module. */
export function isHandWritten(entry: DeclaredRouter | RouterModule): entry is DeclaredRouter {
  return 'table' in entry;
}
