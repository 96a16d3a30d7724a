import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Node } from '../text/parse.ts';
import { returned } from './returned.ts';
import { calledName, childrenOf, unwrap } from '../text/tree.ts';

/** The names that no copy of a module's exports takes along. */
const LEFT_OUT = new Set<unknown>(['default', '__esModule', 'length', 'name', 'prototype', 'arguments', 'caller']);

const ASKS_OWN = new Set(['hasOwnProperty', 'hasOwn', 'propertyIsEnumerable', 'call']);

/** Whether a loop's body copies every property, but for those that compilers leave out: any other condition is somebody's own. */
export function copiesAll(body: Node, key: string): boolean {
  const waiting = [body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    switch (node.type) {
      case AST_NODE_TYPES.IfStatement:
      case AST_NODE_TYPES.ConditionalExpression:
        if (!isUsual(node.test, key)) return false;
        waiting.push(...childrenOf(node).filter((child) => child !== node.test));
        break;
      case AST_NODE_TYPES.LogicalExpression:
        if (!isUsual(node.left, key)) return false;
        waiting.push(node.right);
        break;
      case AST_NODE_TYPES.BlockStatement:
      case AST_NODE_TYPES.ExpressionStatement:
      case AST_NODE_TYPES.SequenceExpression:
      case AST_NODE_TYPES.LabeledStatement:
        waiting.push(...childrenOf(node));
        break;
      case AST_NODE_TYPES.BreakStatement:
      case AST_NODE_TYPES.SwitchStatement:
      case AST_NODE_TYPES.TryStatement:
        return false;
      default:
        break;
    }
  }
  return true;
}

/** Whether a `filter` leaves out only those: `(key) => key !== 'default'`. */
export function keepsAll(callback: Node | undefined): boolean {
  if (callback === undefined || !('params' in callback)) return false;
  const [param] = callback.params;
  const answer = returned(callback);
  return param?.type === AST_NODE_TYPES.Identifier && answer !== null && isUsual(answer, param.name);
}

function isUsual(test: Node, key: string): boolean {
  const node = unwrap(test);
  switch (node.type) {
    case AST_NODE_TYPES.LogicalExpression:
      return isUsual(node.left, key) && isUsual(node.right, key);
    case AST_NODE_TYPES.UnaryExpression:
      return node.operator === '!' && isUsual(node.argument, key);
    case AST_NODE_TYPES.BinaryExpression: {
      if (node.operator === 'in') return true;
      const [left, right] = [unwrap(node.left), unwrap(node.right)];
      const isKey = (side: Node): boolean => side.type === AST_NODE_TYPES.Identifier && side.name === key;
      // `exports[key] === from[key]`: it is there already.
      if (isElementOf(left, isKey) && isElementOf(right, isKey)) return true;
      const other = isKey(left) ? right : isKey(right) ? left : null;
      return other?.type === AST_NODE_TYPES.Literal
        ? LEFT_OUT.has(other.value)
        : other?.type === AST_NODE_TYPES.Identifier;
    }
    case AST_NODE_TYPES.CallExpression:
      return ASKS_OWN.has(calledName(node) ?? '');
    default:
      return false;
  }
}

function isElementOf(node: Node, isKey: (node: Node) => boolean): boolean {
  return node.type === AST_NODE_TYPES.MemberExpression && node.computed && isKey(node.property);
}
