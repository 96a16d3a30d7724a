import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { parentOf } from '../text/tree.ts';

/**
 * A folded call's answer as an expression that means the same where the call stood; or why there is none.
 *
 * Shape: it begins with no parenthesis, which in code without semicolons would call what stands on the line before.
 */
export function answerText(
  module: Module,
  call: Node,
  answer: string | number,
): { readonly text: string } | { readonly reason: string } {
  if (isInEnum(module, call)) return { reason: 'it says what a member of an enum is' };
  if (mayBeType(module, call)) return { reason: 'its answer may be taken for a type there' };
  const text = JSON.stringify(answer);
  const isNumber = typeof answer === 'number';
  // As a statement of its own a text may be taken for a directive, such as 'use strict'.
  const written = !isNumber && isStatement(module, call) ? `void ${text}` : text;
  const [start, end] = placeOf(module, call).range;
  // `return3`, `elsevoid`, `...3`
  const isJoined = written !== text || isNumber;
  const before = isJoined && /[\w$\\.\u0080-\uFFFF]/.test(module.text.charAt(start - 1)) ? ' ' : '';
  // `3.toFixed()`, `3!.toFixed()` without its types, `3in list`
  const after = isNumber && /[\w$\\.!\u0080-\uFFFF]/.test(module.text.charAt(end)) ? ' ' : '';
  return { text: `${before}${written}${after}` };
}

/** Whether an expression is all of a statement, whatever is cast there. */
function isStatement(module: Module, node: Node): boolean {
  const parent = parentOf(module, node);
  switch (parent?.type) {
    case AST_NODE_TYPES.ExpressionStatement:
      return true;
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
    case AST_NODE_TYPES.TSTypeAssertion:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.ChainExpression:
      return isStatement(module, parent);
    default:
      return false;
  }
}

/** A member that is computed leads back to its name and gives the next one no value; a constant one does otherwise. */
function isInEnum(module: Module, call: Node): boolean {
  for (let outer = parentOf(module, call); outer !== undefined; outer = parentOf(module, outer))
    if (outer.type === AST_NODE_TYPES.TSEnumMember) return true;
  return false;
}

/** `limit < 3, other > (2)`: where no call stands between the two, a compiler takes them for the types of one call of `limit`. */
function mayBeType(module: Module, call: Node): boolean {
  for (let inner = call, outer = parentOf(module, call); outer !== undefined; outer = parentOf(module, outer)) {
    if (outer.type === AST_NODE_TYPES.BinaryExpression && outer.right === inner && /^<<?$/.test(outer.operator)) {
      const behind = module.text.slice(
        placeOf(module, call).range[1],
        placeOf(module, wholeOf(module, outer)).range[1],
      );
      if (/(?<!=)>(?!=)/.test(behind)) return true;
    }
    inner = outer;
  }
  return false;
}

/** Where one of these begins or ends, no list of types goes on. */
const BOUNDARY = /(?:Statement|Declaration|Definition|Container)$|^(?:Program|SwitchCase|StaticBlock|TemplateLiteral)$/;

/** All of an expression, up to where a statement begins. */
function wholeOf(module: Module, node: Node): Node {
  let whole = node;
  for (let outer = parentOf(module, node); outer !== undefined; outer = parentOf(module, outer)) {
    if (BOUNDARY.test(outer.type)) break;
    whole = outer;
  }
  return whole;
}
