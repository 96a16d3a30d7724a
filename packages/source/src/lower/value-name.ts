import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Scene } from '../evaluate/evaluate.ts';
import { originOf, originOfExport, type Origin } from '../module/origin.ts';
import type { Node } from '../text/parse.ts';
import { isDefinedAs, plainKey, variableOf } from '../text/tree.ts';

/** Why a name that stands after `typeof` cannot be written as a value: the end of the sentence "the task …". Null where it can. */
export function problemOfName(scene: Scene, name: TSESTree.EntityName): string | null {
  const root = rootOf(name);
  // `typeof this.task` is `this.task`.
  if (root.type === AST_NODE_TYPES.ThisExpression) return null;
  const variable = variableOf(scene.module, root);
  if (variable === null && root.name === 'globalThis') return null;
  if (variable == null) return `is typeof ${root.name}, which is no variable of this file`;
  const origin = originOfName(scene, name);
  if (isTypeAlone(origin)) return `is typeof ${root.name}, which is imported as a type alone`;
  return isDeclaredAlone(origin) ? `is typeof ${root.name}, which is only declared` : null;
}

/** Whether a name in a type is that of an enum's member, which is a value too. */
export function isValueName(scene: Scene, name: TSESTree.EntityName): boolean {
  if (name.type !== AST_NODE_TYPES.TSQualifiedName) return false;
  const origin = originOfName(scene, name.left);
  if (origin?.kind !== 'variable' || isTypeAlone(origin) || isDeclaredAlone(origin)) return false;
  // A namespace of the same name may hold types.
  return origin.variable.defs.some(
    ({ node }) =>
      node.type === AST_NODE_TYPES.TSEnumDeclaration &&
      node.body.members.some(({ id }) => plainKey(id, false) === name.right.name),
  );
}

function isTypeAlone(origin: Origin | null): boolean {
  if (origin?.kind === 'type') return true;
  return (
    origin?.kind === 'variable' &&
    origin.variable.defs.every((definition) => isDefinedAs(definition, 'Type') || isTypeImport(definition.node))
  );
}

/** `import type tasks = require('./tasks')` */
function isTypeImport(node: Node): boolean {
  return node.type === AST_NODE_TYPES.TSImportEqualsDeclaration && node.importKind === 'type';
}

/**
 * Whether a variable is declared and never made: `declare const TASK: 'blog-post'`. A declaration file stands for a module that
 * makes it, but for its `const enum`, of which a compiler may leave nothing.
 */
function isDeclaredAlone(origin: Origin | null): boolean {
  if (origin?.kind !== 'variable') return false;
  const isFile = /\.d\.[cm]?ts$/.test(origin.module.file);
  return origin.variable.defs.every(({ node, parent }) => {
    const isConstant = node.type === AST_NODE_TYPES.TSEnumDeclaration && node.const;
    return (!isFile || isConstant) && [node, parent].some((each) => each != null && 'declare' in each && each.declare);
  });
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
