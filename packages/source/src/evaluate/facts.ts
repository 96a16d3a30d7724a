import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { assertedBy, endsAt } from './assertion.ts';
import type { Scene } from './evaluate.ts';
import { refined, refinedByEquality } from './refine.ts';
import type { Module, Node } from '../text/parse.ts';
import { leaves, nodesBelow } from '../text/tree.ts';
import { union, unknown, type Possible } from './value.ts';

/** Something that has turned out on the way to a place. */
export type Fact =
  /** A condition that holds, or does not. */
  | { readonly test: Node; readonly holds: boolean }
  /** A `switch`: its subject is one of some values, or none of them. */
  | { readonly subject: Node; readonly among: readonly Node[]; readonly isAmong: boolean };

/** What a variable can still be where something has turned out. */
export function refinedBy(scene: Scene, variable: Variable, possible: Possible, fact: Fact): Possible {
  if ('test' in fact) return refined(scene, variable, possible, fact.test, fact.holds);
  const { subject, among, isAmong } = fact;
  const compared = (left: Possible, test: Node): Possible =>
    refinedByEquality(scene, variable, left, [subject, test], isAmong);
  if (isAmong) return union(unknown(), ...among.map((test) => compared(possible, test)));
  return among.reduce(compared, possible);
}

/** What is known behind a statement, of what the statement does not write. */
export function factsAfter(module: Module, statement: Node): readonly Fact[] {
  const isLeft = (each: Node | null | undefined): boolean => leaves(each, (node) => endsAt(module, node));
  switch (statement.type) {
    case AST_NODE_TYPES.IfStatement:
      if (isLeft(statement.consequent)) return [{ test: statement.test, holds: false }];
      if (statement.alternate != null && isLeft(statement.alternate)) return [{ test: statement.test, holds: true }];
      return [];
    case AST_NODE_TYPES.ExpressionStatement: {
      const fact = assertedBy(module, statement.expression);
      return fact === null ? [] : [fact];
    }
    case AST_NODE_TYPES.BlockStatement:
      return statement.body.flatMap((each) => factsAfter(module, each));
    case AST_NODE_TYPES.SwitchStatement:
      return factsAfterSwitch(statement, isLeft);
    default:
      return [];
  }
}

/** The cases from which nothing leads behind the switch. */
function factsAfterSwitch(
  { discriminant, cases }: TSESTree.SwitchStatement,
  isLeft: (statement: Node | undefined) => boolean,
): readonly Fact[] {
  const isClosed = (from: TSESTree.SwitchCase): boolean => {
    for (const each of cases.slice(cases.indexOf(from))) {
      if (each.consequent.some((statement) => nodesBelow(statement).some(isBreak))) return false;
      if (isLeft(each.consequent.at(-1))) return true;
    }
    return false;
  };
  const closed = cases.filter(isClosed);
  const tests = (of: readonly TSESTree.SwitchCase[]): readonly Node[] => of.flatMap(({ test }) => test ?? []);
  if (closed.every(({ test }) => test !== null))
    return closed.length === 0 ? [] : [{ subject: discriminant, among: tests(closed), isAmong: false }];
  const others = cases.filter((each) => !closed.includes(each));
  return [{ subject: discriminant, among: tests(others), isAmong: true }];
}

function isBreak({ type }: Node): boolean {
  return type === AST_NODE_TYPES.BreakStatement;
}

/** What is known in a case: its value is one of those that lead into it; in `default` none that leads into another one. */
export function factsOfCase(
  module: Module,
  { discriminant, cases }: TSESTree.SwitchStatement,
  inner: TSESTree.SwitchCase,
): readonly Fact[] {
  const isLeft = (each: Node | undefined): boolean => leaves(each, (node) => endsAt(module, node));
  const isEntered = (each: TSESTree.SwitchCase): boolean => {
    const until = cases.slice(cases.indexOf(each), cases.indexOf(inner));
    return cases.indexOf(each) <= cases.indexOf(inner) && until.every(({ consequent }) => !isLeft(consequent.at(-1)));
  };
  const entered = cases.filter(isEntered);
  const tests = (of: readonly TSESTree.SwitchCase[]): readonly Node[] => of.flatMap(({ test }) => test ?? []);
  if (entered.every(({ test }) => test !== null))
    return [{ subject: discriminant, among: tests(entered), isAmong: true }];
  return [{ subject: discriminant, among: tests(cases.filter((each) => !entered.includes(each))), isAmong: false }];
}
