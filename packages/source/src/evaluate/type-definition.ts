import { nameOf } from '../module/bound-names.ts';
import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { recordOf } from './evaluate-literal.ts';
import { gap, type Scene } from './evaluate.ts';
import { evaluateEntity } from './evaluate-import.ts';
import { typeOf } from './evaluate-type.ts';
import { exportsOf, namesOf } from '../module/module-exports.ts';
import { isGap, placeOf, type Node } from '../text/parse.ts';
import { resolve, ROUTER_PACKAGE } from '../module/resolve.ts';
import { openModule, remember, type Session } from '../session.ts';
import { isDefinedAs, topVariable, variableOf } from '../text/tree.ts';
import { detach, flatMap, known, type ObjectItem, type Possible } from './value.ts';

/** What a type's definitions say: an interface may have several. */
export function typeOfDefinitions(scene: Scene, variable: Variable): Possible {
  const definitions = variable.defs.filter((definition) => isDefinedAs(definition, 'Type'));
  const interfaces = definitions.flatMap(({ node }) =>
    node.type === AST_NODE_TYPES.TSInterfaceDeclaration ? node : [],
  );
  if (interfaces.length > 0) return interfaceOf(scene, interfaces);
  const [first] = definitions;
  return first === undefined ? gap(scene, scene.module.tree, 'is no type') : typeOfDefinition(scene, first);
}

function typeOfDefinition(scene: Scene, { node }: Definition): Possible {
  if (node.type === AST_NODE_TYPES.TSTypeAliasDeclaration) return typeOf(scene, node.typeAnnotation);
  if (node.type === AST_NODE_TYPES.TSTypeParameter)
    return node.constraint == null
      ? gap(scene, node, 'is of a type that each call chooses')
      : typeOf(scene, node.constraint);
  return gap(scene, node, 'is of a type that is not understood');
}

/** What it extends, under its own lines. */
function interfaceOf(scene: Scene, nodes: readonly TSESTree.TSInterfaceDeclaration[]): Possible {
  const items = nodes.flatMap(({ extends: heritage, body }): ObjectItem[] =>
    [...heritage.map(({ expression }) => typeNamed(scene, expression)), typeOf(scene, body)].map((value) => ({
      key: null,
      value,
      place: placeOf(scene.module, body),
    })),
  );
  const [only] = items;
  if (only !== undefined && items.length === 1) return only.value;
  return known({ ...recordOf(placeOf(scene.module, nodes[0] ?? scene.module.tree), []), items });
}

function typeNamed(scene: Scene, node: TSESTree.Expression): Possible {
  if (node.type !== AST_NODE_TYPES.Identifier) return gap(scene, node, 'is of a type that is not understood');
  return flatMap(evaluateEntity(scene, node), (value) => (value.kind === 'type' ? value.of : known(value)));
}

/** What a name means as a type, where a value has the same name; null where there is no such type. */
export function typeBesideValue(scene: Scene, node: Node): Possible | null {
  const variable = node.type === AST_NODE_TYPES.Identifier ? variableOf(scene.module, node) : null;
  return variable == null ? null : typeOfVariable(scene, variable);
}

function typeOfVariable(scene: Scene, variable: Variable): Possible | null {
  if (variable.defs.some((definition) => isDefinedAs(definition, 'Type'))) return typeOfDefinitions(scene, variable);
  const [definition] = variable.defs;
  if (definition?.node.type !== AST_NODE_TYPES.ImportSpecifier) return null;
  const { parent } = definition;
  if (parent?.type !== AST_NODE_TYPES.ImportDeclaration) return null;
  return exportedType(scene.session, scene.module.file, parent.source.value, nameOf(definition.node.imported));
}

function exportedType(session: Session, from: string, specifier: string, name: string): Possible | null {
  const file = resolve(session, from, specifier);
  if (file === null || file === ROUTER_PACKAGE || file.startsWith('node:')) return null;
  const key = `type ${file} ${name}`;
  if (session.active.has(key)) return null;
  session.active.add(key);
  try {
    return remember(session, key, () => {
      const possible = findType(session, file, name);
      return possible === null ? null : detach(possible);
    });
  } finally {
    session.active.delete(key);
  }
}

function findType(session: Session, file: string, name: string): Possible | null {
  const exported = namesOf(session, file);
  if ('reason' in exported) return null;
  const own = exported.names.get(name);
  if (own?.kind === 'from') return exportedType(session, file, own.specifier, own.name);
  if (own === undefined) {
    for (const specifier of exported.stars) {
      const found = exportedType(session, file, specifier, name);
      if (found !== null) return found;
    }
    return null;
  }
  const module = openModule(session, file);
  if (isGap(module)) return null;
  const local = exportsOf(module).names.get(name);
  const variable = topVariable(module, local?.kind === 'variable' ? local.name : name);
  return variable === undefined ? null : typeOfVariable({ session, module }, variable);
}
