import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Scene } from '../evaluate/evaluate.ts';
import { typeOf } from '../evaluate/evaluate-type.ts';
import { evaluateEntity } from '../evaluate/evaluate-import.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { only } from '../evaluate/value.ts';
import { isTypeParameter, taskInType } from './task-in-type.ts';
import { unwrap } from '../text/tree.ts';

/** A call that cannot be made real: the build must not go on without a word. */
export interface LowerFault {
  /** What happened, as a sentence without its full stop. */
  readonly reason: string;
  /** What to write instead, in the imperative. */
  readonly mend: string;
  readonly place: Place;
}

export function faultOf({ module }: Scene, node: Node, reason: string, mend: string): LowerFault {
  return { reason, mend, place: placeOf(module, node) };
}

/** The call as a person would write it: with the task as a value. */
export function valueCall(
  scene: Scene,
  callee: Node,
  types: TSESTree.TSTypeParameterInstantiation,
  options?: Node,
): string {
  const name = calleeText(scene, callee) ?? 'routeModel';
  const rest = options === undefined ? '' : `, ${shortText(scene, options) ?? 'options'}`;
  return `${name}(${taskText(scene, types.params[0])}${rest})`;
}

/** The task as a value where it is one; else a name for it. */
function taskText(scene: Scene, type: Node | undefined): string {
  if (type === undefined) return 'task';
  const form = taskInType(scene, type);
  if (!('reason' in form)) return shortText(scene, type)?.replace(/^typeof\s+/, '') ?? 'task';
  const isName = type.type === AST_NODE_TYPES.TSTypeReference && type.typeName.type === AST_NODE_TYPES.Identifier;
  if (isName && !isAlias(scene, type)) return 'task';
  const value = only(typeOf(scene, type));
  return value?.kind === 'primitive' && typeof value.value === 'string' ? JSON.stringify(value.value) : 'task';
}

/** A type parameter's bound is no task, and a constant of the same name is another thing. */
function isAlias(scene: Scene, { typeName }: TSESTree.TSTypeReference): boolean {
  return !isTypeParameter(scene, typeName) && only(evaluateEntity(scene, typeName))?.kind === 'type';
}

const LONGEST = 60;

/** A callee without its types and casts; null where more than a name leads to it. */
function calleeText(scene: Scene, callee: Node): string | null {
  const inner = unwrap(callee);
  const isName =
    inner.type === AST_NODE_TYPES.Identifier ||
    inner.type === AST_NODE_TYPES.MemberExpression ||
    inner.type === AST_NODE_TYPES.CallExpression;
  return isName ? shortText(scene, inner) : null;
}

/** Null where it would not do in a message. */
function shortText({ module }: Scene, node: Node): string | null {
  const text = module.text.slice(...node.range);
  return text.length > LONGEST || /\s{2}|[\n\r\u2028\u2029]/.test(text) ? null : text;
}
