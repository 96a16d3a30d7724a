import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { constructedFields, fieldOf } from './class-fields.ts';
import { evaluate, gap, type Scene } from './evaluate.ts';
import { getterOf } from './evaluate-literal.ts';
import { layOut } from './lines.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { memoOf } from '../session.ts';
import { plainKey } from '../text/tree.ts';
import { flatMap, known, unknown, type ClassValue, type ObjectItem, type ObjectValue, type Possible } from './value.ts';

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export function classOf(scene: Scene, node: ClassNode): ClassValue {
  return { kind: 'class', statics: sideOf(scene, node, true), instance: sideOf(scene, node, false) };
}

/** One side of a class: what stands on the class itself, or on what it makes. */
export function sideOf(scene: Scene, node: ClassNode, isStatic: boolean): ObjectValue {
  const done = keptSide(scene, node, isStatic);
  if (done !== null) return done;
  const memo = memoFor(scene);
  const key = keyOf(node, isStatic);
  const lines: ObjectItem[] = [];
  const side = (): ObjectValue => {
    const place = placeOf(scene.module, isStatic ? node : node.body);
    return { kind: 'object', ...layOut(lines), duplicates: [], place, instance: true };
  };
  if (node.superClass != null) lines.push(inherited(scene, node.superClass, isStatic));
  for (const member of node.body.body) lines.push(...linesOf(scene, node, member, isStatic, side));
  const getters = node.body.body.filter((member) => isGetter(member, isStatic));
  if (getters.length > 0) {
    // A getter may ask for `this`, which is all of the class but the getters.
    memo?.set(key, known(side()));
    lines.push(...getters.flatMap((getter) => getterLine(scene, getter)));
  }
  const whole = side();
  memo?.set(key, known(whole));
  return whole;
}

/** The side as far as it is worked out. */
export function keptSide(scene: Scene, node: ClassNode, isStatic: boolean): ObjectValue | null {
  const [kept] = memoFor(scene)?.get(keyOf(node, isStatic))?.values ?? [];
  return kept?.kind === 'object' ? kept : null;
}

function memoFor(scene: Scene): Map<object, Possible> | undefined {
  return scene.bound === undefined ? memoOf(scene.session) : undefined;
}

/** The class's own node stands for the class as a value: its sides go by what is inside of it. */
function keyOf(node: ClassNode, isStatic: boolean): object {
  return isStatic ? node.body.body : node.body;
}

function inherited(scene: Scene, superClass: Node, isStatic: boolean): ObjectItem {
  const value = flatMap(evaluate(scene, superClass), (each) =>
    each.kind === 'class' ? known(isStatic ? each.statics : each.instance) : unknown(),
  );
  return { key: null, value, place: placeOf(scene.module, superClass) };
}

/** What one member of a class gives to a side. `soFar` is what stands above it. */
function linesOf(
  scene: Scene,
  owner: ClassNode,
  member: TSESTree.ClassElement,
  isStatic: boolean,
  soFar: () => ObjectValue,
): readonly ObjectItem[] {
  switch (member.type) {
    case AST_NODE_TYPES.MethodDefinition:
    case AST_NODE_TYPES.TSAbstractMethodDefinition: {
      if (member.kind === 'constructor') return isStatic ? [] : constructedFields(scene, owner, member.value);
      const key = plainKey(member.key, member.computed);
      if (member.static !== isStatic || key === null || member.kind === 'set') return [];
      const value = member.kind === 'get' ? gap(scene, member, 'is a getter') : evaluate(scene, member.value);
      return [{ key, value, place: placeOf(scene.module, member.key) }];
    }
    case AST_NODE_TYPES.PropertyDefinition:
    case AST_NODE_TYPES.AccessorProperty:
    case AST_NODE_TYPES.TSAbstractPropertyDefinition:
    case AST_NODE_TYPES.TSAbstractAccessorProperty: {
      const key = plainKey(member.key, member.computed);
      const value = member.static === isStatic ? fieldOf(scene, owner, member, soFar) : null;
      return key === null || value === null ? [] : [{ key, value, place: placeOf(scene.module, member.key) }];
    }
    default:
      return [];
  }
}

function isGetter(member: TSESTree.ClassElement, isStatic: boolean): member is TSESTree.MethodDefinition {
  return member.type === AST_NODE_TYPES.MethodDefinition && member.kind === 'get' && member.static === isStatic;
}

function getterLine(scene: Scene, getter: TSESTree.ClassElement): readonly ObjectItem[] {
  if (getter.type !== AST_NODE_TYPES.MethodDefinition) return [];
  const key = plainKey(getter.key, getter.computed);
  if (key === null) return [];
  return [{ key, value: getterOf(scene, getter, getter.value), place: placeOf(scene.module, getter.key) }];
}
