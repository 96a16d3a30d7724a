import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { recordOf } from './evaluate-literal.ts';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { isFunction } from './evaluate-function.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { parentOf, plainKey, unwrap } from '../text/tree.ts';
import { known, only, type Possible } from './value.ts';

type Line = readonly [string, Possible];

/** An enum, as one object: it may be written in several parts. A number leads back to its name. */
export function enumOf(scene: Scene, nodes: readonly TSESTree.TSEnumDeclaration[]): Possible {
  const lines = nodes.flatMap((node) => enumLines(scene, node));
  return known(recordOf(placeOf(scene.module, nodes[0] ?? scene.module.tree), lines));
}

function enumLines(scene: Scene, node: TSESTree.TSEnumDeclaration): readonly Line[] {
  let next: number | null = 0;
  return node.body.members.flatMap((member): readonly Line[] => {
    const key = plainKey(member.id, false) ?? '';
    const value = member.initializer == null ? counted(scene, member, next) : evaluate(scene, member.initializer);
    const number = only(value);
    next = number?.kind === 'primitive' && typeof number.value === 'number' ? number.value + 1 : null;
    const line: Line = [key, value];
    return next === null ? [line] : [line, [String(next - 1), known(primitive(scene, member, key))]];
  });
}

function counted(scene: Scene, member: TSESTree.TSEnumMember, next: number | null): Possible {
  return next === null
    ? gap(scene, member, 'is an enum member that is computed')
    : known(primitive(scene, member, next));
}

export function enumMember(scene: Scene, node: TSESTree.TSEnumMember): Possible {
  return node.initializer == null ? gap(scene, node, 'is an enum member') : evaluate(scene, node.initializer);
}

/** An enum as compilers write it: a function fills an object that is handed to it. Null for a variable that is none. */
export function builtEnum(scene: Scene, variable: Variable, { init }: TSESTree.VariableDeclarator): Possible | null {
  const own = init === null ? null : fillerOf(lastAssigned(init), isFresh);
  const others = variable.references.map(({ identifier }) => fillerAround(scene, identifier));
  const fillers = [own, ...others].filter((filler) => filler !== null);
  return fillers.length === 0 ? null : filledBy(scene, fillers);
}

/** `function (T) { …; return T; }({})`: what the call answers; null for any other call. */
export function filledObject(scene: Scene, call: TSESTree.CallExpression): Possible | null {
  const filler = fillerOf(call, isFresh);
  if (filler === null) return null;
  const possible = filledBy(scene, [filler]);
  return possible.gaps.length === 0 ? possible : null;
}

function filledBy(scene: Scene, fillers: readonly Node[]): Possible {
  const lines: Line[] = [];
  for (const filler of fillers) {
    const found = linesOf(scene, filler);
    if (found === null) return gap(scene, filler, 'is filled by a function');
    lines.push(...found);
  }
  return known(recordOf(placeOf(scene.module, fillers[0] ?? scene.module.tree), lines));
}

/** `T = exports.T = …` */
function lastAssigned(node: Node): Node {
  const inner = unwrap(node);
  return inner.type === AST_NODE_TYPES.AssignmentExpression ? lastAssigned(inner.right) : inner;
}

/** `{}`, `T || {}`: an object without lines of its own. */
function isFresh(argument: Node): boolean {
  const object = argument.type === AST_NODE_TYPES.LogicalExpression ? unwrap(argument.right) : argument;
  return object.type === AST_NODE_TYPES.ObjectExpression && object.properties.length === 0;
}

/** `(function (T) { … })(T || (T = {}))`, seen from the first `T`. */
function fillerAround({ module }: Scene, identifier: Node): Node | null {
  const either = parentOf(module, identifier);
  if (either?.type !== AST_NODE_TYPES.LogicalExpression || either.left !== identifier) return null;
  const call = parentOf(module, either);
  return call === undefined ? null : fillerOf(call, (argument) => argument === either);
}

function fillerOf(call: Node, isFilled: (argument: Node) => boolean): Node | null {
  if (call.type !== AST_NODE_TYPES.CallExpression) return null;
  const callee = unwrap(call.callee);
  const [argument] = call.arguments;
  if (!isFunction(callee) || callee.params.length !== 1 || argument === undefined) return null;
  return isFilled(unwrap(argument)) ? callee : null;
}

/** The lines that a function gives to its parameter; null where it does anything else. */
function linesOf(scene: Scene, filler: Node): readonly Line[] | null {
  if (!isFunction(filler) || filler.body?.type !== AST_NODE_TYPES.BlockStatement) return null;
  const lines: Line[] = [];
  for (const statement of filler.body.body) {
    if (statement.type === AST_NODE_TYPES.ReturnStatement) continue;
    if (statement.type !== AST_NODE_TYPES.ExpressionStatement) return null;
    const found = linesOfAssignment(scene, filler.params[0], unwrap(statement.expression));
    if (found === null) return null;
    lines.push(...found);
  }
  return lines;
}

/** `T["A"] = "a"`, `T[T["A"] = 0] = "A"`. */
function linesOfAssignment(scene: Scene, parameter: Node | undefined, node: Node): readonly Line[] | null {
  if (node.type !== AST_NODE_TYPES.AssignmentExpression || node.left.type !== AST_NODE_TYPES.MemberExpression)
    return null;
  const { object, property, computed } = node.left;
  if (object.type !== AST_NODE_TYPES.Identifier || parameter?.type !== AST_NODE_TYPES.Identifier) return null;
  if (object.name !== parameter.name) return null;
  const inner =
    property.type === AST_NODE_TYPES.AssignmentExpression ? linesOfAssignment(scene, parameter, property) : [];
  const number =
    property.type === AST_NODE_TYPES.AssignmentExpression ? only(evaluate(scene, property.right)) : undefined;
  const key = number?.kind === 'primitive' ? String(number.value) : plainKey(property, computed);
  return key === null || inner === null ? null : [...inner, [key, evaluate(scene, node.right)]];
}
