import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { amongst } from './amongst.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { isFunction, type FunctionNode } from './evaluate-function.ts';
import { typeOf } from './evaluate-type.ts';
import { type Node } from '../text/parse.ts';
import { type Possible } from './value.ts';

/** The function of this file that a condition asks; null where it is another one's, or one of several. */
export function guardOf(scene: Scene, callee: Node): FunctionNode | null {
  if (isFunction(callee)) return callee;
  const [value, ...others] = evaluate(scene, callee).values;
  if (others.length > 0 || value?.kind !== 'function' || value.module !== scene.module) return null;
  return value.node !== undefined && isFunction(value.node) ? value.node : null;
}

/** What an argument can be where a type guard (`(task: string): task is Task`) has answered, or an assertion has passed. */
export function guardedBy(
  scene: Scene,
  guard: FunctionNode,
  index: number,
  possible: Possible,
  holds: boolean,
): Possible {
  const predicate = predicateOf(guard);
  if (!holds || predicate?.typeAnnotation == null || parameterOf(guard, predicate) !== index) return possible;
  return amongst(possible, typeOf(scene, predicate.typeAnnotation.typeAnnotation));
}

export function predicateOf(guard: FunctionNode): TSESTree.TSTypePredicate | null {
  const type = guard.returnType?.typeAnnotation;
  return type?.type === AST_NODE_TYPES.TSTypePredicate ? type : null;
}

/** The index of the parameter that a predicate is about; -1 where it is none. */
export function parameterOf(guard: FunctionNode, { parameterName }: TSESTree.TSTypePredicate): number {
  if (parameterName.type !== AST_NODE_TYPES.Identifier) return -1;
  return guard.params.findIndex((param) => {
    const name = param.type === AST_NODE_TYPES.AssignmentPattern ? param.left : param;
    return name.type === AST_NODE_TYPES.Identifier && name.name === parameterName.name;
  });
}
