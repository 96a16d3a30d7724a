import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { type Scene } from './evaluate.ts';
import type { Node } from '../text/parse.ts';
import { refined, refinedByEquality } from './refine.ts';
import { leaves, parentOf } from '../text/tree.ts';
import { union, unknown, type Possible } from './value.ts';

/** A condition that has turned out one way wherever the program reads a place. */
interface Fact {
  readonly test: Node;
  readonly holds: boolean;
}

/** What a variable can still be where it is read: the conditions on the way there are minded. */
export function narrowed(scene: Scene, node: Node, variable: Variable, possible: Possible): Possible {
  if (scene.session.narrow || isRewritten(variable)) return possible;
  let left = possible;
  for (let inner = node, outer = parentOf(scene.module, node); outer !== undefined;) {
    for (const { test, holds } of factsOf(outer, inner)) left = refined(scene, variable, left, test, holds);
    if (outer.type === AST_NODE_TYPES.SwitchStatement && inner.type === AST_NODE_TYPES.SwitchCase)
      left = refinedByCase(scene, variable, left, outer, inner);
    // A declared function may be called before the conditions around it.
    if (outer.type === AST_NODE_TYPES.FunctionDeclaration) break;
    inner = outer;
    outer = parentOf(scene.module, outer);
  }
  return left;
}

function isRewritten(variable: Variable): boolean {
  return variable.references.some((reference) => reference.isWrite() && reference.init !== true);
}

/** What is known inside a node because of the node around it. */
function factsOf(outer: Node, inner: Node): readonly Fact[] {
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
      return factsBefore(outer.body, inner);
    case AST_NODE_TYPES.SwitchCase:
      return factsBefore(outer.consequent, inner);
    default:
      return [];
  }
}

/** `if (…) return;` before a statement. */
function factsBefore(statements: readonly Node[], inner: Node): readonly Fact[] {
  const facts: Fact[] = [];
  for (const statement of statements) {
    if (statement === inner) return facts;
    if (statement.type !== AST_NODE_TYPES.IfStatement) continue;
    if (leaves(statement.consequent)) facts.push({ test: statement.test, holds: false });
    else if (statement.alternate != null && leaves(statement.alternate))
      facts.push({ test: statement.test, holds: true });
  }
  return [];
}

/** In a case: the values of its test, and of those that fall through into it. In `default`: none that another case takes. */
function refinedByCase(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  { discriminant, cases }: TSESTree.SwitchStatement,
  inner: TSESTree.SwitchCase,
): Possible {
  const isEntered = (each: TSESTree.SwitchCase): boolean => {
    const until = cases.slice(cases.indexOf(each), cases.indexOf(inner));
    return cases.indexOf(each) <= cases.indexOf(inner) && until.every(({ consequent }) => !leaves(consequent.at(-1)));
  };
  const entered = cases.filter(isEntered);
  const tests = (of: readonly TSESTree.SwitchCase[]): readonly Node[] => of.flatMap(({ test }) => test ?? []);
  const compared = (left: Possible, test: Node, isEqual: boolean): Possible =>
    refinedByEquality(scene, variable, left, [discriminant, test], isEqual);
  if (entered.every(({ test }) => test !== null))
    return union(unknown(), ...tests(entered).map((test) => compared(possible, test, true)));
  const others = tests(cases.filter((each) => !entered.includes(each)));
  return others.reduce((left, test) => compared(left, test, false), possible);
}
