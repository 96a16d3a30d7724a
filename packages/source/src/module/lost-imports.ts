import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { asksOf } from './asks.ts';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { memberOf } from '../evaluate/member.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { calledName, isDefinedAs, nodesBelow, parentOf, plainKey, variableOf } from '../text/tree.ts';
import { flatMap, known } from '../evaluate/value.ts';
import { unfollowed } from './unfollowed.ts';

/** What brings in a module where an expression stands. */
const BRINGS_IN = /\b(?:require|import)(?:Actual)?\s*(?:<[^>]*>)?\(/;

/** `import(…)` and `require(…)` that cannot be followed, where a `routeModel` is taken out of what they bring in. */
export function lostImports(scene: Scene): readonly Gap[] {
  const { module } = scene;
  if (!module.text.includes('routeModel') || !BRINGS_IN.test(module.text)) return [];
  const said = new Set(asksOf(module).map(({ node }) => node));
  return nodesBelow(module.tree).flatMap((node) => {
    if (!bringsIn(module, node) || said.has(node) || !isTakenFrom(module, node)) return [];
    const place = placeOf(module, node);
    const modules = flatMap(evaluate(scene, node), (value) => (value.kind === 'promise' ? value.of : known(value)));
    const gap = unfollowed(flatMap(modules, (value) => memberOf(scene, value, 'routeModel', place)));
    return gap === null ? [] : gapAt(place, `imports a routeModel that cannot be followed: it ${gap.reason}`);
  });
}

function bringsIn(module: Module, node: Node): boolean {
  if (node.type === AST_NODE_TYPES.ImportExpression) return true;
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  const [definition] = variableOf(module, node.callee)?.defs ?? [];
  // What is handed to a function by that name is whatever its caller has.
  const isOwn = definition === undefined || !isDefinedAs(definition, 'Parameter');
  return isOwn && /^(?:require|requireActual|importActual)$/.test(calledName(node) ?? '');
}

/** Whether `routeModel` is taken out of what a node brings in: by a pattern, as a member, or from the name that it gets. */
function isTakenFrom(module: Module, node: Node): boolean {
  const parent = parentOf(module, node);
  switch (parent?.type) {
    case AST_NODE_TYPES.AwaitExpression:
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
      return isTakenFrom(module, parent);
    case AST_NODE_TYPES.MemberExpression: {
      const key = parent.object === node ? plainKey(parent.property, parent.computed) : null;
      if (key !== 'then') return key === 'routeModel';
      const call = parentOf(module, parent);
      const callback = call?.type === AST_NODE_TYPES.CallExpression ? call.arguments[0] : undefined;
      return (
        callback !== undefined &&
        'params' in callback &&
        callback.params[0] !== undefined &&
        takes(module, callback.params[0])
      );
    }
    case AST_NODE_TYPES.VariableDeclarator:
      return takes(module, parent.id);
    case AST_NODE_TYPES.AssignmentExpression:
      return parent.right === node && takes(module, parent.left);
    default:
      return false;
  }
}

function takes({ text }: Module, target: Node): boolean {
  if (target.type === AST_NODE_TYPES.Identifier) return text.includes(`${target.name}.routeModel`);
  return (
    target.type === AST_NODE_TYPES.ObjectPattern &&
    target.properties.some(
      (each) => each.type === AST_NODE_TYPES.Property && plainKey(each.key, each.computed) === 'routeModel',
    )
  );
}
