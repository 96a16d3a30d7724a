import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { callsAt, type RouterCall } from '../call/calls.ts';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { routerNodes } from '../module/leading.ts';
import { isNamedRouter, looksLikeRouter } from './lower-callee.ts';
import { faultOf, type LowerFault } from './lower-fault.ts';
import { asking } from '../session.ts';
import { nodesBelow } from '../text/tree.ts';

/**
 * Calls of a router's function that hand in nothing: what the erased form becomes where types are removed and nothing makes
 * it real.
 */
export function callsWithoutTask(scene: Scene): readonly LowerFault[] {
  const reaches = routerNodes(scene).length > 0;
  const faults: LowerFault[] = [];
  for (const node of nodesBelow(scene.module.tree)) {
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    // In a file that imports no router only a name can tell.
    if (!reaches && !isNamedRouter(node.callee)) continue;
    const calls = callsAt(scene, node).filter((each) => !each.wrapper);
    const call = calls.find((each) => each.form === 'erased' || isNotGiven(each));
    if (call !== undefined) {
      const reason = `${call.callee} is called without a task: a type argument is gone at run time`;
      faults.push(faultOf(scene, node, reason, `write ${call.callee}('your-task')`));
    } else if (calls.length === 0 && node.arguments.length === 0) {
      const callee = asking(scene.session, true, () => evaluate(scene, node.callee));
      if (!looksLikeRouter(scene, node, null, callee)) continue;
      const reason = "a call without a task looks like a router's, and cannot be followed to one";
      faults.push(faultOf(scene, node, reason, "write routeModel('your-task')"));
    }
  }
  return faults;
}

/** What is missing is missed at the call; what a list may bring is not known at that list. */
function isNotGiven({ task, node, place }: RouterCall): boolean {
  const isMissed = task.gaps.every(({ line, column }) => line === place.line && column === place.column);
  return task.node === node && task.values.length === 0 && isMissed;
}
