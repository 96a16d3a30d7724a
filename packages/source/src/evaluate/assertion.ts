import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { isFunction, type FunctionNode } from './evaluate-function.ts';
import type { Fact } from './facts.ts';
import { parameterOf, predicateOf } from './guard.ts';
import type { Module, Node } from '../text/parse.ts';
import { plainKey, unwrap, variableOf } from '../text/tree.ts';

/** Whether a program goes no further than a node: `process.exit()`, or a function of this file that says that it never returns. */
export function endsAt(module: Module, node: Node): boolean {
  const call = unwrap(node);
  if (call.type !== AST_NODE_TYPES.CallExpression) return false;
  const callee = unwrap(call.callee);
  if (callee.type === AST_NODE_TYPES.MemberExpression) {
    const name = plainKey(callee.property, callee.computed);
    if (name !== 'exit' && name !== 'abort') return false;
    const owner = unwrap(callee.object);
    return owner.type === AST_NODE_TYPES.Identifier && isProcess(module, owner);
  }
  return typeOfAnswer(module, callee)?.type === AST_NODE_TYPES.TSNeverKeyword;
}

function isProcess(module: Module, node: TSESTree.Identifier): boolean {
  const variable = variableOf(module, node);
  if (variable === null) return node.name === 'process' || node.name === 'Deno';
  return /^(?:node:)?process$/.test(sourceOf(module, node) ?? '');
}

function typeOfAnswer(module: Module, callee: Node): Node | undefined {
  const owner = functionOf(module, callee);
  if (owner !== null) return owner.returnType?.typeAnnotation;
  const definition = callee.type === AST_NODE_TYPES.Identifier ? variableOf(module, callee)?.defs[0] : undefined;
  if (definition === undefined || !('typeAnnotation' in definition.name)) return undefined;
  const type = definition.name.typeAnnotation?.typeAnnotation;
  return type?.type === AST_NODE_TYPES.TSFunctionType ? type.returnType?.typeAnnotation : undefined;
}

/** The function of this file that a name stands for. */
function functionOf(module: Module, callee: Node): FunctionNode | null {
  if (callee.type !== AST_NODE_TYPES.Identifier) return null;
  const definition = variableOf(module, callee)?.defs[0]?.node;
  if (definition === undefined) return null;
  if (isFunction(definition))
    return definition.params.some((param) => variableOf(module, callee)?.defs[0]?.name === param) ? null : definition;
  if (definition.type !== AST_NODE_TYPES.VariableDeclarator || definition.init === null) return null;
  return isFunction(definition.init) ? definition.init : null;
}

const EQUAL = new Set(['equal', 'strictEqual']);
const NOT_EQUAL = new Set(['notEqual', 'notStrictEqual']);

/** What is known behind an assertion: one of `node:assert`, or of a function of this file that says `asserts …`. */
export function assertedBy(module: Module, node: Node): Fact | null {
  const call = unwrap(node);
  if (call.type !== AST_NODE_TYPES.CallExpression) return null;
  const [first, second] = call.arguments;
  const callee = unwrap(call.callee);
  if (first === undefined || first.type === AST_NODE_TYPES.SpreadElement) return null;
  const owner = functionOf(module, callee);
  const predicate = owner === null ? null : predicateOf(owner);
  if (owner !== null && predicate?.asserts === true) {
    if (predicate.typeAnnotation !== null) return { test: call, holds: true };
    const test = call.arguments[parameterOf(owner, predicate)];
    return test === undefined ? null : { test, holds: true };
  }
  const name = nameInAssert(module, callee);
  if (name === null) return null;
  if (['default', 'ok', 'strict'].includes(name)) return { test: first, holds: true };
  if (second === undefined || (!EQUAL.has(name) && !NOT_EQUAL.has(name))) return null;
  return { subject: first, among: [second], isAmong: EQUAL.has(name) };
}

const ASSERT = /^(?:node:)?assert(?:\/strict)?$/;

/** The name of a function of `node:assert`, `default` for the module itself; null for any other function. */
function nameInAssert(module: Module, callee: Node): string | null {
  if (callee.type === AST_NODE_TYPES.MemberExpression) {
    const owner = nameInAssert(module, unwrap(callee.object));
    return owner === 'default' || owner === 'strict' ? plainKey(callee.property, callee.computed) : null;
  }
  if (callee.type !== AST_NODE_TYPES.Identifier || !ASSERT.test(sourceOf(module, callee) ?? '')) return null;
  const definition = variableOf(module, callee)?.defs[0]?.node;
  if (definition?.type !== AST_NODE_TYPES.ImportSpecifier) return 'default';
  return definition.imported.type === AST_NODE_TYPES.Identifier ? definition.imported.name : definition.imported.value;
}

/** The module that a name is imported or required from. */
function sourceOf(module: Module, node: TSESTree.Identifier): string | null {
  const definition = variableOf(module, node)?.defs[0];
  const { parent } = definition ?? {};
  if (parent?.type === AST_NODE_TYPES.ImportDeclaration) return parent.source.value;
  const declarator = definition?.node;
  if (declarator?.type !== AST_NODE_TYPES.VariableDeclarator || declarator.id !== definition?.name) return null;
  const { init } = declarator;
  if (init?.type !== AST_NODE_TYPES.CallExpression || init.callee.type !== AST_NODE_TYPES.Identifier) return null;
  const [file] = init.arguments;
  if (init.callee.name !== 'require' || file?.type !== AST_NODE_TYPES.Literal) return null;
  return typeof file.value === 'string' ? file.value : null;
}
