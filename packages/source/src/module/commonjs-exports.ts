import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { exportsCall } from './commonjs-calls.ts';
import { assignExports, exportBelow } from './commonjs-writes.ts';
import { copyLoopOf } from './copy-loop.ts';
import { isExportsName, isWhole } from './exports-name.ts';
import { gapAt } from '../text/gap.ts';
import { isHelper } from './helper.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { childrenOf, isDefinedAs, unwrap, variableOf } from '../text/tree.ts';
import { addBranches, nothingWritten, type WrittenExports } from './written-exports.ts';

/** A walk over a module, for what it gives to its exports. */
export interface Walk {
  readonly module: Module;
  /** What is passed to the parameters of functions that are called where they are written. */
  readonly passed: Map<Variable, Node>;
  /** Functions whose bodies were walked where they are called. */
  readonly entered: Set<Node>;
  readonly made: WrittenExports;
  /** Whether what is walked runs whenever the module is loaded. */
  readonly sure: boolean;
  /** Whether `this` is the module's exports. */
  readonly top: boolean;
}

/** What a module writes to `exports` and `module.exports`, wherever in it. */
export function collectCommonJs(module: Module, isEs: boolean): WrittenExports {
  const made = nothingWritten();
  const isWritten = /\bexports\b/.test(module.text) || (!isEs && /\bthis\b/.test(module.text));
  if (!isWritten) return made;
  const walk: Walk = { module, passed: new Map(), entered: new Set(), made, sure: true, top: !isEs };
  walkNodes(walk, module.tree.body);
  return made;
}

/** Walks nodes one after the other, and what is below them, without a stack of calls for what is only deep. */
export function walkNodes(walk: Walk, nodes: readonly Node[]): void {
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const next = walkNode(walk, node);
    for (let index = next.length - 1; index >= 0; index--) waiting.push(next[index] as Node);
  }
}

/** What of a node is still to be walked. */
function walkNode(walk: Walk, node: Node): readonly Node[] {
  switch (node.type) {
    case AST_NODE_TYPES.ArrowFunctionExpression:
    case AST_NODE_TYPES.FunctionExpression:
    case AST_NODE_TYPES.FunctionDeclaration:
      if (!isHelper(walk.module, node)) enter(walk, node, false);
      return [];
    case AST_NODE_TYPES.IfStatement:
    case AST_NODE_TYPES.ConditionalExpression:
      walkBranches(walk, node);
      return [];
    case AST_NODE_TYPES.LogicalExpression:
      return walkLogical(walk, node);
    case AST_NODE_TYPES.ForInStatement:
    case AST_NODE_TYPES.ForOfStatement:
      if (spreadsLoop(walk, node)) return [];
      walkNodes({ ...walk, sure: false }, childrenOf(node));
      return [];
    case AST_NODE_TYPES.ForStatement:
    case AST_NODE_TYPES.WhileStatement:
    case AST_NODE_TYPES.SwitchStatement:
    case AST_NODE_TYPES.TryStatement:
      walkNodes({ ...walk, sure: false }, childrenOf(node));
      return [];
    case AST_NODE_TYPES.ClassBody:
      walkNodes({ ...walk, top: false }, childrenOf(node));
      return [];
    case AST_NODE_TYPES.VariableDeclarator:
      return walkDeclarator(walk, node);
    case AST_NODE_TYPES.AssignmentExpression:
      return assignExports(walk, node, null) ?? childrenOf(node);
    case AST_NODE_TYPES.CallExpression:
      return spreadsLoop(walk, node) ? [] : (exportsCall(walk, node) ?? childrenOf(node));
    case AST_NODE_TYPES.UnaryExpression:
      if (node.operator === 'typeof' && isExports(walk, node.argument)) return [];
      if (node.operator === 'delete' && exportBelow(walk, node.argument) !== null)
        leaveOpen(walk, node, 'takes one of its exports away');
      return childrenOf(node);
    case AST_NODE_TYPES.BinaryExpression:
    case AST_NODE_TYPES.ReturnStatement:
      // To compare the exports, and to hand them to the loader, changes nothing.
      return childrenOf(node).filter((child) => !isExports(walk, child));
    case AST_NODE_TYPES.MemberExpression:
      if (isExports(walk, node)) break;
      return isExports(walk, node.object) ? (node.computed ? [node.property] : []) : childrenOf(node);
    case AST_NODE_TYPES.Identifier:
      break;
    default:
      return childrenOf(node);
  }
  if (isExports(walk, node)) leaveOpen(walk, node, 'hands its exports to what cannot be followed');
  return [];
}

/** `exports`, `module.exports`, or a name that stands for them. */
export function isExports(walk: Walk, node: Node): boolean {
  const target = unwrap(node);
  if (isExportsName(walk.module, target)) return true;
  if (target.type === AST_NODE_TYPES.ThisExpression) return walk.top;
  if (target.type !== AST_NODE_TYPES.Identifier) return false;
  const variable = variableOf(walk.module, target);
  if (variable == null) return false;
  const passed = walk.passed.get(variable);
  // What is passed is named outside of the function, where a name is never one of its own parameters.
  if (passed !== undefined) return passed !== target && isExports({ ...walk, top: false }, passed);
  const [definition] = variable.defs;
  if (definition === undefined || !isDefinedAs(definition, 'Variable')) return false;
  const writes = variable.references.filter((reference) => reference.isWrite());
  const init = writes.length === 1 ? writes[0]?.writeExpr : null;
  return init != null && init !== target && holdsExports(walk.module, init);
}

/** `module.exports`, or what is written there in the same breath: `const api = module.exports = {}`. */
function holdsExports(module: Module, init: Node): boolean {
  let value = unwrap(init);
  while (value.type === AST_NODE_TYPES.AssignmentExpression) {
    if (isWhole(value.left)) return true;
    value = unwrap(value.right);
  }
  return isExportsName(module, value);
}

export function leaveOpen({ module, made }: Walk, node: Node, reason: string): void {
  made.open.push(gapAt(placeOf(module, node), reason));
}

type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration;

/** Walks a function's body; once, where it is called. */
export function enter(walk: Walk, owner: FunctionNode, isCalled: boolean): void {
  if (walk.entered.has(owner)) return;
  walk.entered.add(owner);
  const top = walk.top && owner.type === AST_NODE_TYPES.ArrowFunctionExpression;
  walkNodes({ ...walk, top, sure: walk.sure && isCalled }, [...owner.params, owner.body]);
}

/** An `exports[key] = from[key]` for every key. */
function spreadsLoop(walk: Walk, node: Node): boolean {
  const loop = copyLoopOf(walk.module, node);
  if (loop?.kind !== 'copies' || !isExports(walk, loop.to)) return false;
  walk.made.spreads.push(loop.from);
  return true;
}

function walkDeclarator(walk: Walk, { id, init }: TSESTree.VariableDeclarator): readonly Node[] {
  if (init === null || isExports(walk, init)) return [];
  const value = unwrap(init);
  if (value.type === AST_NODE_TYPES.AssignmentExpression)
    return assignExports(walk, value, id.type === AST_NODE_TYPES.Identifier ? id : null) ?? [init];
  return [id, init];
}

/** `Task || (exports.Task = Task = {})` writes what is not there yet. */
function walkLogical(walk: Walk, node: TSESTree.LogicalExpression): readonly Node[] {
  const { left, right, operator } = node;
  // `0 && (module.exports = { a, b })` tells Node the names, and never runs.
  if (operator === '&&' && left.type === AST_NODE_TYPES.Literal && !left.value) return [];
  const isFirst =
    operator === '||' && left.type === AST_NODE_TYPES.Identifier && right.type === AST_NODE_TYPES.AssignmentExpression;
  walkNodes(walk, [left]);
  walkNodes({ ...walk, sure: walk.sure && isFirst }, [right]);
  return [];
}

function walkBranches(walk: Walk, node: TSESTree.IfStatement | TSESTree.ConditionalExpression): void {
  const { test, consequent, alternate } = node;
  walkNodes(walk, [test]);
  const loader = loaderOf(walk.module, test);
  if (loader !== null) {
    const taken = loader ? consequent : alternate;
    if (taken !== null) walkNodes(walk, [taken]);
    return;
  }
  const branches = [consequent, alternate].map((branch) => {
    const made = nothingWritten();
    if (branch !== null) walkNodes({ ...walk, made }, [branch]);
    return made;
  });
  addBranches(walk.made, branches);
}

/** Whether a test asks for CommonJS, which it is (`typeof exports === 'object'`), or for another loader, which it is not; null for any other. */
function loaderOf({ text, shift }: Module, { range }: Node): boolean | null {
  const test = text.slice(range[0] - shift, range[1] - shift);
  const asks = /typeof\s*\(?\s*(?:module|exports)\b/.test(test);
  if (!asks) return /typeof\s*\(?\s*define\b/.test(test) ? false : null;
  return !/typeof\s*\(?\s*(?:module|exports)\)?\s*===?\s*["']u|["']u\w*["']\s*===?\s*typeof\s*\(?\s*(?:module|exports)/.test(
    test,
  );
}
