import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Variable } from '@typescript-eslint/scope-manager';
import { FUNCTIONS, METHODS } from './mutation.ts';
import type { Module, Node } from '../text/parse.ts';
import { parentOf, plainKey, unwrap } from '../text/tree.ts';

/** The first place of a module that changes what a variable holds, without giving it another value. */
export function mutationOf(module: Module, variable: Variable): Node | null {
  for (const reference of variable.references) {
    const found = mutationAt(module, reference.identifier);
    if (found !== null) return found;
  }
  return null;
}

function mutationAt(module: Module, reference: Node): Node | null {
  let node = reference;
  let parent = parentOf(module, node);
  let depth = 0;
  while (parent !== undefined) {
    if (parent.type === AST_NODE_TYPES.MemberExpression && parent.object === node) depth++;
    else if (unwrap(parent) !== unwrap(node)) break;
    node = parent;
    parent = parentOf(module, node);
  }
  if (parent === undefined) return null;
  if (depth > 0 && isChange(parent, node)) return parent;
  if (parent.type === AST_NODE_TYPES.CallExpression && parent.callee === node && depth > 0) {
    const member = unwrap(node);
    const name = member.type === AST_NODE_TYPES.MemberExpression ? plainKey(member.property, member.computed) : null;
    return name !== null && METHODS.includes(name) ? parent : null;
  }
  return parent.type === AST_NODE_TYPES.CallExpression && parent.arguments[0] === node && changesFirst(parent.callee)
    ? parent
    : null;
}

function isChange(parent: Node, node: Node): boolean {
  switch (parent.type) {
    case AST_NODE_TYPES.AssignmentExpression:
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ForInStatement:
      return parent.left === node;
    case AST_NODE_TYPES.UpdateExpression:
      return true;
    case AST_NODE_TYPES.UnaryExpression:
      return parent.operator === 'delete';
    default:
      return false;
  }
}

/** `Object.assign`, `Object.defineProperty`, `Reflect.set` and their kin. */
function changesFirst(callee: Node): boolean {
  if (callee.type !== AST_NODE_TYPES.MemberExpression || callee.object.type !== AST_NODE_TYPES.Identifier) return false;
  if (callee.object.name !== 'Object' && callee.object.name !== 'Reflect') return false;
  return FUNCTIONS.includes(plainKey(callee.property, callee.computed) ?? '');
}
