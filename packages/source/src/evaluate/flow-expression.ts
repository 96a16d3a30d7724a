import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { join, type Arrivals } from './arrivals.ts';
import { assertedBy, endsAt } from './assertion.ts';
import { isFunction } from './evaluate-function.ts';
import { called, isTooLong, known, note, wrote, type Flow } from './flow.ts';
import { holds } from './pattern.ts';
import type { Node } from '../text/parse.ts';
import { childrenOf, nodesBelow, SETS, unwrap } from '../text/tree.ts';

/** What has arrived behind an expression, by what has arrived before it. */
export function afterExpression(flow: Flow, node: Node | null | undefined, before: Arrivals): Arrivals {
  if (node == null || before === null || isTooLong(flow)) return before;
  if (isFunction(node)) {
    note(flow, node, before);
    return before;
  }
  switch (node.type) {
    case AST_NODE_TYPES.Identifier:
      if (flow.asked.has(node)) note(flow, node, before);
      return before;
    case AST_NODE_TYPES.AssignmentExpression:
      return afterAssignment(flow, node, before);
    case AST_NODE_TYPES.UpdateExpression:
      return afterPattern(flow, node.argument, afterExpression(flow, node.argument, before));
    case AST_NODE_TYPES.ConditionalExpression: {
      const [met, missed] = afterCondition(flow, node.test, before);
      return join(afterExpression(flow, node.consequent, met), afterExpression(flow, node.alternate, missed));
    }
    case AST_NODE_TYPES.LogicalExpression: {
      const [met, missed] = afterCondition(flow, node.left, before);
      if (node.operator === '&&') return join(missed, afterExpression(flow, node.right, met));
      if (node.operator === '||') return join(met, afterExpression(flow, node.right, missed));
      const left = join(met, missed);
      return join(left, afterExpression(flow, node.right, left));
    }
    case AST_NODE_TYPES.ChainExpression:
      return join(before, afterExpression(flow, node.expression, before));
    case AST_NODE_TYPES.MemberExpression: {
      const owner = afterExpression(flow, node.object, before);
      return node.computed ? afterExpression(flow, node.property, owner) : owner;
    }
    case AST_NODE_TYPES.Property: {
      const key = node.computed ? afterExpression(flow, node.key, before) : before;
      return afterExpression(flow, node.value, key);
    }
    case AST_NODE_TYPES.CallExpression:
      return afterCall(flow, node, before);
    case AST_NODE_TYPES.NewExpression:
    case AST_NODE_TYPES.ImportExpression:
    case AST_NODE_TYPES.TaggedTemplateExpression:
    case AST_NODE_TYPES.AwaitExpression:
    case AST_NODE_TYPES.YieldExpression:
      return called(flow, afterAll(flow, childrenOf(node), before));
    case AST_NODE_TYPES.ClassExpression:
    case AST_NODE_TYPES.ClassDeclaration:
      // What stands in a class is taken for another function's.
      return called(flow, afterExpression(flow, node.superClass, before));
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSTypeAssertion:
    case AST_NODE_TYPES.TSInstantiationExpression:
      return afterExpression(flow, node.expression, before);
    default:
      return node.type.startsWith('TS') ? before : afterAll(flow, childrenOf(node), before);
  }
}

function afterAll(flow: Flow, nodes: readonly Node[], before: Arrivals): Arrivals {
  return nodes.reduce((arrivals, node) => afterExpression(flow, node, arrivals), before);
}

function afterCall(flow: Flow, node: TSESTree.CallExpression, before: Arrivals): Arrivals {
  const after = called(flow, afterAll(flow, childrenOf(node), before));
  if (endsAt(flow.module, node)) return null;
  const fact = assertedBy(flow.module, node);
  return fact === null || !isPlain(flow, node, true) ? after : known(flow, after, fact);
}

function afterAssignment(flow: Flow, node: TSESTree.AssignmentExpression, before: Arrivals): Arrivals {
  const { left, operator, right } = node;
  if (operator === '=') {
    const target = left.type === AST_NODE_TYPES.MemberExpression ? afterExpression(flow, left, before) : before;
    return afterPattern(flow, left, afterExpression(flow, right, target));
  }
  if (!SETS.has(operator)) return afterPattern(flow, left, afterAll(flow, [left, right], before));
  const asked = afterExpression(flow, left, before);
  const truthy = known(flow, asked, { test: left, holds: true });
  const falsy = known(flow, asked, { test: left, holds: false });
  const kept = operator === '||=' ? truthy : operator === '&&=' ? falsy : join(truthy, falsy);
  const replaced = operator === '||=' ? falsy : operator === '&&=' ? truthy : join(truthy, falsy);
  return join(kept, afterPattern(flow, left, afterExpression(flow, right, replaced)));
}

/** What is written through a pattern, whose defaults may be asked. */
export function afterPattern(flow: Flow, pattern: Node, before: Arrivals): Arrivals {
  const target = unwrap(pattern);
  switch (target.type) {
    case AST_NODE_TYPES.Identifier:
      return wrote(flow, target, before);
    case AST_NODE_TYPES.AssignmentPattern:
      return afterPattern(flow, target.left, join(before, afterExpression(flow, target.right, before)));
    case AST_NODE_TYPES.Property: {
      const key = target.computed ? afterExpression(flow, target.key, before) : before;
      return afterPattern(flow, target.value, key);
    }
    case AST_NODE_TYPES.ObjectPattern:
    case AST_NODE_TYPES.ArrayPattern:
    case AST_NODE_TYPES.RestElement:
      return childrenOf(target).reduce((arrivals, each) => afterPattern(flow, each, arrivals), before);
    default:
      return before;
  }
}

/** What has arrived where a condition holds, and where it does not. */
export function afterCondition(flow: Flow, test: Node, before: Arrivals): readonly [met: Arrivals, missed: Arrivals] {
  const node = unwrap(test);
  if (node.type === AST_NODE_TYPES.Literal) return node.value ? [before, null] : [null, before];
  if (isPlain(flow, node)) {
    const after = afterExpression(flow, node, before);
    return [known(flow, after, { test: node, holds: true }), known(flow, after, { test: node, holds: false })];
  }
  if (node.type === AST_NODE_TYPES.UnaryExpression && node.operator === '!') {
    const [met, missed] = afterCondition(flow, node.argument, before);
    return [missed, met];
  }
  if (node.type === AST_NODE_TYPES.LogicalExpression && node.operator !== '??') {
    const [met, missed] = afterCondition(flow, node.left, before);
    const isBoth = node.operator === '&&';
    const [then, otherwise] = afterCondition(flow, node.right, isBoth ? met : missed);
    return isBoth ? [then, join(missed, otherwise)] : [join(met, then), otherwise];
  }
  const after = afterExpression(flow, node, before);
  const isSet = node.type === AST_NODE_TYPES.AssignmentExpression && node.operator === '=';
  if (!isSet || !flow.names.has(node.left)) return [after, after];
  return [known(flow, after, { test: node.left, holds: true }), known(flow, after, { test: node.left, holds: false })];
}

/** Whether a condition leaves the variable as it is, and nothing that it calls writes it either, but for an assertion itself. */
function isPlain({ names, foreign }: Flow, test: Node, isCall = false): boolean {
  for (const name of names) if (holds(test, name)) return false;
  if (foreign.length === 0) return true;
  return !nodesBelow(test).some((node) => CALLS.has(node.type) && (node !== test || !isCall));
}

const CALLS: ReadonlySet<string> = new Set([
  AST_NODE_TYPES.CallExpression,
  AST_NODE_TYPES.NewExpression,
  AST_NODE_TYPES.TaggedTemplateExpression,
  AST_NODE_TYPES.AwaitExpression,
  AST_NODE_TYPES.YieldExpression,
]);
