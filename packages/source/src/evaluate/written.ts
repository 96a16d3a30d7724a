import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, type Scene } from './evaluate.ts';
import { elementsOf, keysOf } from './member.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { bindingOf, holds } from './pattern.ts';
import { parentOf, SETS } from '../text/tree.ts';
import { flatMap, type Possible, type Value } from './value.ts';

/** What one assignment writes. */
export function written(scene: Scene, reference: Reference): Possible {
  const node = parentOf(scene.module, reference.identifier);
  if (node?.type === AST_NODE_TYPES.AssignmentExpression && node.left === reference.identifier) {
    if (SETS.has(node.operator)) return evaluate(scene, node.right);
    return gap(scene, node, `is changed with ${node.operator}`);
  }
  if (
    (node?.type === AST_NODE_TYPES.ForOfStatement || node?.type === AST_NODE_TYPES.ForInStatement) &&
    node.left === reference.identifier
  )
    return iterated(scene, node);
  for (let outer = node; outer !== undefined; outer = parentOf(scene.module, outer)) {
    const source = sourceOfPattern(scene, outer);
    if (source === null || !holds(source.pattern, reference.identifier)) continue;
    const bound = bindingOf(scene, source.pattern, reference.identifier, source.value());
    if (bound !== null) return bound;
  }
  return gap(scene, reference.identifier, 'is changed at run time');
}

/** What a node takes apart: `({ task } = job)`, `for ({ task } of jobs)`. */
function sourceOfPattern(scene: Scene, node: Node): { readonly pattern: Node; readonly value: () => Possible } | null {
  switch (node.type) {
    case AST_NODE_TYPES.AssignmentExpression:
      return { pattern: node.left, value: () => evaluate(scene, node.right) };
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ForInStatement:
      return { pattern: node.left, value: () => iterated(scene, node) };
    default:
      return null;
  }
}

/** The names where a variable is written, but for where it is declared. */
export function namesWritten(variable: Variable): readonly Node[] {
  return variable.references.flatMap((each) => (each.isWrite() && each.init !== true ? each.identifier : []));
}

/**
 * `let task = '';` before what is written to it is no task, and what is added to a text leaves none as it was written. `names` is
 * where what is possible may have been written.
 */
export function withoutPlaceholder(
  { module }: Scene,
  variable: Variable,
  names: readonly Node[],
  possible: Possible,
): Possible {
  const writes = namesWritten(variable).filter((name) => names.includes(name));
  if (writes.length === 0) return possible;
  const isGrown = writes.some((name) => {
    const write = parentOf(module, name);
    return write?.type === AST_NODE_TYPES.AssignmentExpression && !SETS.has(write.operator);
  });
  const isKept = (value: Value): boolean => value.kind !== 'primitive' || (!isGrown && value.value !== '');
  return { ...possible, values: possible.values.filter(isKept) };
}

export function sourceOf(scene: Scene, declarator: TSESTree.VariableDeclarator): Possible | null {
  if (declarator.init !== null) return evaluate(scene, declarator.init);
  const declaration = parentOf(scene.module, declarator);
  const loop = declaration === undefined ? undefined : parentOf(scene.module, declaration);
  if (loop?.type !== AST_NODE_TYPES.ForOfStatement && loop?.type !== AST_NODE_TYPES.ForInStatement) return null;
  if (loop.left !== declaration) return null;
  return iterated(scene, loop);
}

function iterated(scene: Scene, loop: TSESTree.ForOfStatement | TSESTree.ForInStatement): Possible {
  const place = placeOf(scene.module, loop.right);
  const read = loop.type === AST_NODE_TYPES.ForOfStatement ? elementsOf : keysOf;
  return flatMap(
    evaluate(scene, loop.right),
    (value) => read(scene, value, place) ?? gap(scene, loop.right, reasonOf(value)),
  );
}

function reasonOf(value: Value): string {
  return value.kind === 'builtin'
    ? `goes over ${value.name}, known only at run time`
    : 'goes over what is no list that is known';
}
