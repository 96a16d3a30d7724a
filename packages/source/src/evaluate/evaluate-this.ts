import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { keptSide, sideOf } from './evaluate-class.ts';
import { evaluate, gap, type Scene } from './evaluate.ts';
import type { Node } from '../text/parse.ts';
import { parentOf } from '../text/tree.ts';
import { known, union, type Possible } from './value.ts';

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

function ofClass(scene: Scene, node: Node, body: TSESTree.ClassBody, member: Node): Possible {
  const owner = parentOf(scene.module, body);
  if (owner?.type !== AST_NODE_TYPES.ClassDeclaration && owner?.type !== AST_NODE_TYPES.ClassExpression)
    return gap(scene, node, 'is a field of an object that is not known');
  const isStatic = member.type === AST_NODE_TYPES.StaticBlock || ('static' in member && member.static);
  const kept = keptSide(scene, owner, isStatic);
  if (kept !== null) return known(kept);
  // While one side is worked out, the other one may be asked for.
  const key = isStatic ? owner.body.body : owner.body;
  return guarded(scene, node, key, () => known(sideOf(scene, owner, isStatic)));
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
