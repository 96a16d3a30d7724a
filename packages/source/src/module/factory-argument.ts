import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { isFunction, type FunctionNode } from '../evaluate/evaluate-function.ts';
import { requiredBy } from './exports-name.ts';
import type { Node } from '../text/parse.ts';
import { parentOf, plainKey, unwrap } from '../text/tree.ts';
import { union, type Possible } from '../evaluate/value.ts';

/**
 * What a factory is handed by the function that it is given to, as universal modules are written:
 * `(function (root, factory) { … factory(exports, require('./a')); … })(this, function (exports, a) { … })`.
 */
export function factoryArgument(scene: Scene, owner: FunctionNode, index: number): Possible | null {
  const call = parentOf(scene.module, owner);
  if (call?.type !== AST_NODE_TYPES.CallExpression) return null;
  const callee = unwrap(call.callee);
  const isMethod =
    callee.type === AST_NODE_TYPES.MemberExpression && plainKey(callee.property, callee.computed) === 'call';
  const caller = isMethod ? unwrap(callee.object) : callee;
  const given = isMethod ? call.arguments.slice(1) : call.arguments;
  const param = isFunction(caller) ? caller.params[given.indexOf(owner as TSESTree.CallExpressionArgument)] : undefined;
  if (param?.type !== AST_NODE_TYPES.Identifier) return null;
  const variable = scene.module.scopes.getDeclaredVariables(caller).find(({ name }) => name === param.name);
  const calls = (variable?.references ?? []).flatMap(({ identifier }) => {
    const parent = parentOf(scene.module, identifier);
    return parent?.type === AST_NODE_TYPES.CallExpression && parent.callee === identifier ? [parent] : [];
  });
  // The loader that Node has: others hand in globals.
  const loaded = calls.filter(({ arguments: args }) => args.some(isOfCommonJs));
  const parts = (loaded.length > 0 ? loaded : calls).flatMap(({ arguments: args }) => args[index] ?? []);
  return parts.length === 0 ? null : union(...parts.map((part) => evaluate(scene, part)));
}

function isOfCommonJs(node: Node): boolean {
  const argument = unwrap(node);
  if (requiredBy(argument) !== null) return true;
  return argument.type === AST_NODE_TYPES.Identifier && (argument.name === 'exports' || argument.name === 'require');
}
