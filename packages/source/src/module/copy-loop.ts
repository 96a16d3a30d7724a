import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { copiesAll, keepsAll } from './copy-filter.ts';
import type { Module, Node } from '../text/parse.ts';
import { returned } from './returned.ts';
import { nodesBelow, plainKey, unwrap, variableOf } from '../text/tree.ts';

/** A loop that gives every property of one object to another: what compilers write for `export *`. */
export interface CopyLoop {
  /** `getters`: the properties of `from` are functions that answer the values, or getters. */
  readonly kind: 'copies' | 'getters';
  readonly from: Node;
  readonly to: Node;
}

interface Loop {
  readonly key: string;
  /** The name of the property's value, in a loop over entries. */
  readonly value: string | null;
  readonly from: Node;
  readonly body: Node;
}

/** Null for what is no such loop: `for (k in from)`, `for (k of keys(from))`, `keys(from).forEach((k) => …)`. */
export function copyLoopOf(module: Module, node: Node): CopyLoop | null {
  const loop = loopOf(module, node);
  if (loop === null || !copiesAll(loop.body, loop.key)) return null;
  for (const inner of nodesBelow(loop.body)) {
    const found = actionOf(module, loop, inner);
    if (found !== null) return { ...found, from: loop.from };
  }
  return null;
}

function loopOf(module: Module, node: Node): Loop | null {
  switch (node.type) {
    case AST_NODE_TYPES.ForInStatement: {
      const names = namesOfTarget(node.left);
      return names === null ? null : { ...names, from: unwrap(node.right), body: node.body };
    }
    case AST_NODE_TYPES.ForOfStatement:
      return made(namesOfTarget(node.left), listed(module, node.right), node.body);
    case AST_NODE_TYPES.CallExpression: {
      const callee = unwrap(node.callee);
      const [callback] = node.arguments;
      if (callee.type !== AST_NODE_TYPES.MemberExpression || plainKey(callee.property, callee.computed) !== 'forEach')
        return null;
      if (callback === undefined || !('params' in callback)) return null;
      const [param] = callback.params;
      return made(param === undefined ? null : namesOfTarget(param), listed(module, callee.object), callback.body);
    }
    default:
      return null;
  }
}

function made(names: Pick<Loop, 'key' | 'value'> | null, from: Node | null, body: Node | null): Loop | null {
  return names === null || from === null || body === null ? null : { ...names, from, body };
}

function namesOfTarget(node: Node): Pick<Loop, 'key' | 'value'> | null {
  const target = node.type === AST_NODE_TYPES.VariableDeclaration ? node.declarations[0].id : node;
  if (target.type === AST_NODE_TYPES.Identifier) return { key: target.name, value: null };
  if (target.type !== AST_NODE_TYPES.ArrayPattern) return null;
  const [key = null, value = null] = target.elements;
  if (key?.type !== AST_NODE_TYPES.Identifier || value?.type !== AST_NODE_TYPES.Identifier) return null;
  return { key: key.name, value: value.name };
}

const SAME_LIST = new Set(['concat', 'sort', 'reverse']);

/** Whose keys or entries a list holds: `Object.keys(from)`, under whichever name. */
function listed(module: Module, node: Node): Node | null {
  const list = unwrap(node);
  if (list.type === AST_NODE_TYPES.Identifier) {
    const definition = variableOf(module, list)?.defs[0]?.node;
    const init = definition?.type === AST_NODE_TYPES.VariableDeclarator ? definition.init : null;
    return init === null || unwrap(init).type === AST_NODE_TYPES.Identifier ? null : listed(module, init);
  }
  if (list.type !== AST_NODE_TYPES.CallExpression) return null;
  const callee = unwrap(list.callee);
  if (callee.type === AST_NODE_TYPES.MemberExpression) {
    const method = plainKey(callee.property, callee.computed);
    if (method === 'filter') return keepsAll(list.arguments[0]) ? listed(module, callee.object) : null;
    if (method !== null && SAME_LIST.has(method)) return listed(module, callee.object);
  }
  const [argument] = list.arguments;
  if (argument === undefined) return null;
  const object = unwrap(argument);
  // `Object(from)`
  return object.type === AST_NODE_TYPES.CallExpression && object.arguments[0] !== undefined
    ? unwrap(object.arguments[0])
    : object;
}

/** What one node of a loop's body does with the property: where it puts it. */
function actionOf(module: Module, loop: Loop, node: Node): Pick<CopyLoop, 'kind' | 'to'> | null {
  if (node.type === AST_NODE_TYPES.AssignmentExpression) {
    const { left, right } = node;
    if (left.type !== AST_NODE_TYPES.MemberExpression || !left.computed || !isNamed(left.property, loop.key))
      return null;
    return isElement(module, loop, right) ? { kind: 'copies', to: left.object } : null;
  }
  if (node.type !== AST_NODE_TYPES.CallExpression) return null;
  const [to] = node.arguments;
  const at = node.arguments.findIndex((argument) => isNamed(argument, loop.key));
  if (to === undefined || at < 1) return null;
  for (const given of node.arguments) {
    if (given === to || given === node.arguments[at]) continue;
    const kind = kindOf(module, loop, given);
    if (kind !== null) return { kind, to };
  }
  return null;
}

function kindOf(module: Module, loop: Loop, given: Node): CopyLoop['kind'] | null {
  if (given.type !== AST_NODE_TYPES.ObjectExpression) return mentions(module, loop, given) ? 'copies' : null;
  const getter = propertyOf(given, 'get') ?? propertyOf(given, 'value');
  if (getter === null) return null;
  const answer = returned(getter);
  if (answer !== null) return isElement(module, loop, answer) ? 'copies' : null;
  if (!mentions(module, loop, getter)) return null;
  return propertyOf(given, 'get') === null ? 'copies' : 'getters';
}

export function propertyOf(object: TSESTree.ObjectExpression, key: string): Node | null {
  for (const property of object.properties)
    if (property.type === AST_NODE_TYPES.Property && plainKey(property.key, property.computed) === key)
      return property.value;
  return null;
}

/** `from[key]` */
function isElement(module: Module, loop: Loop, node: Node): boolean {
  const value = unwrap(node);
  if (loop.value !== null && isNamed(value, loop.value)) return true;
  return (
    value.type === AST_NODE_TYPES.MemberExpression &&
    value.computed &&
    isNamed(value.property, loop.key) &&
    isSame(module, value.object, loop.from)
  );
}

function mentions(module: Module, loop: Loop, node: Node): boolean {
  return nodesBelow(node).some((inner) => isSame(module, inner, loop.from));
}

function isSame({ text, shift }: Module, one: Node, other: Node): boolean {
  const written = ({ range }: Node): string => text.slice(range[0] - shift, range[1] - shift);
  return one.type === other.type && written(one) === written(other);
}

function isNamed(node: Node, name: string): boolean {
  return node.type === AST_NODE_TYPES.Identifier && node.name === name;
}
