import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { isSameArrivals, join, type Arrivals } from './arrivals.ts';
import { afterQuiet, called, isTooLong, jump, known, mayThrow, type Flow, type Target } from './flow.ts';
import { afterCondition, afterExpression, afterPattern } from './flow-expression.ts';
import type { Node } from '../text/parse.ts';

/** What has arrived behind a statement, by what has arrived before it. */
function afterStatement(flow: Flow, node: Node, before: Arrivals): Arrivals {
  if (before === null || isTooLong(flow)) return null;
  const { labels } = flow;
  flow.labels = [];
  const quiet = afterQuiet(flow, node, before);
  if (quiet !== null) return quiet.after;
  switch (node.type) {
    case AST_NODE_TYPES.BlockStatement:
      return afterStatements(flow, node.body, before);
    case AST_NODE_TYPES.VariableDeclaration:
      return [...node.declarations].reduce<Arrivals>(
        (arrivals, each) => afterDeclarator(flow, node, each, arrivals),
        before,
      );
    case AST_NODE_TYPES.ExportNamedDeclaration:
      return node.declaration === null ? before : afterStatement(flow, node.declaration, before);
    case AST_NODE_TYPES.IfStatement: {
      const [met, missed] = afterCondition(flow, node.test, before);
      const then = afterStatement(flow, node.consequent, met);
      return join(then, node.alternate === null ? missed : afterStatement(flow, node.alternate, missed));
    }
    case AST_NODE_TYPES.LabeledStatement:
      return afterLabeled(flow, node, labels, before);
    case AST_NODE_TYPES.BreakStatement:
    case AST_NODE_TYPES.ContinueStatement:
      jump(flow, {
        kind: node.type === AST_NODE_TYPES.BreakStatement ? 'break' : 'continue',
        label: node.label?.name ?? null,
        arrivals: before,
      });
      return null;
    case AST_NODE_TYPES.ReturnStatement:
      return afterReturn(flow, afterExpression(flow, node.argument, before));
    case AST_NODE_TYPES.ThrowStatement:
      mayThrow(flow, afterExpression(flow, node.argument, before));
      return null;
    case AST_NODE_TYPES.SwitchStatement:
      return afterSwitch(flow, node, labels, before);
    case AST_NODE_TYPES.TryStatement:
      return afterTry(flow, node, before);
    case AST_NODE_TYPES.ForStatement:
    case AST_NODE_TYPES.WhileStatement:
    case AST_NODE_TYPES.DoWhileStatement:
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ForInStatement:
      return afterLoop(flow, node, labels, before);
    case AST_NODE_TYPES.FunctionDeclaration:
      return before;
    case AST_NODE_TYPES.TSModuleDeclaration:
      return called(flow, before);
    case AST_NODE_TYPES.ExpressionStatement:
      return afterExpression(flow, node.expression, before);
    case AST_NODE_TYPES.ExportDefaultDeclaration:
      return afterExpression(flow, node.declaration, before);
    default:
      return afterExpression(flow, node, before);
  }
}

export function afterStatements(flow: Flow, nodes: readonly Node[], before: Arrivals): Arrivals {
  return nodes.reduce((arrivals, node) => afterStatement(flow, node, arrivals), before);
}

function afterDeclarator(
  flow: Flow,
  { kind }: TSESTree.VariableDeclaration,
  { id, init }: TSESTree.VariableDeclarator,
  before: Arrivals,
): Arrivals {
  if (init === null && kind === 'var') return before;
  return afterPattern(flow, id, afterExpression(flow, init, before));
}

function afterReturn(flow: Flow, arrivals: Arrivals): null {
  const around = flow.targets.findLast((target) => target.kind === 'finally');
  if (around?.kind === 'finally') around.returned = join(around.returned, arrivals);
  return null;
}

/** Walks what a jump may leave, and joins what is left early with what is gone through. */
function within(
  flow: Flow,
  kind: 'loop' | 'switch' | 'block',
  labels: readonly string[],
  walk: (target: Exclude<Target, { kind: 'finally' }>) => Arrivals,
): Arrivals {
  const target = { kind, labels, breaks: null as Arrivals, continues: null as Arrivals };
  flow.targets.push(target);
  const after = walk(target);
  flow.targets.pop();
  return join(after, target.breaks);
}

function afterLabeled(
  flow: Flow,
  { label, body }: TSESTree.LabeledStatement,
  labels: readonly string[],
  before: Arrivals,
): Arrivals {
  const all = [...labels, label.name];
  if (/^(?:For|While|DoWhile|Switch|Labeled)/.test(body.type)) {
    flow.labels = all;
    return afterStatement(flow, body, before);
  }
  return within(flow, 'block', all, () => afterStatement(flow, body, before));
}

function afterSwitch(
  flow: Flow,
  { discriminant, cases }: TSESTree.SwitchStatement,
  labels: readonly string[],
  before: Arrivals,
): Arrivals {
  const asked = cases.reduce(
    (arrivals, { test }) => afterExpression(flow, test, arrivals),
    afterExpression(flow, discriminant, before),
  );
  const tests = cases.flatMap(({ test }) => test ?? []);
  const other = known(flow, asked, { subject: discriminant, among: tests, isAmong: false });
  return within(flow, 'switch', labels, () => {
    let after: Arrivals = null;
    for (const { test, consequent } of cases) {
      const entered =
        test === null ? other : known(flow, asked, { subject: discriminant, among: [test], isAmong: true });
      after = afterStatements(flow, consequent, join(after, entered));
    }
    return cases.some(({ test }) => test === null) ? after : join(after, other);
  });
}

function afterTry(flow: Flow, { block, handler, finalizer }: TSESTree.TryStatement, before: Arrivals): Arrivals {
  const around = { kind: 'finally' as const, jumps: [], returned: null as Arrivals };
  const outer = { thrown: before };
  if (finalizer !== null) {
    flow.targets.push(around);
    flow.guards.push(outer);
  }
  const inner = { thrown: before };
  if (handler !== null) flow.guards.push(inner);
  let after = afterStatement(flow, block, before);
  if (handler !== null) {
    flow.guards.pop();
    after = join(after, afterStatement(flow, handler.body, inner.thrown));
  }
  if (finalizer === null) return after;
  flow.guards.pop();
  flow.targets.pop();
  const last = (arrivals: Arrivals): Arrivals => afterStatement(flow, finalizer, arrivals);
  mayThrow(flow, last(outer.thrown));
  afterReturn(flow, last(around.returned));
  for (const each of around.jumps as readonly Parameters<typeof jump>[1][]) {
    const arrivals = last(each.arrivals);
    if (arrivals !== null) jump(flow, { ...each, arrivals });
  }
  return last(after);
}

type Loop =
  | TSESTree.ForStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement;

/** A loop is walked until nothing new arrives at its head. */
function afterLoop(flow: Flow, loop: Loop, labels: readonly string[], before: Arrivals): Arrivals {
  let head = beforeLoop(flow, loop, before);
  for (;;) {
    let back: Arrivals = null;
    const after = within(flow, 'loop', labels, (target) => {
      const turned = afterTurn(flow, loop, head, target);
      back = turned.back;
      return turned.exit;
    });
    const next = join(head, back);
    if (isSameArrivals(head, next) || isTooLong(flow)) return after;
    head = next;
  }
}

function beforeLoop(flow: Flow, loop: Loop, before: Arrivals): Arrivals {
  switch (loop.type) {
    case AST_NODE_TYPES.ForStatement:
      if (loop.init?.type === AST_NODE_TYPES.VariableDeclaration) return afterStatement(flow, loop.init, before);
      return afterExpression(flow, loop.init, before);
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ForInStatement:
      return called(flow, afterExpression(flow, loop.right, before));
    default:
      return before;
  }
}

/** One turn of a loop: what leaves it at its condition, and what comes back to its head. */
function afterTurn(
  flow: Flow,
  loop: Loop,
  head: Arrivals,
  target: Exclude<Target, { kind: 'finally' }>,
): { readonly exit: Arrivals; readonly back: Arrivals } {
  const body = (arrivals: Arrivals): Arrivals => join(afterStatement(flow, loop.body, arrivals), target.continues);
  switch (loop.type) {
    case AST_NODE_TYPES.WhileStatement: {
      const [met, exit] = afterCondition(flow, loop.test, head);
      return { exit, back: body(met) };
    }
    case AST_NODE_TYPES.DoWhileStatement: {
      const [back, exit] = afterCondition(flow, loop.test, body(head));
      return { exit, back };
    }
    case AST_NODE_TYPES.ForStatement: {
      const [met, exit] = loop.test === null ? [head, null] : afterCondition(flow, loop.test, head);
      return { exit, back: afterExpression(flow, loop.update, body(met)) };
    }
    default: {
      const { left } = loop;
      const [declared] = left.type === AST_NODE_TYPES.VariableDeclaration ? left.declarations : [];
      return { exit: head, back: called(flow, body(afterPattern(flow, declared?.id ?? left, head))) };
    }
  }
}
