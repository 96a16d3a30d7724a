import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, type Scene } from '../evaluate/evaluate.ts';
import { helperOf, type Helper } from './helper.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { unwrap, variableOf } from '../text/tree.ts';
import { flatMap, known, union, type ObjectItem, type Possible } from '../evaluate/value.ts';

/** What a call of a compiler's helper answers: modules go through them; null for any other call. */
export function interopAnswer(scene: Scene, node: TSESTree.CallExpression): Possible | null {
  if (node.arguments.length === 0) return lazyAnswer(scene, node);
  const helper = helperOf(scene.module, node.callee);
  if (helper?.answers == null) return null;
  const answer = node.arguments[helper.answers];
  if (answer === undefined) return null;
  const isMerge = helper.effects.some(({ kind, to }) => kind === 'copies' && to === helper.answers);
  if (isMerge) return merged(scene, node, helper);
  return helper.wraps ? wrapped(scene, node, answer) : evaluate(scene, answer);
}

/** `__assign({}, a, b)`, `__copyProps(to, from)`: the one object with the others spread over it. */
function merged(scene: Scene, node: TSESTree.CallExpression, { effects, answers }: Helper): Possible {
  const isGiven = (index: number): boolean =>
    index === answers || effects.some(({ from }) => from === index || (from === 'rest' && index > 0));
  const items = node.arguments
    .filter((_, index) => isGiven(index))
    .map((argument): ObjectItem => {
      const isSpread = argument.type === AST_NODE_TYPES.SpreadElement;
      const value = isSpread ? gap(scene, argument, 'spreads arguments') : evaluate(scene, argument);
      return { key: null, value, place: placeOf(scene.module, argument) };
    });
  return known({ kind: 'object', items, duplicates: [], place: placeOf(scene.module, node) });
}

/** A module with `default`, as compilers see to it. With a second argument they do as Node does: it is the module as a whole. */
function wrapped(scene: Scene, node: TSESTree.CallExpression, module: Node): Possible {
  const [, mode] = node.arguments;
  const isNode = mode?.type === AST_NODE_TYPES.Literal && Boolean(mode.value);
  const place = placeOf(scene.module, node);
  return flatMap(evaluate(scene, module), (value) => {
    if (value.kind !== 'module') return union(known(value), gap(scene, node, 'is a default import'));
    if (!isNode) return known(value);
    const items: ObjectItem[] = [
      { key: null, value: known(value), place },
      { key: 'default', value: known(value), place },
    ];
    return known({ kind: 'object', items, duplicates: [], place });
  });
}

/** `function m() { const data = require('./m'); m = function () { return data; }; return data; }` loads a module at its first call. */
function lazyAnswer(scene: Scene, node: TSESTree.CallExpression): Possible | null {
  const callee = unwrap(node.callee);
  const variable = callee.type === AST_NODE_TYPES.Identifier ? variableOf(scene.module, callee) : null;
  const owner = variable?.defs[0]?.node;
  if (owner?.type !== AST_NODE_TYPES.FunctionDeclaration) return null;
  const [last] = owner.body.body.slice(-1);
  const isReplaced = owner.body.body.some(
    (statement) =>
      statement.type === AST_NODE_TYPES.ExpressionStatement &&
      statement.expression.type === AST_NODE_TYPES.AssignmentExpression &&
      statement.expression.left.type === AST_NODE_TYPES.Identifier &&
      statement.expression.left.name === variable?.name,
  );
  if (!isReplaced || last?.type !== AST_NODE_TYPES.ReturnStatement || last.argument === null) return null;
  return evaluate(scene, last.argument);
}
