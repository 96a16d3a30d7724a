import { join } from 'node:path';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { readText } from './files.ts';
import { gapAt, gapOfFile, type Gap } from './gap.ts';
import { isGap, parseModule, placeOf, type Module } from './parse.ts';

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
  /** The names of the functions that take a task first. */
  readonly functions: readonly string[];
}

/** A function of the user's own that takes a task and hands it to a router. */
export interface DeclaredWrapper {
  readonly module: string;
  readonly function: string;
  /** Where the task stands: a parameter's name, then the names of properties: `options.task`. */
  readonly task: string;
  /** The module of the router it leads to, where the wrapper's own module does not tell. */
  readonly router?: string;
}

/** `taskroute.json`. */
export interface Config {
  /** Where it was read; where it would stand, if there is none. */
  readonly file: string;
  readonly routers: readonly DeclaredRouter[];
  readonly wrappers: readonly DeclaredWrapper[];
  /** Tier → model id; or task → (tier → model id). */
  readonly models: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** Whether the build makes erased calls real; or the folders in which it does. */
  readonly lowered: boolean | readonly string[];
  /** What is wrong with it, in words, by place. A part with a fault is left out. */
  readonly findings: readonly Gap[];
}

/** What can be given in code, in place of the file. */
export type ConfigInput = Partial<Omit<Config, 'file' | 'findings'>>;

const CONFIG_NAME = 'taskroute.json';

/** Errors: none; what is wrong is among `findings`. Without a file everything is empty. */
export function readConfig(root: string): Config {
  const file = join(root, CONFIG_NAME);
  const text = readText(file);
  if (typeof text !== 'string') {
    return text.reason.includes('ENOENT') || text.reason.includes('ENOTDIR')
      ? emptyConfig(file)
      : { ...emptyConfig(file), findings: [text] };
  }
  const module = parseModule(file, text);
  if (isGap(module)) return { ...emptyConfig(file), findings: [module] };
  const [statement] = module.tree.body;
  const object = statement?.type === AST_NODE_TYPES.ExpressionStatement ? statement.expression : null;
  if (object?.type !== AST_NODE_TYPES.ObjectExpression)
    return {
      ...emptyConfig(file),
      findings: [gapOfFile(file, 'is not an object; write { "routers": [], "wrappers": [] }')],
    };
  return readRoot(module, object);
}

export function configOf(root: string, input: ConfigInput): Config {
  return { ...emptyConfig(join(root, CONFIG_NAME)), ...input };
}

function emptyConfig(file: string): Config {
  return { file, routers: [], wrappers: [], models: {}, lowered: false, findings: [] };
}

function readRoot(module: Module, root: TSESTree.ObjectExpression): Config {
  const findings: Gap[] = [];
  const reader: Reader = { module, findings };
  const fields = fieldsOf(reader, root, ['$schema', 'routers', 'wrappers', 'models', 'lowered'], 'taskroute.json');
  return {
    file: module.file,
    routers: listOf(reader, fields['routers'], 'routers', readDeclaredRouter),
    wrappers: listOf(reader, fields['wrappers'], 'wrappers', readDeclaredWrapper),
    models: modelsOf(reader, fields['models']),
    lowered: loweredOf(reader, fields['lowered']),
    findings,
  };
}

interface Reader {
  readonly module: Module;
  readonly findings: Gap[];
}

function say({ module, findings }: Reader, node: TSESTree.Node, sentence: string): null {
  findings.push(gapAt(placeOf(module, node), sentence));
  return null;
}

type Fields = Readonly<Record<string, TSESTree.Node | undefined>>;

function fieldsOf(reader: Reader, node: TSESTree.ObjectExpression, names: readonly string[], where: string): Fields {
  const fields: Record<string, TSESTree.Node> = {};
  for (const property of node.properties) {
    if (property.type !== AST_NODE_TYPES.Property || property.key.type !== AST_NODE_TYPES.Literal) continue;
    const name = String(property.key.value);
    if (!names.includes(name))
      say(reader, property.key, `${where} has no field ${JSON.stringify(name)}; write one of ${names.join(', ')}`);
    else if (Object.hasOwn(fields, name)) say(reader, property.key, `${JSON.stringify(name)} stands twice; drop one`);
    else fields[name] = property.value;
  }
  return fields;
}

function listOf<Item>(
  reader: Reader,
  node: TSESTree.Node | undefined,
  where: string,
  read: (reader: Reader, node: TSESTree.ObjectExpression, where: string) => Item | null,
): readonly Item[] {
  if (node === undefined) return [];
  if (node.type !== AST_NODE_TYPES.ArrayExpression) {
    say(reader, node, `${where} is a list; write [ … ]`);
    return [];
  }
  return node.elements.flatMap((element, index) => {
    const at = `${where}[${String(index)}]`;
    if (element?.type !== AST_NODE_TYPES.ObjectExpression) {
      say(reader, element ?? node, `${at} is an object; write { … }`);
      return [];
    }
    return read(reader, element, at) ?? [];
  });
}

function readDeclaredRouter(reader: Reader, node: TSESTree.ObjectExpression, where: string): DeclaredRouter | null {
  const fields = fieldsOf(reader, node, ['module', 'table', 'default', 'tiers', 'functions'], where);
  const module = textOf(reader, node, fields, 'module', where);
  const table = textOf(reader, node, fields, 'table', where);
  const fallback = textOf(reader, node, fields, 'default', where);
  const functions = textsOf(reader, node, fields, 'functions', where);
  const tiers =
    fields['tiers']?.type === AST_NODE_TYPES.Literal
      ? textOf(reader, node, fields, 'tiers', where)
      : textsOf(reader, node, fields, 'tiers', where);
  if (module === null || table === null || fallback === null || functions === null || tiers === null) return null;
  return { module, table, default: fallback, tiers, functions };
}

function readDeclaredWrapper(reader: Reader, node: TSESTree.ObjectExpression, where: string): DeclaredWrapper | null {
  const fields = fieldsOf(reader, node, ['module', 'function', 'task', 'router'], where);
  const module = textOf(reader, node, fields, 'module', where);
  const name = textOf(reader, node, fields, 'function', where);
  const task = textOf(reader, node, fields, 'task', where);
  const router = fields['router'] === undefined ? undefined : textOf(reader, node, fields, 'router', where);
  if (module === null || name === null || task === null || router === null) return null;
  return { module, function: name, task, ...(router !== undefined && { router }) };
}

function textOf(reader: Reader, owner: TSESTree.Node, fields: Fields, name: string, where: string): string | null {
  const node = fields[name];
  if (node === undefined) return say(reader, owner, `${where} lacks ${JSON.stringify(name)}; write it as a string`);
  if (node.type === AST_NODE_TYPES.Literal && typeof node.value === 'string' && node.value !== '') return node.value;
  return say(reader, node, `${where}.${name} is a string that is not empty`);
}

function textsOf(
  reader: Reader,
  owner: TSESTree.Node,
  fields: Fields,
  name: string,
  where: string,
): readonly string[] | null {
  const node = fields[name];
  if (node === undefined)
    return say(reader, owner, `${where} lacks ${JSON.stringify(name)}; write it as a list of strings`);
  if (node.type !== AST_NODE_TYPES.ArrayExpression || node.elements.length === 0)
    return say(reader, node, `${where}.${name} is a list of strings with one at least`);
  const texts = node.elements.flatMap((element) =>
    element?.type === AST_NODE_TYPES.Literal && typeof element.value === 'string' ? element.value : [],
  );
  return texts.length === node.elements.length ? texts : say(reader, node, `${where}.${name} is a list of strings`);
}

function modelsOf(reader: Reader, node: TSESTree.Node | undefined): Config['models'] {
  const models: Record<string, string | Readonly<Record<string, string>>> = {};
  if (node === undefined) return models;
  if (node.type !== AST_NODE_TYPES.ObjectExpression) {
    say(reader, node, 'models is an object, tier → model id');
    return models;
  }
  for (const property of node.properties) {
    if (property.type !== AST_NODE_TYPES.Property || property.key.type !== AST_NODE_TYPES.Literal) continue;
    const name = String(property.key.value);
    if (property.value.type === AST_NODE_TYPES.Literal && typeof property.value.value === 'string')
      models[name] = property.value.value;
    else if (property.value.type === AST_NODE_TYPES.ObjectExpression)
      models[name] = ofTask(reader, property.value, name);
    else say(reader, property.value, `models.${name} is a model id, or an object tier → model id`);
  }
  return models;
}

function ofTask(reader: Reader, node: TSESTree.ObjectExpression, task: string): Readonly<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const property of node.properties) {
    if (property.type !== AST_NODE_TYPES.Property || property.key.type !== AST_NODE_TYPES.Literal) continue;
    const { key, value } = property;
    if (value.type === AST_NODE_TYPES.Literal && typeof value.value === 'string') ids[String(key.value)] = value.value;
    else say(reader, value, `models.${task}.${String(key.value)} is a model id`);
  }
  return ids;
}

function loweredOf(reader: Reader, node: TSESTree.Node | undefined): Config['lowered'] {
  if (node === undefined) return false;
  if (node.type === AST_NODE_TYPES.Literal && typeof node.value === 'boolean') return node.value;
  if (node.type === AST_NODE_TYPES.ArrayExpression) {
    const folders = node.elements.flatMap((each) =>
      each?.type === AST_NODE_TYPES.Literal && typeof each.value === 'string' ? each.value : [],
    );
    if (folders.length === node.elements.length) return folders;
  }
  say(reader, node, 'lowered is true, false or a list of folders');
  return false;
}
