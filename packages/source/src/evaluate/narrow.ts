import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Scene } from './evaluate.ts';
import { factsOfCase, refinedBy, type Fact } from './facts.ts';
import { factsBefore } from './facts-before.ts';
import type { Module, Node } from '../text/parse.ts';
import { parentOf } from '../text/tree.ts';
import type { Possible } from './value.ts';

/** What a variable that is written once can still be where it is read: the conditions on the way there are minded. */
export function narrowed(scene: Scene, node: Node, variable: Variable, possible: Possible): Possible {
  let left = possible;
  for (let inner = node, outer = parentOf(scene.module, node); outer !== undefined;) {
    for (const fact of factsOf(scene.module, variable, outer, inner)) left = refinedBy(scene, variable, left, fact);
    // A declared function may be called before the conditions around it.
    if (outer.type === AST_NODE_TYPES.FunctionDeclaration) break;
    inner = outer;
    outer = parentOf(scene.module, outer);
  }
  return left;
}

/** What is known inside a node because of the node around it. */
function factsOf(module: Module, variable: Variable, outer: Node, inner: Node): readonly Fact[] {
  switch (outer.type) {
    case AST_NODE_TYPES.IfStatement:
    case AST_NODE_TYPES.ConditionalExpression:
      return inner === outer.test ? [] : [{ test: outer.test, holds: inner === outer.consequent }];
    case AST_NODE_TYPES.LogicalExpression:
      if (inner !== outer.right || outer.operator === '??') return [];
      return [{ test: outer.left, holds: outer.operator === '&&' }];
    case AST_NODE_TYPES.WhileStatement:
      return inner === outer.body ? [{ test: outer.test, holds: true }] : [];
    case AST_NODE_TYPES.ForStatement:
      return outer.test !== null && (inner === outer.body || inner === outer.update)
        ? [{ test: outer.test, holds: true }]
        : [];
    case AST_NODE_TYPES.BlockStatement:
    case AST_NODE_TYPES.Program:
      return factsBefore(module, variable, outer.body, inner);
    case AST_NODE_TYPES.SwitchCase: {
      const before = factsBefore(module, variable, outer.consequent, inner);
      const around = parentOf(module, outer);
      if (inner === outer.test || around?.type !== AST_NODE_TYPES.SwitchStatement) return before;
      return [...factsOfCase(module, around, outer), ...before];
    }
    default:
      return [];
  }
}
