import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { calleeMadeAt } from '../declare/declared.ts';
import type { Scene } from './evaluate.ts';
import { evaluate, primitive } from './evaluate.ts';
import { returned } from '../module/returned.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { bindingOf } from './pattern.ts';
import { leaves, nodesBelow, variableOf, unwrap } from '../text/tree.ts';
import { known, union, unknown, type CalleeValue, type FunctionValue, type Possible } from './value.ts';
import type { Variable } from '@typescript-eslint/scope-manager';

export type FunctionNode =
  | TSESTree.ArrowFunctionExpression
  | TSESTree.FunctionExpression
  | TSESTree.FunctionDeclaration
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression;

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === AST_NODE_TYPES.ArrowFunctionExpression ||
    node.type === AST_NODE_TYPES.FunctionExpression ||
    node.type === AST_NODE_TYPES.FunctionDeclaration
  );
}

/** A function as a value: what is declared of it where it stands, or itself. */
export function functionMadeAt(scene: Scene, node: FunctionNode): CalleeValue | FunctionValue {
  return calleeMadeAt(scene, node) ?? functionOf(scene, node);
}

function functionOf(scene: Scene, node: FunctionNode): FunctionValue {
  return {
    kind: 'function',
    place: placeOf(scene.module, node),
    returns: identityOf(scene, node),
    node,
    module: scene.module,
  };
}

/** Which parameter a function hands back unchanged: `(x) => x`, `(x) => Object.freeze(x)`. */
function identityOf(scene: Scene, node: FunctionNode): number | null {
  let result = returned(node);
  if (result === null || node.async) return null;
  result = unwrap(result);
  while (result.type === AST_NODE_TYPES.CallExpression && isFreeze(result.callee)) {
    const [argument] = result.arguments;
    if (argument === undefined) return null;
    result = unwrap(argument);
  }
  if (result.type !== AST_NODE_TYPES.Identifier) return null;
  const variable = variableOf(scene.module, result);
  const index = node.params.findIndex((param) => param === variable?.defs[0]?.name);
  return index === -1 || variable?.references.some((reference) => reference.isWrite()) === true ? null : index;
}

function isFreeze(callee: Node): boolean {
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    callee.object.type === AST_NODE_TYPES.Identifier &&
    callee.object.name === 'Object' &&
    callee.property.type === AST_NODE_TYPES.Identifier &&
    ['freeze', 'seal', 'preventExtensions'].includes(callee.property.name)
  );
}

/** The expressions that a function gives back, null for nothing; null as a whole where it has no body, or is a generator. */
export function answersOf(node: FunctionNode): readonly (Node | null)[] | null {
  const one = returned(node);
  if (one !== null) return [one];
  const body = node.body as TSESTree.BlockStatement | null;
  if (node.generator || body?.type !== AST_NODE_TYPES.BlockStatement) return null;
  const found: (Node | null)[] = returnsIn(body);
  return leaves(body) ? found : [...found, null];
}

/** The results of the `return` statements of a function's body, not of functions within it. */
function returnsIn(body: Node): (Node | null)[] {
  return nodesBelow(body, (node) => !isFunction(node)).flatMap((node) =>
    node.type === AST_NODE_TYPES.ReturnStatement ? [node.argument] : [],
  );
}

/** What a function can answer to arguments; null where it cannot be told. */
export function applied(scene: Scene, node: Node, values: readonly Possible[]): Possible | null {
  const { active } = scene.session;
  if (!isFunction(node) || active.has(node)) return null;
  const results = answersOf(node);
  if (results === null) return null;
  const bound = new Map<Variable, Possible>(scene.bound);
  for (const variable of scene.module.scopes.getDeclaredVariables(node)) {
    const name = variable.defs[0]?.name;
    const index = node.params.findIndex((param) => name !== undefined && holdsName(param, name));
    const param = node.params[index];
    if (param === undefined || name === undefined) continue;
    const value = values[index] ?? known({ kind: 'primitive', value: undefined, place: placeOf(scene.module, param) });
    const possible = bindingOf(scene, param, name, value);
    if (possible !== null) bound.set(variable, possible);
  }
  active.add(node);
  try {
    const answer = union(
      unknown(),
      ...results.map((result) =>
        result === null ? known(primitive(scene, node, undefined)) : evaluate({ ...scene, bound }, result),
      ),
    );
    return node.async ? known({ kind: 'promise', of: answer }) : answer;
  } finally {
    active.delete(node);
  }
}

function holdsName(param: Node, name: Node): boolean {
  return param.range[0] <= name.range[0] && name.range[1] <= param.range[1];
}
