import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { isExports, leaveOpen, type Walk } from './commonjs-exports.ts';
import { isWhole } from './exports-name.ts';
import type { Node } from '../text/parse.ts';
import { plainKey, unwrap, variableOf } from '../text/tree.ts';
import { writeName, writeWhole } from './written-exports.ts';

/**
 * Notes what an assignment gives to the exports. `kept` is the variable that is declared with what it answers.
 *
 * Null for an assignment that gives nothing to them, else what is still to be walked.
 */
export function assignExports(
  walk: Walk,
  node: TSESTree.AssignmentExpression,
  kept: TSESTree.Identifier | null,
): readonly Node[] | null {
  const targets: Node[] = [];
  let value: Node = node;
  while (value.type === AST_NODE_TYPES.AssignmentExpression) {
    targets.push(unwrap(value.left));
    value = unwrap(value.right);
  }
  const sure = walk.sure && node.operator === '=';
  const at: Walk = { ...walk, sure };
  // A variable that holds the same tells also what changes it later.
  const holder = kept ?? targets.find((target) => isVariable(walk, target)) ?? value;
  // Where it stands for the exports itself, what it is given later is among them.
  const held = isExports(walk, holder) ? value : holder;
  const found = targets.map((target) => assignTo(at, target, held));
  if (!found.some(Boolean)) return null;
  return isExports(walk, value) ? [] : [value];
}

function isVariable({ module }: Walk, target: Node): boolean {
  return target.type === AST_NODE_TYPES.Identifier && variableOf(module, target) != null;
}

/** Whether a target is of the exports; then what is written there is noted. */
function assignTo(walk: Walk, target: Node, value: Node): boolean {
  const write = { node: value, path: [] };
  if (target.type === AST_NODE_TYPES.ObjectPattern) return assignPattern(walk, target, value);
  if (isExports(walk, target)) {
    // `exports = module.exports = …`: the name alone gives nothing away.
    if (isWhole(target) && !isExports(walk, value)) writeWhole(walk.made, write, walk.sure);
    return true;
  }
  if (target.type !== AST_NODE_TYPES.MemberExpression) return false;
  if (isExports(walk, target.object)) {
    const name = plainKey(target.property, target.computed);
    if (name === null) leaveOpen(walk, target, 'has exports whose names are computed');
    else if (!isPlaceholder(name, value) && !isItself(walk, name, value)) writeName(walk.made, name, write, walk.sure);
    return true;
  }
  const changed = exportBelow(walk, target.object);
  if (changed === null) return false;
  leaveOpen(walk, target, `is changed after it was exported (${changed})`);
  return true;
}

/** `exports.a = void 0` says that there will be one; `exports.__esModule = true` is for loaders. */
function isPlaceholder(name: string, value: Node): boolean {
  return name === '__esModule' || (value.type === AST_NODE_TYPES.UnaryExpression && value.operator === 'void');
}

/** `module.exports.default = exports.default` */
function isItself(walk: Walk, name: string, value: Node): boolean {
  return (
    value.type === AST_NODE_TYPES.MemberExpression &&
    isExports(walk, value.object) &&
    plainKey(value.property, value.computed) === name
  );
}

/** The export that a chain of members hangs on: `exports.ROUTES.a` */
export function exportBelow(walk: Walk, node: Node): string | null {
  let inner = unwrap(node);
  while (inner.type === AST_NODE_TYPES.MemberExpression) {
    if (isExports(walk, inner.object)) return plainKey(inner.property, inner.computed) ?? 'a computed name';
    inner = unwrap(inner.object);
  }
  return null;
}

/** `({ routeModel: exports.routeModel } = router)` */
function assignPattern(
  walk: Walk,
  pattern: TSESTree.ObjectPattern,
  value: Node,
  path: readonly string[] = [],
): boolean {
  let isFound = false;
  for (const property of pattern.properties) {
    if (property.type !== AST_NODE_TYPES.Property) continue;
    const key = plainKey(property.key, property.computed);
    const target = unwrap(property.value);
    const inner = target.type === AST_NODE_TYPES.AssignmentPattern ? unwrap(target.left) : target;
    if (inner.type === AST_NODE_TYPES.ObjectPattern && key !== null)
      isFound = assignPattern(walk, inner, value, [...path, key]) || isFound;
    if (inner.type !== AST_NODE_TYPES.MemberExpression || !isExports(walk, inner.object)) continue;
    isFound = true;
    const name = plainKey(inner.property, inner.computed);
    if (name === null || key === null) leaveOpen(walk, inner, 'has exports whose names are computed');
    else writeName(walk.made, name, { node: value, path: [...path, key] }, walk.sure && inner === target);
  }
  return isFound;
}
