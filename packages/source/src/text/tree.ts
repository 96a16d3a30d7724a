import type { Definition, DefinitionType, Reference, Scope, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { kept } from './kept.ts';
import type { Module, Node } from './parse.ts';
import { countBelow } from './sorted.ts';

/** Every node below one, itself first, in the order of the text. It needs no stack of calls, however deep or wide the tree. */
export function nodesBelow(root: Node, isOpened: (node: Node) => boolean = () => true): readonly Node[] {
  const found: Node[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    if (node !== root && !isOpened(node)) continue;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index] as Node);
  }
  return found;
}

export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    if (!Array.isArray(child)) {
      if (isNode(child)) children.push(child);
      continue;
    }
    for (const each of child) if (isNode(each)) children.push(each);
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

/** What was found around the nodes of a tree, and below which nodes it was looked for. */
interface Surroundings {
  readonly parents: Map<Node, Node>;
  readonly walked: Set<Node>;
}

const surroundingsOf = kept((_module: Module): Surroundings => ({ parents: new Map(), walked: new Set() }));

/** The node around a node. Hosts set it on the node; in oxc's trees each statement of the module is walked when one of its nodes is asked for. */
export function parentOf(module: Module, node: Node): Node | undefined {
  const own = (node as { readonly parent?: Node | null }).parent;
  if (own != null) return own;
  const around = surroundingsOf(module);
  const found = around.parents.get(node);
  if (found !== undefined || node === module.tree) return found;
  const statement = statementAt(module, node.range[0]);
  if (statement !== undefined) walk(around, module, statement);
  // A decorator may stand outside the range of what it decorates.
  if (!around.parents.has(node)) for (const each of module.tree.body) walk(around, module, each);
  return around.parents.get(node);
}

function walk({ parents, walked }: Surroundings, { tree }: Module, statement: Node): void {
  if (walked.has(statement)) return;
  walked.add(statement);
  parents.set(statement, tree);
  for (const outer of nodesBelow(statement)) for (const child of childrenOf(outer)) parents.set(child, outer);
}

/** The statement of the module in which an offset stands: the last one that begins before it. */
function statementAt({ tree }: Module, offset: number): Node | undefined {
  const after = countBelow(tree.body, offset + 1, (statement) => statement.range[0]);
  return tree.body[Math.max(0, after - 1)];
}

/** By where an identifier begins: a shorthand property has a key there too, which is another node. */
type References = ReadonlyMap<number, Pick<Reference, 'identifier' | 'resolved'>>;

/** The variable that an identifier reads or writes; null for a global, undefined for what is no reference. */
export function variableOf(module: Module, node: Node): Variable | null | undefined {
  const reference = referencesOf(module).get(node.range[0]);
  if (reference?.identifier !== node) return undefined;
  const { resolved } = reference;
  return resolved === null || resolved.defs.length === 0 ? null : resolved;
}

const referencesOf = kept(({ scopes }: Module): References => {
  const found = new Map<number, Reference>();
  for (const scope of scopes.scopes)
    for (const reference of scope.references) found.set(reference.identifier.range[0], reference);
  return found;
});

/** The scopes of a module's own level, and the variables in them. */
interface Top {
  readonly scopes: readonly Scope[];
  readonly variables: readonly Variable[];
}

const topOf = kept((module: Module): Top => {
  const scopes = module.scopes.scopes.filter((scope) => scope.block.type === AST_NODE_TYPES.Program);
  const variables = scopes.flatMap((scope) => scope.variables.filter((variable) => variable.defs.length > 0));
  return { scopes, variables };
});

/** The variables of the module's own scope. */
export function topVariables(module: Module): readonly Variable[] {
  return topOf(module).variables;
}

/** A variable of the module's own scope, by its name. */
export function topVariable(module: Module, name: string): Variable | undefined {
  for (const scope of topOf(module).scopes) {
    const variable = scope.set.get(name);
    if (variable !== undefined && variable.defs.length > 0) return variable;
  }
  return undefined;
}

/** By the enum's text: the enum itself would load the package that finds scopes. */
export function isDefinedAs(definition: Definition, type: `${DefinitionType}`): boolean {
  const own: string = definition.type;
  return own === type;
}

export function isImport(variable: Variable): boolean {
  return variable.defs.some((definition) => isDefinedAs(definition, 'ImportBinding'));
}

/** Whether a reference is to a value. Scopes of a host that knows no types tell of nothing else, and do not say so. */
export function isOfValue(reference: Partial<Reference>): boolean {
  return reference.isValueReference !== false;
}

/** The operators that write what stands on their right. */
export const SETS: ReadonlySet<string> = new Set(['=', '||=', '??=', '&&=']);

/** Whether what stands behind a statement is never reached from it. `ends` tells of calls that never return. */
export function leaves(statement: Node | null | undefined, ends: (expression: Node) => boolean = () => false): boolean {
  const leave = (each: Node | null | undefined): boolean => leaves(each, ends);
  switch (statement?.type) {
    case AST_NODE_TYPES.ReturnStatement:
    case AST_NODE_TYPES.ThrowStatement:
    case AST_NODE_TYPES.ContinueStatement:
    case AST_NODE_TYPES.BreakStatement:
      return true;
    case AST_NODE_TYPES.ExpressionStatement:
      return ends(statement.expression);
    case AST_NODE_TYPES.BlockStatement:
      return leave(statement.body.at(-1));
    case AST_NODE_TYPES.TryStatement:
      return (
        leave(statement.finalizer) ||
        (leave(statement.block) && (statement.handler === null || leave(statement.handler.body)))
      );
    case AST_NODE_TYPES.SwitchStatement: {
      const { cases } = statement;
      const hasBreak = cases.some(({ consequent }) =>
        consequent.some((each) => nodesBelow(each, isNoLoop).some(isBreak)),
      );
      return !hasBreak && cases.some(({ test }) => test === null) && leave(cases.at(-1)?.consequent.at(-1));
    }
    case AST_NODE_TYPES.IfStatement:
      return statement.alternate != null && leave(statement.consequent) && leave(statement.alternate);
    default:
      return false;
  }
}

function isBreak(node: Node): boolean {
  return node.type === AST_NODE_TYPES.BreakStatement;
}

/** What a `break` within it does not leave. */
function isNoLoop({ type }: Node): boolean {
  return (
    !type.endsWith('Statement') ||
    type === AST_NODE_TYPES.BlockStatement ||
    type === AST_NODE_TYPES.IfStatement ||
    type === AST_NODE_TYPES.TryStatement
  );
}

/** What stands under casts, `!`, `?.` and `<Type>`: nodes that do not change a value. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case AST_NODE_TYPES.TSAsExpression:
      case AST_NODE_TYPES.TSSatisfiesExpression:
      case AST_NODE_TYPES.TSNonNullExpression:
      case AST_NODE_TYPES.TSTypeAssertion:
      case AST_NODE_TYPES.TSInstantiationExpression:
      case AST_NODE_TYPES.ChainExpression:
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** The name of a property that is written out: `a.b`, `a['b']`, `{ b: … }`, `{ 'b': … }`, `{ 1e3: … }`; null where it is computed. */
export function plainKey(key: Node, computed: boolean): string | null {
  if (!computed && key.type === AST_NODE_TYPES.Identifier) return key.name;
  if (key.type === AST_NODE_TYPES.PrivateIdentifier) return `#${key.name}`;
  if (key.type === AST_NODE_TYPES.Literal) return literalKey(key);
  return null;
}

function literalKey(key: TSESTree.Literal): string {
  if ('bigint' in key) return String(BigInt(key.bigint));
  return String(key.value);
}

/** The expression of a template that is nothing else: `${task}`. */
export function onlyExpression({ quasis, expressions }: TSESTree.TemplateLiteral): Node | null {
  const isAlone = expressions.length === 1 && quasis.every(({ value }) => value.raw === '');
  return isAlone ? (expressions[0] ?? null) : null;
}

/** The name that a call calls, its own or a member's; null where it has none. */
export function calledName(node: TSESTree.CallExpression): string | null {
  const callee = unwrap(node.callee);
  if (callee.type === AST_NODE_TYPES.Identifier) return callee.name;
  return callee.type === AST_NODE_TYPES.MemberExpression ? plainKey(callee.property, callee.computed) : null;
}
