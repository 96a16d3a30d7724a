import { type TSESTree } from '@typescript-eslint/types';
import { flatMap, known, only, union, type Possible, type Value } from './value.ts';
import { SETS } from '../text/tree.ts';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { isSettled } from './settled.ts';

export function logicalOf(scene: Scene, node: TSESTree.LogicalExpression): Possible {
  const left = evaluate(scene, node.left);
  if (node.operator === '&&') return conjunctionOf(scene, node, left);
  const passes = node.operator === '??' ? isNullish : isFalsy;
  const kept = left.values.filter((value) => !passes(value));
  const sure = left.gaps.length === 0 && kept.length > 0 && !kept.some((value) => value.kind === 'builtin');
  if (sure && kept.length === left.values.length && isSettled(scene, node.left)) return left;
  return union({ values: kept, gaps: left.gaps }, evaluate(scene, node.right));
}

/** What is falsy on the left, if anything can be, and what stands on the right, if that can be reached. */
function conjunctionOf(scene: Scene, node: TSESTree.LogicalExpression, left: Possible): Possible {
  const isOpen = left.gaps.length > 0 || left.values.some((value) => value.kind === 'builtin');
  const falsy = left.values.filter(isFalsy);
  if (!isOpen && falsy.length === left.values.length && falsy.length > 0 && isSettled(scene, node.left))
    return { values: falsy, gaps: [] };
  // Some falsy value: nobody hands one to a router.
  const other = isOpen ? [primitive(scene, node.left, undefined)] : [];
  return union({ values: [...falsy, ...other], gaps: [] }, evaluate(scene, node.right));
}

export function conditionalOf(scene: Scene, node: TSESTree.ConditionalExpression): Possible {
  const test = scene.session.narrow ? undefined : only(evaluate(scene, node.test));
  if (test?.kind === 'primitive' && isSettled(scene, node.test))
    return evaluate(scene, test.value ? node.consequent : node.alternate);
  return union(evaluate(scene, node.consequent), evaluate(scene, node.alternate));
}

export function assignmentOf(scene: Scene, node: TSESTree.AssignmentExpression): Possible {
  const right = evaluate(scene, node.right);
  if (node.operator === '=') return right;
  if (!SETS.has(node.operator)) return gap(scene, node, `is changed with ${node.operator}`);
  const left = evaluate(scene, node.left);
  const passes = node.operator === '??=' ? isNullish : node.operator === '||=' ? isFalsy : (): boolean => false;
  return union({ ...left, values: left.values.filter((value) => !passes(value)) }, right);
}

/** A comparison or a difference of what is known. */
export function computedOf(scene: Scene, node: TSESTree.BinaryExpression): Possible {
  const [left, right] = [node.left, node.right].map((side) => only(evaluate(scene, side)));
  const unsure = () => gap(scene, node, `is computed with ${node.operator}`);
  if (left?.kind !== 'primitive' || right?.kind !== 'primitive') return unsure();
  switch (node.operator) {
    case '===':
      return known(primitive(scene, node, left.value === right.value));
    case '!==':
      return known(primitive(scene, node, left.value !== right.value));
    case '-':
      return typeof left.value === 'number' && typeof right.value === 'number'
        ? known(primitive(scene, node, left.value - right.value))
        : unsure();
    default:
      return unsure();
  }
}

function isNullish(value: Value): boolean {
  return value.kind === 'primitive' && value.value == null;
}

function isFalsy(value: Value): boolean {
  return value.kind === 'primitive' && !value.value;
}

export function unaryOf(scene: Scene, node: TSESTree.UnaryExpression): Possible {
  if (node.operator === 'void') return known(primitive(scene, node, undefined));
  if (node.operator === '!') {
    return flatMap(evaluate(scene, node.argument), (value) => {
      if (value.kind === 'builtin') return known(primitive(scene, node, true), primitive(scene, node, false));
      return known(primitive(scene, node, value.kind === 'primitive' && !value.value));
    });
  }
  if (node.operator === '-' || node.operator === '+') {
    return flatMap(evaluate(scene, node.argument), (value) => {
      if (value.kind !== 'primitive' || typeof value.value === 'bigint') return gap(scene, node, 'is computed');
      const number = Number(value.value);
      return known(primitive(scene, node, node.operator === '-' ? -number : number));
    });
  }
  return gap(scene, node, `is computed with ${node.operator}`);
}
