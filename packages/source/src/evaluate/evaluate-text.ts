import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { gapAt } from '../text/gap.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { combine, known, type Possible, type Value } from './value.ts';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';

/** A template's text, of a value or of a type. */
export function templateOf(
  scene: Scene,
  node: Node,
  quasis: readonly TSESTree.TemplateElement[],
  parts: readonly Node[],
  read: (scene: Scene, node: Node) => Possible = evaluate,
): Possible {
  let text: Possible = known(primitive(scene, node, quasis[0]?.value.cooked ?? ''));
  parts.forEach((part, index) => {
    const tail = primitive(scene, node, quasis[index + 1]?.value.cooked ?? '');
    text = joined(scene, node, joined(scene, node, text, read(scene, part), true), known(tail), true);
  });
  return text;
}

/** `a + b + c`, without a stack of calls for a long chain. */
export function sumOf(scene: Scene, node: TSESTree.BinaryExpression): Possible {
  const terms: Node[] = [];
  let left: Node = node;
  while (left.type === AST_NODE_TYPES.BinaryExpression && left.operator === '+') {
    terms.push(left.right);
    left = left.left;
  }
  let sum = evaluate(scene, left);
  for (const term of terms.reverse()) sum = joined(scene, node, sum, evaluate(scene, term), false);
  return sum;
}

function joined(scene: Scene, node: Node, left: Possible, right: Possible, asText: boolean): Possible {
  const tooMany = () => gapAt(placeOf(scene.module, node), 'has more than 1,000 possible values');
  return combine(left, right, tooMany, (one, other) => {
    if (one.kind !== 'primitive' || other.kind !== 'primitive') return gap(scene, node, reasonOfPart(one, other));
    if (!asText && typeof one.value === 'number' && typeof other.value === 'number')
      return known(primitive(scene, node, one.value + other.value));
    if (!asText && typeof one.value !== 'string' && typeof other.value !== 'string')
      return gap(scene, node, 'adds what is not text');
    return known(primitive(scene, node, `${String(one.value)}${String(other.value)}`));
  });
}

function reasonOfPart(one: Value, other: Value): string {
  const part = one.kind === 'primitive' ? other : one;
  return part.kind === 'builtin' ? `contains ${part.name}, known only at run time` : 'contains what is not text';
}
