import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { factsAfter, type Fact } from './facts.ts';
import { countBelow } from '../text/sorted.ts';
import type { Module, Node } from '../text/parse.ts';
import { nodesBelow, variableOf } from '../text/tree.ts';

/** A fact that is known behind the statement at an index. */
interface Placed {
  readonly index: number;
  readonly fact: Fact;
}

/** By the variables that the facts speak of, also by a name for a condition: a long list is not read again for each of its names. */
type Index = ReadonlyMap<Variable, readonly Placed[]>;

const indexes = new WeakMap<readonly Node[], Index>();

/** What is known of a variable where one of some statements begins: `if (…) return;` before it. */
export function factsBefore(
  module: Module,
  variable: Variable,
  statements: readonly Node[],
  inner: Node,
): readonly Fact[] {
  let index = indexes.get(statements);
  if (index === undefined) {
    index = indexOf(module, statements);
    indexes.set(statements, index);
  }
  const placed = index.get(variable);
  if (placed === undefined) return [];
  const before = statements.indexOf(inner);
  return placed
    .slice(
      0,
      countBelow(placed, before, (each) => each.index),
    )
    .map(({ fact }) => fact);
}

function indexOf(module: Module, statements: readonly Node[]): Index {
  const index = new Map<Variable, Placed[]>();
  for (const [at, statement] of statements.entries()) {
    for (const fact of factsAfter(module, statement)) {
      for (const variable of spokenOf(module, fact)) {
        const placed = index.get(variable);
        if (placed === undefined) index.set(variable, [{ index: at, fact }]);
        else placed.push({ index: at, fact });
      }
    }
  }
  return index;
}

function spokenOf(module: Module, fact: Fact): ReadonlySet<Variable> {
  const found = new Set<Variable>();
  const waiting: Node[] = 'test' in fact ? [fact.test] : [fact.subject, ...fact.among];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const node of nodesBelow(part)) {
      const variable = node.type === AST_NODE_TYPES.Identifier ? variableOf(module, node) : null;
      if (variable == null || found.has(variable)) continue;
      found.add(variable);
      const definition = variable.defs[0]?.node;
      if (definition?.type === AST_NODE_TYPES.VariableDeclarator && definition.init !== null)
        waiting.push(definition.init);
    }
  }
  return found;
}
