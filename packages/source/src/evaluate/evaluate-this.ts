import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { keptSide, sideOf } from './evaluate-class.ts';
import { evaluate, gap, type Scene } from './evaluate.ts';
import type { Node } from '../text/parse.ts';
import { parentOf, variableOf } from '../text/tree.ts';
import { flatMap, known, union, type Possible } from './value.ts';

/** What `this` is inside a class, and in the methods of an object; a gap elsewhere. */
export function thisOf(scene: Scene, node: TSESTree.ThisExpression): Possible {
  let inner: Node = node;
  for (let outer = parentOf(scene.module, node); outer !== undefined; outer = parentOf(scene.module, outer)) {
    if (outer.type === AST_NODE_TYPES.ClassBody) return ofClass(scene, node, outer, inner);
    if (outer.type === AST_NODE_TYPES.FunctionDeclaration) break;
    if (outer.type === AST_NODE_TYPES.FunctionExpression) {
      const around = parentOf(scene.module, outer);
      if (around?.type === AST_NODE_TYPES.Property && around.value === outer) return ofObject(scene, node, around);
      if (around?.type !== AST_NODE_TYPES.MethodDefinition) break;
    }
    inner = outer;
  }
  return gap(scene, node, 'is a field of an object that is not known');
}

/** `static only = new Owner()`: the class is not made yet, but what it makes is known. Null where it is no class in the making. */
export function instanceOfItself(scene: Scene, callee: Node): Possible | null {
  const variable = variableOf(scene.module, callee);
  const owner = variable?.defs[0]?.node;
  if (variable == null || !scene.session.active.has(variable)) return null;
  if (owner?.type !== AST_NODE_TYPES.ClassDeclaration && owner?.type !== AST_NODE_TYPES.ClassExpression) return null;
  return guarded(scene, callee, owner.body, () => known(sideOf(scene, owner, false)));
}

/** What `super` is in a method of a class: what that extends. */
export function superOf(scene: Scene, node: TSESTree.Super): Possible {
  let member: Node = node;
  for (let outer = parentOf(scene.module, node); outer !== undefined; outer = parentOf(scene.module, outer)) {
    const owner = outer.type === AST_NODE_TYPES.ClassBody ? parentOf(scene.module, outer) : undefined;
    if (owner?.type === AST_NODE_TYPES.ClassDeclaration || owner?.type === AST_NODE_TYPES.ClassExpression)
      return owner.superClass === null
        ? gap(scene, node, 'extends nothing')
        : flatMap(evaluate(scene, owner.superClass), (value) => {
            if (value.kind !== 'class') return gap(scene, node, 'extends what is no class that is known');
            return known(isStatic(member) ? value.statics : value.instance);
          });
    member = outer;
  }
  return gap(scene, node, 'is a member of an object that is not known');
}

function isStatic(member: Node): boolean {
  return member.type === AST_NODE_TYPES.StaticBlock || ('static' in member && member.static);
}

function ofClass(scene: Scene, node: Node, body: TSESTree.ClassBody, member: Node): Possible {
  const owner = parentOf(scene.module, body);
  if (owner?.type !== AST_NODE_TYPES.ClassDeclaration && owner?.type !== AST_NODE_TYPES.ClassExpression)
    return gap(scene, node, 'is a field of an object that is not known');
  const onClass = isStatic(member);
  const kept = keptSide(scene, owner, onClass);
  if (kept !== null) return known(kept);
  // While one side is worked out, the other one may be asked for.
  const key = onClass ? owner.body.body : owner.body;
  return guarded(scene, node, key, () => known(sideOf(scene, owner, onClass)));
}

/** A method may be called on another object too: what the one around it holds is judged, and it stays open. */
function ofObject(scene: Scene, node: Node, method: TSESTree.Property): Possible {
  const owner = parentOf(scene.module, method);
  if (owner?.type !== AST_NODE_TYPES.ObjectExpression)
    return gap(scene, node, 'is a field of an object that is not known');
  const object = guarded(scene, node, owner, () => evaluate(scene, owner));
  return union(object, gap(scene, node, 'is a field of whatever object the method is called on'));
}

function guarded(scene: Scene, node: Node, key: object, read: () => Possible): Possible {
  const { active } = scene.session;
  if (active.has(key)) return gap(scene, node, 'is made from itself');
  active.add(key);
  try {
    return read();
  } finally {
    active.delete(key);
  }
}
