import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Gap } from './gap.ts';
import { isGap, type Module, type Node } from './parse.ts';
import { openModule, remember, type Session } from './session.ts';
import { calledName, plainKey, unwrap } from './tree.ts';

/** What a module exports under one name. */
type Export<At> =
  | { readonly kind: 'from'; readonly specifier: string; readonly name: string }
  /** A variable of the module, by its name there. */
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'expression'; readonly node: At };

/** The names that a module exports. `At` is the expression's node, or null in what is kept. */
export interface ModuleExports<At = Node> {
  readonly names: ReadonlyMap<string, Export<At>>;
  /** `export * from`, `__exportStar(require(…), exports)`. */
  readonly stars: readonly string[];
  /** What `module.exports = …` or `export = …` gives, if anything. */
  readonly whole: At | null;
  readonly hasWhole: boolean;
  readonly style: 'es' | 'commonjs' | 'json';
  /** Whether it can lead to anything outside itself. */
  readonly imports: boolean;
}

/** The names alone, kept while the file is as it is. */
export function namesOf(session: Session, file: string): ModuleExports<null> | Gap {
  return remember(session, `names ${file}`, () => {
    const module = openModule(session, file);
    if (isGap(module)) return module;
    const { names, whole, ...rest } = exportsOf(module);
    const bare = new Map<string, Export<null>>();
    for (const [name, each] of names) bare.set(name, each.kind === 'expression' ? { ...each, node: null } : each);
    return { ...rest, names: bare, whole: null, hasWhole: whole !== null };
  });
}

const collected = new WeakMap<Module, ModuleExports>();

export function exportsOf(module: Module): ModuleExports {
  let known = collected.get(module);
  if (known === undefined) collected.set(module, (known = module.json ? jsonExports(module) : collect(module)));
  return known;
}

function jsonExports(module: Module): ModuleExports {
  const [statement] = module.tree.body;
  const root = statement?.type === AST_NODE_TYPES.ExpressionStatement ? statement.expression : null;
  const names = new Map<string, Export<Node>>();
  return { names, stars: [], whole: root, hasWhole: root !== null, style: 'json', imports: false };
}

interface Collection {
  readonly names: Map<string, Export<Node>>;
  readonly stars: string[];
  whole: Node | null;
  es: boolean;
}

function collect(module: Module): ModuleExports {
  const collection: Collection = { names: new Map(), stars: [], whole: null, es: false };
  for (const statement of module.tree.body) collectStatement(collection, statement);
  const { names, stars, whole, es } = collection;
  const imports = /\b(?:import|require|from)\b/.test(module.text);
  return { names, stars, whole, hasWhole: whole !== null, style: es ? 'es' : 'commonjs', imports };
}

function collectStatement(collection: Collection, statement: TSESTree.ProgramStatement): void {
  switch (statement.type) {
    case AST_NODE_TYPES.ExportNamedDeclaration:
      collection.es = true;
      collectNamed(collection, statement);
      break;
    case AST_NODE_TYPES.ExportDefaultDeclaration:
      collection.es = true;
      collection.names.set('default', defaultExport(statement.declaration));
      break;
    case AST_NODE_TYPES.ExportAllDeclaration:
      collection.es = true;
      if (statement.exported === null) collection.stars.push(statement.source.value);
      else
        collection.names.set(nameOf(statement.exported), {
          kind: 'from',
          specifier: statement.source.value,
          name: '*',
        });
      break;
    case AST_NODE_TYPES.ImportDeclaration:
      collection.es = true;
      break;
    case AST_NODE_TYPES.TSExportAssignment:
      collection.whole = statement.expression;
      break;
    case AST_NODE_TYPES.ExpressionStatement:
      collectExpression(collection, statement.expression);
      break;
    case AST_NODE_TYPES.VariableDeclaration:
      for (const { init } of statement.declarations) if (init !== null) collectExpression(collection, init);
      break;
    default:
      break;
  }
}

function collectNamed({ names }: Collection, statement: TSESTree.ExportNamedDeclaration): void {
  const { declaration, source } = statement;
  for (const { local, exported } of statement.specifiers) {
    const from = nameOf(local);
    names.set(
      nameOf(exported),
      source === null ? { kind: 'variable', name: from } : { kind: 'from', specifier: source.value, name: from },
    );
  }
  for (const name of declaredNames(declaration)) names.set(name, { kind: 'variable', name });
}

function defaultExport(declaration: TSESTree.ExportDefaultDeclaration['declaration']): Export<Node> {
  if (declaration.type === AST_NODE_TYPES.Identifier) return { kind: 'variable', name: declaration.name };
  if (
    (declaration.type === AST_NODE_TYPES.FunctionDeclaration || declaration.type === AST_NODE_TYPES.ClassDeclaration) &&
    declaration.id !== null
  )
    return { kind: 'variable', name: declaration.id.name };
  return { kind: 'expression', node: declaration };
}

function declaredNames(declaration: TSESTree.Node | null): string[] {
  if (declaration === null) return [];
  if (declaration.type === AST_NODE_TYPES.VariableDeclaration)
    return declaration.declarations.flatMap(({ id }) => boundNames(id));
  if ('id' in declaration && declaration.id?.type === AST_NODE_TYPES.Identifier) return [declaration.id.name];
  return [];
}

/** The names that a pattern binds. */
export function boundNames(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case AST_NODE_TYPES.Identifier:
      return [pattern.name];
    case AST_NODE_TYPES.ObjectPattern:
      return pattern.properties.flatMap((each) =>
        boundNames(each.type === AST_NODE_TYPES.Property ? each.value : each.argument),
      );
    case AST_NODE_TYPES.ArrayPattern:
      return pattern.elements.flatMap(boundNames);
    case AST_NODE_TYPES.AssignmentPattern:
      return boundNames(pattern.left);
    case AST_NODE_TYPES.RestElement:
      return boundNames(pattern.argument);
    default:
      return [];
  }
}

/** What a statement at the top of a CommonJS module gives to `exports`. */
function collectExpression(collection: Collection, expression: Node): void {
  const node = unwrap(expression);
  switch (node.type) {
    case AST_NODE_TYPES.SequenceExpression:
      for (const each of node.expressions) collectExpression(collection, each);
      break;
    case AST_NODE_TYPES.LogicalExpression:
      collectExpression(collection, node.right);
      break;
    case AST_NODE_TYPES.AssignmentExpression:
      collectAssignment(collection, node);
      break;
    case AST_NODE_TYPES.CallExpression:
      collectCall(collection, node);
      break;
    default:
      break;
  }
}

function collectAssignment(collection: Collection, node: TSESTree.AssignmentExpression): void {
  // exports.a = exports.b = value: each name gets what stands at the end.
  collectExpression(collection, node.right);
  const value = lastAssigned(node);
  if (isWhole(node.left)) collection.whole = value;
  const name = exportedName(node.left);
  if (name !== null && !isVoid(value)) collection.names.set(name, { kind: 'expression', node: value });
}

function lastAssigned(node: Node): Node {
  let value = node;
  while (value.type === AST_NODE_TYPES.AssignmentExpression) value = unwrap(value.right);
  return value;
}

function isVoid(node: Node): boolean {
  return node.type === AST_NODE_TYPES.UnaryExpression && node.operator === 'void';
}

/** `module.exports` */
export function isWhole(node: Node): boolean {
  return (
    node.type === AST_NODE_TYPES.MemberExpression &&
    node.object.type === AST_NODE_TYPES.Identifier &&
    node.object.name === 'module' &&
    plainKey(node.property, node.computed) === 'exports'
  );
}

/** `name` of `exports.name` or `module.exports.name` */
export function exportedName(node: Node): string | null {
  if (node.type !== AST_NODE_TYPES.MemberExpression || !isExports(node.object)) return null;
  return plainKey(node.property, node.computed);
}

function isExports(node: Node): boolean {
  return (node.type === AST_NODE_TYPES.Identifier && node.name === 'exports') || isWhole(node);
}

/** What compilers write: `Object.defineProperty(exports, 'a', { get })`, `__exportStar(require('./x'), exports)`, `__export(x, { a: () => a })`. */
function collectCall(collection: Collection, node: TSESTree.CallExpression): void {
  const [first, second, third] = node.arguments;
  const name = calledName(node);
  if (first === undefined) return;
  if (name === 'defineProperty' && isExports(first) && second?.type === AST_NODE_TYPES.Literal && third !== undefined) {
    const value = definedValue(third);
    if (value !== null) collection.names.set(String(second.value), { kind: 'expression', node: value });
  } else if (
    (name === '__exportStar' || name === '__export' || name === '__reExport') &&
    star(collection, node.arguments)
  ) {
    return;
  } else if (name === '__export' && second?.type === AST_NODE_TYPES.ObjectExpression) {
    for (const property of second.properties) {
      if (property.type !== AST_NODE_TYPES.Property) continue;
      const key = plainKey(property.key, property.computed);
      const value = returned(property.value);
      if (key !== null && value !== null) collection.names.set(key, { kind: 'expression', node: value });
    }
  } else if (name === 'assign' && isExports(first)) {
    star(collection, node.arguments);
  }
}

function star(collection: Collection, nodes: readonly Node[]): boolean {
  let found = false;
  for (const node of nodes) {
    const specifier = requiredBy(node);
    if (specifier !== null) {
      collection.stars.push(specifier);
      found = true;
    }
  }
  return found;
}

/** The specifier of `require('…')`. */
export function requiredBy(node: Node): string | null {
  if (
    node.type !== AST_NODE_TYPES.CallExpression ||
    node.callee.type !== AST_NODE_TYPES.Identifier ||
    node.callee.name !== 'require'
  )
    return null;
  const [specifier] = node.arguments;
  return specifier?.type === AST_NODE_TYPES.Literal && typeof specifier.value === 'string' ? specifier.value : null;
}

function definedValue(descriptor: Node): Node | null {
  if (descriptor.type !== AST_NODE_TYPES.ObjectExpression) return null;
  for (const property of descriptor.properties) {
    if (property.type !== AST_NODE_TYPES.Property) continue;
    const key = plainKey(property.key, property.computed);
    if (key === 'value') return property.value.type === AST_NODE_TYPES.Literal ? null : property.value;
    if (key === 'get') return returned(property.value);
  }
  return null;
}

/** The expression that a function of one return gives back. */
export function returned(node: Node): Node | null {
  if (
    node.type !== AST_NODE_TYPES.ArrowFunctionExpression &&
    node.type !== AST_NODE_TYPES.FunctionExpression &&
    node.type !== AST_NODE_TYPES.FunctionDeclaration
  )
    return null;
  // A function that is only declared has no body, whatever the tree's types say.
  const body = node.body as TSESTree.BlockStatement | TSESTree.Expression | null;
  if (node.generator || body === null) return null;
  if (body.type !== AST_NODE_TYPES.BlockStatement) return body;
  const [statement] = body.body;
  return body.body.length === 1 && statement?.type === AST_NODE_TYPES.ReturnStatement ? statement.argument : null;
}

export function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === AST_NODE_TYPES.Identifier ? node.name : node.value;
}
