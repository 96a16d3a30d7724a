import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Scene } from '../evaluate/evaluate.ts';
import type { Node } from '../text/parse.ts';
import { variableOf } from '../text/tree.ts';
import { isValueName, problemOfName } from './value-name.ts';

/** Why a type has no value that could be written in its place: the end of the sentence "the task …". */
export interface NoValue {
  readonly reason: string;
}

/** Where the keyword `typeof` stands: without it, the text of the type is that of a value. */
export type TypeofOffsets = readonly number[];

/** A task that stands in a type, as a value: in a type and as a value it is written alike, but for `typeof`. */
export function taskInType(scene: Scene, node: Node): TypeofOffsets | NoValue {
  switch (node.type) {
    case AST_NODE_TYPES.TSLiteralType:
      return isText(node.literal) ? [] : { reason: 'is a literal that is no string' };
    case AST_NODE_TYPES.TSTemplateLiteralType:
      return partsOf(scene, node.types);
    case AST_NODE_TYPES.TSTypeQuery:
    case AST_NODE_TYPES.TSIndexedAccessType:
      return lookedUp(scene, node);
    case AST_NODE_TYPES.TSTypeReference:
      return named(scene, node);
    case AST_NODE_TYPES.TSUnionType:
      return { reason: 'is one of several' };
    default:
      return { reason: 'is a type that is no single text' };
  }
}

function isText(literal: Node): boolean {
  if (literal.type === AST_NODE_TYPES.TemplateLiteral) return literal.expressions.length === 0;
  return literal.type === AST_NODE_TYPES.Literal && typeof literal.value === 'string';
}

/** `content/${typeof KIND}` */
function partsOf(scene: Scene, types: readonly Node[]): TypeofOffsets | NoValue {
  const offsets: number[] = [];
  for (const type of types) {
    // A number is written alike in a template of types and in one of values.
    const part = isNumber(type) ? [] : taskInType(scene, type);
    if ('reason' in part) return part;
    offsets.push(...part);
  }
  return offsets;
}

/** `typeof TASK`, `typeof TASKS.blog`, `(typeof TASKS)['blog']` */
function lookedUp(scene: Scene, node: TSESTree.TSTypeQuery | TSESTree.TSIndexedAccessType): TypeofOffsets | NoValue {
  if (node.type === AST_NODE_TYPES.TSIndexedAccessType) {
    const { objectType, indexType } = node;
    if (objectType.type !== AST_NODE_TYPES.TSTypeQuery && objectType.type !== AST_NODE_TYPES.TSIndexedAccessType)
      return { reason: 'is a part of a type, and not of a value' };
    const object = lookedUp(scene, objectType);
    if ('reason' in object) return object;
    const index = isNumber(indexType) ? [] : taskInType(scene, indexType);
    return 'reason' in index ? index : [...object, ...index];
  }
  const { exprName } = node;
  // Absent in one parser's tree, null in another's.
  if (node.typeArguments != null) return { reason: 'is the type of a function' };
  if (exprName.type === AST_NODE_TYPES.TSImportType)
    return { reason: 'is of a module that is imported as a type alone' };
  const problem = problemOfName(scene, exprName);
  return problem === null ? [node.range[0]] : { reason: problem };
}

function isNumber(node: Node): boolean {
  return (
    node.type === AST_NODE_TYPES.TSLiteralType &&
    node.literal.type === AST_NODE_TYPES.Literal &&
    typeof node.literal.value === 'number'
  );
}

/** `Kind.Blog`, a member of an enum, is a type and a value; else a name is that of a type. */
function named(scene: Scene, { typeName, typeArguments }: TSESTree.TSTypeReference): TypeofOffsets | NoValue {
  if (typeArguments == null && isValueName(scene, typeName)) return [];
  return isTypeParameter(scene, typeName)
    ? { reason: 'is a type parameter, which each call chooses anew' }
    : { reason: 'is the name of a type, which is gone at run time' };
}

export function isTypeParameter({ module }: Scene, name: Node): boolean {
  return variableOf(module, name)?.defs.some(({ node }) => node.type === AST_NODE_TYPES.TSTypeParameter) === true;
}
