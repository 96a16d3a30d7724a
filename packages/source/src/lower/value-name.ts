import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Scene } from '../evaluate/evaluate.ts';
import { originOf, originOfExport, type Origin } from '../module/origin.ts';
import { isDefinedAs, variableOf } from '../text/tree.ts';

/** Why a name that stands after `typeof` cannot be written as a value: the end of the sentence "the task …". Null where it can. */
export function problemOfName(scene: Scene, name: TSESTree.EntityName): string | null {
  const root = rootOf(name);
  // `typeof this.task` is `this.task`.
  if (root.type === AST_NODE_TYPES.ThisExpression) return null;
  const variable = variableOf(scene.module, root);
  if (variable === null && root.name === 'globalThis') return null;
  if (variable == null) return `is typeof ${root.name}, which is no variable of this file`;
  return isTypeAlone(originOfName(scene, name)) ? `is typeof ${root.name}, which is imported as a type alone` : null;
}

/** Whether a name in a type is that of an enum's member, which is a value too. */
export function isValueName(scene: Scene, name: TSESTree.EntityName): boolean {
  if (name.type !== AST_NODE_TYPES.TSQualifiedName) return false;
  const origin = originOfName(scene, name.left);
  return (
    origin?.kind === 'variable' && origin.variable.defs.some((definition) => isDefinedAs(definition, 'TSEnumName'))
  );
}

function isTypeAlone(origin: Origin | null): boolean {
  if (origin?.kind === 'type') return true;
  return origin?.kind === 'variable' && origin.variable.defs.every((definition) => isDefinedAs(definition, 'Type'));
}

/** The origin of `a.b.c`, through modules: what is a part of something else has the origin of that. */
function originOfName(scene: Scene, name: TSESTree.EntityName): Origin | null {
  if (name.type === AST_NODE_TYPES.ThisExpression) return null;
  if (name.type === AST_NODE_TYPES.TSQualifiedName) {
    const left = originOfName(scene, name.left);
    return left?.kind === 'module' ? originOfExport(scene.session, left.file, name.right.name) : left;
  }
  const variable = variableOf(scene.module, name);
  return variable == null ? null : originOf(scene.session, scene.module, variable);
}

function rootOf(name: TSESTree.EntityName): TSESTree.Identifier | TSESTree.ThisExpression {
  let root = name;
  while (root.type === AST_NODE_TYPES.TSQualifiedName) root = root.left;
  return root;
}
