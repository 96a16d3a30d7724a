import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, type Scene } from './evaluate.ts';
import { isFunction, type FunctionNode } from './evaluate-function.ts';
import { typeOf } from './evaluate-type.ts';
import { factoryArgument } from '../module/factory-argument.ts';
import { namesWritten, withoutPlaceholder, written } from './written.ts';
import { elementsOf } from './member.ts';
import { exportsOf } from '../module/module-exports.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { bindingOf, holds } from './pattern.ts';
import { parentOf, plainKey, unwrap } from '../text/tree.ts';
import { flatMap, union, unknown, type Possible } from './value.ts';

export const ELEMENT_FIRST: ReadonlySet<string> = new Set([
  'map',
  'forEach',
  'flatMap',
  'filter',
  'some',
  'every',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
]);

/** What a parameter can be: what it is passed, and all that is ever written to it. */
export function evaluateParameter(scene: Scene, variable: Variable, name: Node, owner: FunctionNode): Possible {
  const passed = passedAs(scene, variable, name, owner);
  const names = namesWritten(variable);
  if (names.length === 0) return passed;
  const writes = variable.references.filter(({ identifier }) => names.includes(identifier));
  const assigned = writes.map((reference) => written(scene, reference));
  return withoutPlaceholder(scene, variable, names, union(passed, ...assigned));
}

/** What a parameter is passed: by its callers where all are seen, else what its type allows, else its default and a gap. */
export function passedAs(scene: Scene, variable: Variable, name: Node, owner: FunctionNode): Possible {
  const index = owner.params.findIndex((param) => holds(param, name));
  const param = owner.params[index];
  if (param === undefined) return gap(scene, name, `is ${variable.name}, known only at run time`);
  const passed =
    callbackArgument(scene, owner, index) ?? callArguments(scene, owner, index) ?? factoryArgument(scene, owner, index);
  const source = passed ?? fromOutside(scene, param, variable.name);
  return bindingOf(scene, param, name, source) ?? gap(scene, name, `is the parameter ${variable.name}`);
}

/** What a variable's own annotation allows; null where it has none. */
export function annotatedType(scene: Scene, variable: Variable): Possible | null {
  const [definition] = variable.defs;
  if (definition === undefined) return null;
  const { node, name } = definition;
  const holder =
    node.type === AST_NODE_TYPES.VariableDeclarator
      ? node.id
      : isFunction(node)
        ? node.params.find((param) => holds(param, name))
        : undefined;
  const annotation = holder === undefined ? null : annotationOf(holder);
  return holder === undefined || annotation === null ? null : bindingOf(scene, holder, name, typeOf(scene, annotation));
}

/** What is known of a parameter that anybody may pass: what its type says. */
function fromOutside(scene: Scene, param: Node, name: string): Possible {
  const annotation = annotationOf(param);
  const open = gap(scene, param, `is the parameter ${name}, and not every caller is known`);
  if (annotation === null) return open;
  const type = typeOf(scene, annotation);
  if (type.values.length === 0) return open;
  return 'optional' in param && param.optional === true ? union(type, absent(scene, param)) : type;
}

function annotationOf(param: Node): Node | null {
  if (param.type === AST_NODE_TYPES.AssignmentPattern) return annotationOf(param.left);
  if (param.type === AST_NODE_TYPES.TSParameterProperty) return annotationOf(param.parameter);
  return 'typeAnnotation' in param && param.typeAnnotation?.type === AST_NODE_TYPES.TSTypeAnnotation
    ? param.typeAnnotation.typeAnnotation
    : null;
}

/** What a callback is handed: the elements in `list.map((each) => …)`, the module in `import(…).then((module) => …)`. */
function callbackArgument(scene: Scene, owner: Node, index: number): Possible | null {
  const call = parentOf(scene.module, owner);
  if (
    call?.type !== AST_NODE_TYPES.CallExpression ||
    !call.arguments.includes(owner as TSESTree.CallExpressionArgument)
  )
    return null;
  const callee = unwrap(call.callee);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return null;
  const method = plainKey(callee.property, callee.computed);
  const position = call.arguments.indexOf(owner as TSESTree.CallExpressionArgument);
  if (method === 'from' && position === 1 && index === 0) return listOf(scene, call.arguments[0]);
  if (position !== 0 || method === null) return null;
  if (method === 'then' && index === 0) {
    return flatMap(evaluate(scene, callee.object), (value) =>
      value.kind === 'promise' ? value.of : gap(scene, callee.object, 'is what a promise answers'),
    );
  }
  if (ELEMENT_FIRST.has(method) && index === 0) return listOf(scene, callee.object);
  if ((method === 'reduce' || method === 'reduceRight') && index === 0 && call.arguments[1] !== undefined)
    return union(evaluate(scene, call.arguments[1]), gap(scene, owner, 'is what a function answers'));
  if ((method === 'reduce' || method === 'reduceRight') && index === 1) return listOf(scene, callee.object);
  return null;
}

export function listOf(scene: Scene, node: Node | undefined): Possible | null {
  if (node === undefined) return null;
  const place = placeOf(scene.module, node);
  return flatMap(evaluate(scene, node), (value) =>
    value.kind === 'array' || value.kind === 'tasks'
      ? (elementsOf(scene, value, place) ?? unknown())
      : gap(scene, node, 'goes over what is no list that is known'),
  );
}

/** What the callers pass, where the function is called by its name only and is not exported: then they are all in this file. */
export function callArguments(scene: Scene, owner: FunctionNode, index: number): Possible | null {
  const variable = nameVariable(scene, owner);
  if (variable === undefined || isExported(scene, variable)) return null;
  const parts: Possible[] = [];
  for (const reference of [...variable.references, ...ownReferences(scene, owner)]) {
    if (reference.isWrite()) {
      if (reference.init === true && reference.writeExpr === owner) continue;
      return null;
    }
    const call = parentOf(scene.module, reference.identifier);
    const handed = callbackArgument(scene, reference.identifier, index);
    if (handed !== null) {
      parts.push(handed);
      continue;
    }
    if (call?.type !== AST_NODE_TYPES.CallExpression || call.callee !== reference.identifier) return null;
    const before = call.arguments.slice(0, index + 1);
    const argument = call.arguments[index];
    if (before.some((each) => each.type === AST_NODE_TYPES.SpreadElement)) return null;
    parts.push(argument === undefined ? absent(scene, call) : evaluate(scene, argument));
  }
  return parts.length === 0 ? null : union(...parts);
}

/** A function expression may call itself by a name of its own. */
function ownReferences(scene: Scene, owner: FunctionNode): readonly Reference[] {
  if (owner.type !== AST_NODE_TYPES.FunctionExpression || owner.id === null) return [];
  const own = scene.module.scopes.getDeclaredVariables(owner).find((each) => each.defs[0]?.name === owner.id);
  return own?.references ?? [];
}

function absent(scene: Scene, node: Node): Possible {
  return { values: [{ kind: 'primitive', value: undefined, place: placeOf(scene.module, node) }], gaps: [] };
}

function nameVariable(scene: Scene, owner: FunctionNode): Variable | undefined {
  const named = owner.type === AST_NODE_TYPES.FunctionDeclaration ? owner : parentOf(scene.module, owner);
  if (
    named === undefined ||
    (named !== owner && (named.type !== AST_NODE_TYPES.VariableDeclarator || !isFunction(owner)))
  )
    return undefined;
  const id = 'id' in named ? named.id : null;
  return scene.module.scopes.getDeclaredVariables(named).find((each) => each.defs.some((one) => one.name === id));
}

function isExported(scene: Scene, variable: Variable): boolean {
  for (const each of exportsOf(scene.module).names.values())
    if (each.kind === 'variable' && each.name === variable.name) return true;
  return false;
}
