import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Node } from '../text/parse.ts';
import { nodesBelow, unwrap } from '../text/tree.ts';

/** Which call the name that is called belongs to, by the offset of any piece of it. */
export type CallAt = (offset: number) => TSESTree.CallExpression | null;

/**
 * The calls of a text by what they call.
 *
 * Shape: of `(made ?? make()).routeModel()` it is what stands behind the object alone: a compiler may take what is before it
 * apart, and its pieces are no sign of the call.
 */
export function callsByName(tree: TSESTree.Program, length: number): CallAt {
  const calls: TSESTree.CallExpression[] = [];
  /** 1-based, so that 0 is none. */
  const owners = new Uint32Array(length + 1);
  for (const node of nodesBelow(tree)) {
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    calls.push(node);
    for (const [from, to] of ownRanges(node)) owners.fill(calls.length, from, to);
  }
  return (offset) => calls[(owners[offset] ?? 0) - 1] ?? null;
}

type Range = readonly [start: number, end: number];

/** What stands for a call and no other one: the name that it calls, or else what stands behind its callee, and its own end. */
function ownRanges({ callee, range: [start, end] }: TSESTree.CallExpression): readonly Range[] {
  if (isPlain(callee)) return [[start, callee.range[1]]];
  const inner = unwrap(callee);
  if (inner.type === AST_NODE_TYPES.MemberExpression) return [[inner.object.range[1], callee.range[1]]];
  return [
    [callee.range[1], callee.range[1] + 1],
    [end - 1, end],
  ];
}

/** `a`, `a.b.c`, and `(0, a.b)`, which is what compilers make of an imported name. */
function isPlain(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === AST_NODE_TYPES.SequenceExpression) return inner.expressions.every(isPlain);
  if (inner.type === AST_NODE_TYPES.MemberExpression) return !inner.computed && isPlain(inner.object);
  return (
    inner.type === AST_NODE_TYPES.Identifier ||
    inner.type === AST_NODE_TYPES.ThisExpression ||
    inner.type === AST_NODE_TYPES.Literal
  );
}
