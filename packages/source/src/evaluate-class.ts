import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, type Scene } from './evaluate.ts';
import { evaluateVariable } from './evaluate-variable.ts';
import { typeOf } from './evaluate-type.ts';
import { placeOf, type Node } from './parse.ts';
import { parentOf, plainKey } from './tree.ts';
import { flatMap, known, unknown, type ClassValue, type ObjectItem, type Possible } from './value.ts';

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export function classOf(scene: Scene, node: ClassNode): ClassValue {
  return { kind: 'class', statics: sideOf(scene, node, true), instance: sideOf(scene, node, false) };
}

function sideOf(scene: Scene, node: ClassNode, isStatic: boolean): ClassValue['statics'] {
  const items: ObjectItem[] = [];
  if (node.superClass != null) items.push(inherited(scene, node.superClass, isStatic));
  for (const member of node.body.body) {
    if (member.type === AST_NODE_TYPES.MethodDefinition && !member.static && member.kind === 'constructor') {
      if (!isStatic) items.push(...constructed(scene, member.value));
    } else if (
      (member.type === AST_NODE_TYPES.PropertyDefinition || member.type === AST_NODE_TYPES.AccessorProperty) &&
      member.static === isStatic
    ) {
      const item = fieldOf(scene, member);
      if (item !== null) items.push(item);
    } else if (member.type === AST_NODE_TYPES.MethodDefinition && member.static === isStatic) {
      const key = plainKey(member.key, member.computed);
      const value = member.kind === 'method' ? evaluate(scene, member.value) : gap(scene, member, 'is a getter');
      if (key !== null) items.push({ key, value, place: placeOf(scene.module, member.key) });
    }
  }
  return { kind: 'object', items, duplicates: [], place: placeOf(scene.module, node), instance: true };
}

function inherited(scene: Scene, superClass: Node, isStatic: boolean): ObjectItem {
  const value = flatMap(evaluate(scene, superClass), (each) =>
    each.kind === 'class' ? known(isStatic ? each.statics : each.instance) : unknown(),
  );
  return { key: null, value, place: placeOf(scene.module, superClass) };
}

function fieldOf(scene: Scene, member: TSESTree.PropertyDefinition | TSESTree.AccessorProperty): ObjectItem | null {
  const key = plainKey(member.key, member.computed);
  if (key === null) return null;
  const place = placeOf(scene.module, member.key);
  if (member.value !== null) return { key, value: evaluate(scene, member.value), place };
  const type = member.typeAnnotation?.typeAnnotation;
  return type === undefined ? null : { key, value: typeOf(scene, type), place };
}

/** What a constructor gives to fields: `this.route = routeModel`, and parameters that are fields. */
function constructed(scene: Scene, node: Node): ObjectItem[] {
  if (node.type !== AST_NODE_TYPES.FunctionExpression) return [];
  const items: ObjectItem[] = [];
  for (const param of node.params) {
    if (param.type !== AST_NODE_TYPES.TSParameterProperty) continue;
    const name = param.parameter.type === AST_NODE_TYPES.AssignmentPattern ? param.parameter.left : param.parameter;
    const variable = scene.module.scopes.getDeclaredVariables(node).find((each) => each.defs[0]?.name === name);
    if (variable === undefined) continue;
    items.push({ key: name.name, value: evaluateVariable(scene, variable, name), place: placeOf(scene.module, name) });
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
    if (key !== null) items.push({ key, value: evaluate(scene, right), place: placeOf(scene.module, left.property) });
  }
  return items;
}

/** What `this` is inside a class; a gap elsewhere. */
export function thisOf(scene: Scene, node: TSESTree.ThisExpression): Possible {
  const { active } = scene.session;
  let inner: Node = node;
  for (let outer = parentOf(scene.module, node); outer !== undefined; outer = parentOf(scene.module, outer)) {
    if (outer.type === AST_NODE_TYPES.ClassBody) {
      const owner = parentOf(scene.module, outer);
      if (owner?.type !== AST_NODE_TYPES.ClassDeclaration && owner?.type !== AST_NODE_TYPES.ClassExpression) break;
      if (active.has(owner)) break;
      active.add(owner);
      try {
        const isStatic = inner.type === AST_NODE_TYPES.StaticBlock || ('static' in inner && inner.static);
        return known(sideOf(scene, owner, isStatic));
      } finally {
        active.delete(owner);
      }
    }
    if (outer.type === AST_NODE_TYPES.FunctionDeclaration) break;
    if (
      outer.type === AST_NODE_TYPES.FunctionExpression &&
      parentOf(scene.module, outer)?.type !== AST_NODE_TYPES.MethodDefinition
    )
      break;
    inner = outer;
  }
  return gap(scene, node, 'is a field of an object that is not known');
}
