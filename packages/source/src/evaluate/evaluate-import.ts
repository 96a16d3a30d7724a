import type { Definition } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, type Scene } from './evaluate.ts';
import { importOf, resolveModule } from '../module/follow.ts';
import { memberOf } from './member.ts';
import { nameOf } from '../module/bound-names.ts';
import { placeOf } from '../text/parse.ts';
import { flatMap, type Possible } from './value.ts';

export function imported(
  scene: Scene,
  definition: Definition,
  node: TSESTree.ImportSpecifier | TSESTree.ImportDefaultSpecifier | TSESTree.ImportNamespaceSpecifier,
): Possible {
  const { parent } = definition;
  if (parent?.type !== AST_NODE_TYPES.ImportDeclaration) return gap(scene, node, 'is an import that is not understood');
  const place = placeOf(scene.module, node);
  const modules = resolveModule(scene, parent.source.value, place);
  if (node.type === AST_NODE_TYPES.ImportNamespaceSpecifier) return modules;
  const name = node.type === AST_NODE_TYPES.ImportDefaultSpecifier ? 'default' : nameOf(node.imported);
  return flatMap(modules, (value) =>
    value.kind === 'module'
      ? importOf(scene.session, scene.module.file, value.file, name, place)
      : memberOf(scene, value, name, place),
  );
}

export function importedEquals(scene: Scene, node: TSESTree.TSImportEqualsDeclaration): Possible {
  const { moduleReference } = node;
  if (moduleReference.type !== AST_NODE_TYPES.TSExternalModuleReference) return evaluateEntity(scene, moduleReference);
  const { expression } = moduleReference;
  return resolveModule(scene, expression.value, placeOf(scene.module, node));
}

/** `a.b.c` as types write it. */
export function evaluateEntity(scene: Scene, node: TSESTree.EntityName): Possible {
  if (node.type !== AST_NODE_TYPES.TSQualifiedName) return evaluate(scene, node);
  const place = placeOf(scene.module, node.right);
  return flatMap(evaluateEntity(scene, node.left), (value) => memberOf(scene, value, node.right.name, place));
}
