import type { TSESTree } from '@typescript-eslint/utils';
import type { Scope, SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { isNode } from './is-node.ts';

/** A text that an expression is written out as. */
export interface FoundText {
  readonly value: string;
  /** In the expression: the text, or the name of the constant that is one. */
  readonly node: TSESTree.Node;
  /** The constant's name; null where the text stands in the expression itself. */
  readonly constant: string | null;
}

/** The texts that are written out in an expression: in its branches, behind its assertions, or as a constant of the same file. */
export function textsIn(sourceCode: Readonly<SourceCode>, node: TSESTree.Node): readonly FoundText[] {
  switch (node.type as `${TSESTree.Node['type']}`) {
    case 'ConditionalExpression': {
      const { consequent, alternate } = node as TSESTree.ConditionalExpression;
      return [consequent, alternate].flatMap((each) => textsIn(sourceCode, each));
    }
    case 'LogicalExpression': {
      const { left, right } = node as TSESTree.LogicalExpression;
      return [left, right].flatMap((each) => textsIn(sourceCode, each));
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return textsIn(sourceCode, (node as TSESTree.TSAsExpression).expression);
    case 'Identifier':
      return textOfConstant(sourceCode, node as TSESTree.Identifier);
    default: {
      const value = textOf(node);
      return value === null ? [] : [{ value, node, constant: null }];
    }
  }
}

function textOf(node: TSESTree.Node): string | null {
  if (isNode(node, 'Literal')) return typeof node.value === 'string' ? node.value : null;
  if (!isNode(node, 'TemplateLiteral') || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}

function textOfConstant(sourceCode: Readonly<SourceCode>, node: TSESTree.Identifier): readonly FoundText[] {
  const [definition, ...more] = variableAt(sourceCode, node, node.name)?.defs ?? [];
  const declarator = definition?.node;
  if (!isNode(declarator, 'VariableDeclarator') || declarator.parent.kind !== 'const' || more.length > 0) return [];
  if (!isNode(declarator.id, 'Identifier') || declarator.init === null || isNode(declarator.init, 'Identifier'))
    return [];
  return textsIn(sourceCode, declarator.init).flatMap((text) =>
    text.constant === null ? { value: text.value, node, constant: node.name } : [],
  );
}

/** The variable that a name means at a place; null where none of the file does. */
export function variableAt(sourceCode: Readonly<SourceCode>, at: TSESTree.Node, name: string): Scope.Variable | null {
  for (let scope: Scope.Scope | null = sourceCode.getScope(at); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable !== undefined) return variable;
  }
  return null;
}
