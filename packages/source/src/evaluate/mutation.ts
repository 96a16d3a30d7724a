import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Variable } from '@typescript-eslint/scope-manager';
import { kept } from '../text/kept.ts';
import type { Module, Node } from '../text/parse.ts';
import { calledName, nodesBelow, plainKey, SETS, unwrap, variableOf } from '../text/tree.ts';

/** A place where an object that is there already may be changed. */
export interface Mutation {
  /** The whole of it. */
  readonly node: Node;
  /** What is changed: the object, or for a function's call the call itself. */
  readonly target: Node;
  readonly change:
    /** `target.key = …`, also through a pattern: `member` takes what it takes out of `right`; null where that is not followed. */
    | { readonly kind: 'write'; readonly member: TSESTree.MemberExpression; readonly right: Written | null }
    | { readonly kind: 'delete'; readonly member: TSESTree.MemberExpression }
    /** `target.method(…)` */
    | { readonly kind: 'method'; readonly name: string; readonly call: TSESTree.CallExpression }
    /** A call of what may be `Object.assign` or one of its kin, by whichever name. */
    | { readonly kind: 'function'; readonly call: TSESTree.CallExpression };
}

interface Written {
  readonly pattern: Node;
  readonly value: Node;
}

const METHODS: readonly string[] = [
  ...['push', 'unshift', 'splice', 'pop', 'shift', 'fill', 'copyWithin', 'sort', 'reverse', 'set', 'add', 'delete'],
  ...['clear', '__defineGetter__', '__defineSetter__'],
];
const FUNCTIONS: readonly string[] = [
  'assign',
  'defineProperty',
  'defineProperties',
  'setPrototypeOf',
  'set',
  'deleteProperty',
];

/** What a piece of text holds that changes anything: a table alone is not walked. */
const CHANGES = new RegExp(
  String.raw`\+\+|--|(?<![=!<>])=(?![=>])|<<=|>>=|\b(?:delete|for|${[...METHODS, ...FUNCTIONS].join('|')})\b`,
);
const NAMES_FUNCTION = new RegExp(String.raw`\b(?:${FUNCTIONS.join('|')})\b`);

/** Where a module changes objects, as its syntax shows it. */
export const mutationsOf: (module: Module) => readonly Mutation[] = kept(({ json, text, tree }) => {
  const named = NAMES_FUNCTION.test(text);
  if (json) return [];
  return tree.body.flatMap((statement) =>
    partsOf(statement)
      .filter(({ range: [start, end] }) => CHANGES.test(text.slice(start, end)))
      .flatMap((part) => nodesBelow(part).flatMap((node) => mutationsAt(node, named))),
  );
});

/** The variable that a target begins with: `table` of `table.a.b`. */
export function rootOf(module: Module, target: Node): Variable | null | undefined {
  let node = unwrap(target);
  while (node.type === AST_NODE_TYPES.MemberExpression) node = unwrap(node.object);
  return node.type === AST_NODE_TYPES.Identifier ? variableOf(module, node) : null;
}

/** A declaration's own `=` changes nothing. */
function partsOf(statement: Node): readonly Node[] {
  const isExport =
    statement.type === AST_NODE_TYPES.ExportNamedDeclaration ||
    statement.type === AST_NODE_TYPES.ExportDefaultDeclaration;
  const inner = isExport && statement.declaration !== null ? statement.declaration : statement;
  if (inner.type !== AST_NODE_TYPES.VariableDeclaration) return [statement];
  return inner.declarations.flatMap(({ id, init }) => {
    const pattern = id.type === AST_NODE_TYPES.Identifier ? [] : [id];
    return init === null ? pattern : [...pattern, init];
  });
}

function mutationsAt(node: Node, named: boolean): readonly Mutation[] {
  switch (node.type) {
    case AST_NODE_TYPES.AssignmentExpression: {
      return membersOf(node.left).map((member) =>
        written(node, member, SETS.has(node.operator) ? { pattern: node.left, value: node.right } : null),
      );
    }
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ForInStatement:
      return membersOf(node.left).map((member) => written(node, member, null));
    case AST_NODE_TYPES.UpdateExpression:
      return membersOf(node.argument).map((member) => written(node, member, null));
    case AST_NODE_TYPES.UnaryExpression:
      if (node.operator !== 'delete') return [];
      return membersOf(node.argument).map((member) => {
        return { node, target: member.object, change: { kind: 'delete', member } };
      });
    case AST_NODE_TYPES.CallExpression:
      return calledAt(node, named);
    default:
      return [];
  }
}

function written(node: Node, member: TSESTree.MemberExpression, right: Written | null): Mutation {
  return { node, target: member.object, change: { kind: 'write', member, right } };
}

/** The members that a target of an assignment writes to, through patterns. */
function membersOf(target: Node): readonly TSESTree.MemberExpression[] {
  const inner = unwrap(target);
  switch (inner.type) {
    case AST_NODE_TYPES.MemberExpression:
      return [inner];
    case AST_NODE_TYPES.ArrayPattern:
      return inner.elements.flatMap((element) => (element === null ? [] : membersOf(element)));
    case AST_NODE_TYPES.ObjectPattern:
      return inner.properties.flatMap((each) =>
        membersOf(each.type === AST_NODE_TYPES.Property ? each.value : each.argument),
      );
    case AST_NODE_TYPES.AssignmentPattern:
      return membersOf(inner.left);
    case AST_NODE_TYPES.RestElement:
      return membersOf(inner.argument);
    default:
      return [];
  }
}

function calledAt(call: TSESTree.CallExpression, named: boolean): readonly Mutation[] {
  const callee = unwrap(call.callee);
  const mutations: Mutation[] = [];
  if (callee.type === AST_NODE_TYPES.MemberExpression) {
    const name = plainKey(callee.property, callee.computed);
    if (name !== null && METHODS.includes(name))
      mutations.push({ node: call, target: callee.object, change: { kind: 'method', name, call } });
    const [list] = call.arguments;
    const method = unwrap(callee.object);
    if (
      (name === 'call' || name === 'apply') &&
      list !== undefined &&
      method.type === AST_NODE_TYPES.MemberExpression
    ) {
      const borrowed = plainKey(method.property, method.computed);
      if (borrowed !== null && METHODS.includes(borrowed))
        mutations.push({ node: call, target: list, change: { kind: 'method', name: `${borrowed}.${name}`, call } });
    }
  }
  if (named && call.arguments.length > 0 && mayBeFunction(call, callee))
    mutations.push({ node: call, target: call, change: { kind: 'function', call } });
  return mutations;
}

function mayBeFunction(call: TSESTree.CallExpression, callee: Node): boolean {
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return callee.type !== AST_NODE_TYPES.FunctionExpression;
  const name = calledName(call);
  return name === null || name === 'call' || name === 'apply' || FUNCTIONS.includes(name);
}

const GLOBAL = /^(?:globalThis|window|self|global)\./;
const CALLED = new RegExp(String.raw`^(?:Object|Reflect)\.(${FUNCTIONS.join('|')})(?:\.(call|apply))?$`);

/** What a global's dotted name changes: the function's name, and whether it is reached through `call` or `apply`. */
export function changingFunction(name: string): { readonly name: string; readonly through?: string } | null {
  const match = CALLED.exec(name.replace(GLOBAL, ''));
  if (match?.[1] === undefined) return null;
  return match[2] === undefined ? { name: match[1] } : { name: match[1], through: match[2] };
}
