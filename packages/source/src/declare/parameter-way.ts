import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { FunctionNode } from '../evaluate/evaluate-function.ts';
import { holds } from '../evaluate/pattern.ts';
import type { Module, Node } from '../text/parse.ts';
import { isDefinedAs, onlyExpression, parentOf, plainKey, unwrap, variableOf } from '../text/tree.ts';
import type { TaskPath } from '../evaluate/value.ts';
import { parametersOf, stepsToName } from './parameter-node.ts';

/** The way from the parameters of a function to an expression in it that is what a caller gave, unchanged; null for any other. */
export function wayFromParameter(module: Module, owner: FunctionNode, node: Node): TaskPath | null {
  const inner = unwrap(node);
  switch (inner.type) {
    case AST_NODE_TYPES.Identifier: {
      const variable = variableOf(module, inner);
      return variable == null || isChanged(module, variable) ? null : wayOfVariable(module, owner, variable);
    }
    case AST_NODE_TYPES.MemberExpression: {
      const key = plainKey(inner.property, inner.computed);
      const way = wayFromParameter(module, owner, inner.object);
      return key === null || way === null ? null : [...way, key];
    }
    case AST_NODE_TYPES.LogicalExpression:
      return inner.operator === '&&' ? null : wayFromParameter(module, owner, inner.left);
    case AST_NODE_TYPES.TemplateLiteral: {
      const only = onlyExpression(inner);
      return only === null ? null : wayFromParameter(module, owner, only);
    }
    case AST_NODE_TYPES.CallExpression: {
      const [argument] = inner.arguments;
      const isText = inner.callee.type === AST_NODE_TYPES.Identifier && inner.callee.name === 'String';
      return argument === undefined || !isText ? null : wayFromParameter(module, owner, argument);
    }
    default:
      return null;
  }
}

/** Whether something else is written to it than what stands in for nothing. */
function isChanged(module: Module, { references }: Variable): boolean {
  return references.some((reference) => {
    if (!reference.isWrite() || reference.init === true) return false;
    const write = parentOf(module, reference.identifier);
    return write?.type !== AST_NODE_TYPES.AssignmentExpression || !['??=', '||='].includes(write.operator);
  });
}

function wayOfVariable(module: Module, owner: FunctionNode, { name, defs }: Variable): TaskPath | null {
  const [definition, ...more] = defs;
  if (definition === undefined || more.length > 0) return null;
  if (isDefinedAs(definition, 'Parameter')) return definition.node === owner ? wayOfName(owner, definition.name) : null;
  const { node } = definition;
  if (node.type !== AST_NODE_TYPES.VariableDeclarator || node.init === null) return null;
  const keys = node.id.type === AST_NODE_TYPES.Identifier ? [] : keysTo(node.id, name);
  const way = wayFromParameter(module, owner, node.init);
  return way === null || keys === null ? null : [...way, ...keys];
}

function wayOfName(owner: FunctionNode, name: Node): TaskPath | null {
  const parameters = parametersOf(owner);
  // TypeScript's `this` is given by no caller.
  const index = owner.params.findIndex((param) => holds(param, name)) - (owner.params.length - parameters.length);
  const parameter = parameters[index];
  if (parameter === undefined || parameter.rest || name.type !== AST_NODE_TYPES.Identifier) return null;
  const keys = parameter.pattern === null ? [] : keysTo(parameter.pattern, name.name);
  return keys === null ? null : [index, ...keys];
}

function keysTo(pattern: Node, name: string): readonly string[] | null {
  return stepsToName(pattern, name)?.map(({ key }) => key) ?? null;
}
