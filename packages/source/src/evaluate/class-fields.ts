import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, type Scene } from './evaluate.ts';
import type { ClassNode } from './evaluate-class.ts';
import { evaluateVariable } from './evaluate-variable.ts';
import { typeOf } from './evaluate-type.ts';
import { memberOf } from './member.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { isOfValue, parentOf, plainKey, unwrap, variableOf } from '../text/tree.ts';
import { union, unknown, type ObjectItem, type ObjectValue, type Possible } from './value.ts';

type Field =
  | TSESTree.PropertyDefinition
  | TSESTree.AccessorProperty
  | TSESTree.TSAbstractPropertyDefinition
  | TSESTree.TSAbstractAccessorProperty;

/** What a field begins with, or what its type allows; null where neither is written. `soFar` is what stands above it. */
export function fieldOf(scene: Scene, owner: ClassNode, field: Field, soFar: () => ObjectValue): Possible | null {
  const type = field.typeAnnotation?.typeAnnotation;
  if (field.value === null) return type === undefined ? null : typeOf(scene, type);
  const value = ofItself(scene, owner, field.value, soFar) ?? evaluate(scene, field.value);
  return field.static ? value : asSeen(scene, owner, field, field, value);
}

/** `static B = Owner.A`: the class is not made yet, but what stands above is. */
function ofItself(scene: Scene, owner: ClassNode, node: Node, soFar: () => ObjectValue): Possible | null {
  const value = unwrap(node);
  if (value.type !== AST_NODE_TYPES.MemberExpression || value.object.type !== AST_NODE_TYPES.Identifier) return null;
  const key = plainKey(value.property, value.computed);
  const variable = variableOf(scene.module, value.object);
  if (key === null || variable?.defs.some((definition) => definition.node === owner) !== true) return null;
  return memberOf(scene, soFar(), key, placeOf(scene.module, value.property));
}

/** What a constructor gives to fields first of all: `this.route = routeModel`, and parameters that are fields. */
export function constructedFields(scene: Scene, owner: ClassNode, node: Node): readonly ObjectItem[] {
  if (node.type !== AST_NODE_TYPES.FunctionExpression) return [];
  const items: ObjectItem[] = [];
  for (const param of node.params) {
    if (param.type !== AST_NODE_TYPES.TSParameterProperty) continue;
    const name = param.parameter.type === AST_NODE_TYPES.AssignmentPattern ? param.parameter.left : param.parameter;
    const variable = scene.module.scopes.getDeclaredVariables(node).find((each) => each.defs[0]?.name === name);
    if (variable === undefined) continue;
    const value = asSeen(scene, owner, param, param, evaluateVariable(scene, variable, name));
    items.push({ key: name.name, value, place: placeOf(scene.module, name) });
  }
  for (const statement of node.body.body) {
    if (
      statement.type !== AST_NODE_TYPES.ExpressionStatement ||
      statement.expression.type !== AST_NODE_TYPES.AssignmentExpression
    )
      continue;
    const { left, right } = statement.expression;
    if (left.type !== AST_NODE_TYPES.MemberExpression || left.object.type !== AST_NODE_TYPES.ThisExpression) continue;
    const key = plainKey(left.property, left.computed);
    if (key === null) continue;
    const value = asSeen(scene, owner, declared(owner, key), left, evaluate(scene, right));
    items.push({ key, value, place: placeOf(scene.module, left.property) });
  }
  return items;
}

/** The field of a class by which a key is declared. */
function declared(owner: ClassNode, key: string): Field | null {
  const found = owner.body.body.find(
    (each) => 'key' in each && !each.static && plainKey(each.key, each.computed) === key,
  );
  return found !== undefined && 'typeAnnotation' in found && 'key' in found ? found : null;
}

/**
 * The value of a field, as far as the class alone tells it: one that other code can write to is open, but for a closed type,
 * which the compiler holds that code to.
 */
function asSeen(
  scene: Scene,
  owner: ClassNode,
  field: Field | TSESTree.TSParameterProperty | null,
  node: Node,
  value: Possible,
): Possible {
  if (isPrivate(field, node) || !isOpen(scene.module, owner)) return value;
  const type = field !== null && 'typeAnnotation' in field ? field.typeAnnotation?.typeAnnotation : undefined;
  const allowed = type === undefined ? unknown() : typeOf(scene, type);
  if (allowed.values.length > 0 && allowed.gaps.length === 0) return allowed;
  return union(value, gap(scene, node, 'is a field that can be written to from outside the class'));
}

/** Whether only the class's own text can write to a field. */
function isPrivate(field: Field | TSESTree.TSParameterProperty | null, node: Node): boolean {
  if (node.type === AST_NODE_TYPES.MemberExpression && node.property.type === AST_NODE_TYPES.PrivateIdentifier)
    return true;
  if (field === null) return false;
  if (field.readonly || field.accessibility === 'private') return true;
  return 'key' in field && field.key.type === AST_NODE_TYPES.PrivateIdentifier;
}

/** Whether a class goes where its fields can be written to unseen: it is extended, exported, or handed on. */
function isOpen(module: Module, owner: ClassNode): boolean {
  const around = parentOf(module, owner);
  const named = around?.type === AST_NODE_TYPES.VariableDeclarator ? around : owner;
  if (named === owner && owner.type === AST_NODE_TYPES.ClassExpression)
    return around?.type !== AST_NODE_TYPES.NewExpression;
  const statement = named === owner ? around : parentOf(module, parentOf(module, named) ?? named);
  if (
    statement?.type === AST_NODE_TYPES.ExportNamedDeclaration ||
    statement?.type === AST_NODE_TYPES.ExportDefaultDeclaration
  )
    return true;
  return module.scopes
    .getDeclaredVariables(named)
    .some((variable) =>
      variable.references.some(
        (reference) => isOfValue(reference) && reference.init !== true && !staysIn(module, reference.identifier),
      ),
    );
}

/** `new Owner()`, `Owner.key`, `x instanceof Owner` */
function staysIn(module: Module, reference: Node): boolean {
  const parent = parentOf(module, reference);
  switch (parent?.type) {
    case AST_NODE_TYPES.NewExpression:
      return parent.callee === reference;
    case AST_NODE_TYPES.MemberExpression:
      return parent.object === reference;
    case AST_NODE_TYPES.BinaryExpression:
      return parent.operator === 'instanceof';
    default:
      return false;
  }
}
