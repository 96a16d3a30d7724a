import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { enter, isExports, leaveOpen, type Walk, walkNodes } from './commonjs-exports.ts';
import { exportBelow } from './commonjs-writes.ts';
import { propertyOf } from './copy-loop.ts';
import { helperOf, type Effect } from './helper.ts';
import type { Node } from '../text/parse.ts';
import { returned } from './returned.ts';
import { calledName, plainKey, unwrap, variableOf } from '../text/tree.ts';
import { writeName } from './written-exports.ts';

/** Notes what a call gives to the exports. Null for a call that gives nothing to them, else what is still to be walked. */
export function exportsCall(walk: Walk, node: TSESTree.CallExpression): readonly Node[] | null {
  return calledFunction(walk, node) ?? definition(walk, node) ?? helperCall(walk, node) ?? readingCall(walk, node);
}

/** A function that is called where it is written, and the factory that it is given: what is called there is walked there. */
function calledFunction(walk: Walk, node: TSESTree.CallExpression): readonly Node[] | null {
  const callee = unwrap(node.callee);
  const isMethod = callee.type === AST_NODE_TYPES.MemberExpression;
  const method = isMethod ? plainKey(callee.property, callee.computed) : null;
  const owner = functionAt(walk, isMethod && method === 'call' ? callee.object : callee);
  if (owner === null) return null;
  const given: readonly Node[] = method === 'call' ? node.arguments.slice(1) : node.arguments;
  for (const [index, param] of owner.params.entries()) {
    const argument = given[index];
    if (param.type !== AST_NODE_TYPES.Identifier || argument === undefined) continue;
    const [variable] = walk.module.scopes.getDeclaredVariables(owner).filter((each) => each.name === param.name);
    if (variable !== undefined && !walk.passed.has(variable)) walk.passed.set(variable, argument);
  }
  // A factory waits until it is called.
  const isFactory = (argument: Node): boolean => functionAt(walk, argument) !== null;
  walkNodes(
    walk,
    given.filter(
      (argument) =>
        !isFactory(argument) && !isExports(walk, argument) && argument.type !== AST_NODE_TYPES.ThisExpression,
    ),
  );
  enter(walk, owner, true);
  return given.filter(isFactory);
}

type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression;

function functionAt(walk: Walk, node: Node): FunctionNode | null {
  const target = unwrap(node);
  if (target.type === AST_NODE_TYPES.FunctionExpression || target.type === AST_NODE_TYPES.ArrowFunctionExpression)
    return target;
  if (target.type !== AST_NODE_TYPES.Identifier) return null;
  const variable = variableOf(walk.module, target);
  const passed = variable == null ? undefined : walk.passed.get(variable);
  return passed === undefined || passed === target ? null : functionAt(walk, passed);
}

/** What changes its first argument. */
const CHANGING = new Set(['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf', 'set', 'deleteProperty']);

/** `Object.defineProperty(exports, 'a', { get })`, `Object.defineProperties(exports, {…})`, `Object.assign(exports, {…})` */
function definition(walk: Walk, node: TSESTree.CallExpression): readonly Node[] | null {
  const [target, second, third] = node.arguments;
  if (target === undefined || second === undefined) return null;
  const name = calledName(node);
  if (!isExports(walk, target)) {
    const isChanged = name !== null && CHANGING.has(name) && exportBelow(walk, target) !== null;
    if (isChanged) leaveOpen(walk, node, 'is changed after it was exported');
    return null;
  }
  if (third?.type === AST_NODE_TYPES.ObjectExpression && name !== 'assign') {
    if (second.type === AST_NODE_TYPES.Literal) describe(walk, String(second.value), third);
    else leaveOpen(walk, second, 'has exports whose names are computed');
    return [];
  }
  if (name === 'defineProperties' && second.type === AST_NODE_TYPES.ObjectExpression) {
    for (const property of second.properties) {
      const key = property.type === AST_NODE_TYPES.Property ? plainKey(property.key, property.computed) : null;
      const value = property.type === AST_NODE_TYPES.Property ? property.value : null;
      if (key !== null && value?.type === AST_NODE_TYPES.ObjectExpression) describe(walk, key, value);
      else leaveOpen(walk, property, 'has exports whose names are computed');
    }
    return [];
  }
  if (name !== 'assign') return null;
  if (!walk.sure) leaveOpen(walk, node, 'has exports that are made in a branch');
  walk.made.spreads.push(...node.arguments.slice(1));
  return node.arguments.slice(1);
}

/** A property as `Object.defineProperty` takes it. */
function describe(walk: Walk, name: string, descriptor: TSESTree.ObjectExpression): void {
  if (name === '__esModule') return;
  const getter = propertyOf(descriptor, 'get');
  const value = getter === null ? propertyOf(descriptor, 'value') : returned(getter);
  if (value === null) leaveOpen(walk, descriptor, `has an export that a getter makes (${name})`);
  else writeName(walk.made, name, { node: value, path: [] }, walk.sure);
}

/** A helper of a compiler, told by its body. */
function helperCall(walk: Walk, node: TSESTree.CallExpression): readonly Node[] | null {
  const helper = helperOf(walk.module, node.callee);
  if (helper === null) return null;
  let isFound = false;
  for (const effect of helper.effects) isFound = apply(walk, node, effect) || isFound;
  // What it does to other objects, or hands back, is read where that is asked for.
  if (!isFound && helper.answers === null) return null;
  return node.arguments.filter((argument) => !isExports(walk, argument));
}

function apply(walk: Walk, { arguments: given }: TSESTree.CallExpression, effect: Effect): boolean {
  const target = typeof effect.to === 'number' ? given[effect.to] : undefined;
  // Compilers of old wrote `__export(require('./m'))`: what is not passed is the exports.
  const isOurs =
    target === undefined
      ? effect.to !== 'rest' && (effect.to === 'exports' || given.length === 1)
      : isExports(walk, target);
  const from = typeof effect.from === 'number' ? given[effect.from] : undefined;
  if (!isOurs || from === undefined) return false;
  if (effect.kind === 'copies') walk.made.spreads.push(from);
  else if (effect.kind === 'getters') addGetters(walk, from);
  else {
    const [key, name] = [given[effect.key], given[effect.name] ?? given[effect.key]];
    if (key?.type === AST_NODE_TYPES.Literal && name?.type === AST_NODE_TYPES.Literal)
      writeName(walk.made, String(name.value), { node: from, path: [String(key.value)] }, walk.sure);
    else leaveOpen(walk, from, 'has exports whose names are computed');
  }
  return true;
}

function addGetters(walk: Walk, all: Node): void {
  for (const { name, value } of gettersOf(all) ?? []) {
    if (value === null) leaveOpen(walk, all, `has an export that a getter makes (${name})`);
    else writeName(walk.made, name, { node: value, path: [] }, walk.sure);
  }
  if (gettersOf(all) === null) leaveOpen(walk, all, 'has exports that are made of getters which cannot be followed');
}

/** What `{ a: () => a }` and `{ get a() { return a } }` answer; null for what is no such object. */
export function gettersOf(all: Node): readonly { readonly name: string; readonly value: Node | null }[] | null {
  if (all.type !== AST_NODE_TYPES.ObjectExpression) return null;
  const found = [];
  for (const property of all.properties) {
    const name = property.type === AST_NODE_TYPES.Property ? plainKey(property.key, property.computed) : null;
    if (property.type !== AST_NODE_TYPES.Property || name === null) return null;
    found.push({ name, value: returned(property.value) });
  }
  return found;
}

const READING = new Set(['hasOwnProperty', 'call', 'hasOwn', 'keys', 'freeze', 'seal', 'preventExtensions']);

/** `Object.prototype.hasOwnProperty.call(exports, key)` */
function readingCall(walk: Walk, node: TSESTree.CallExpression): readonly Node[] | null {
  const name = calledName(node);
  if (name === null || !READING.has(name)) return null;
  const callee = unwrap(node.callee);
  const rest = node.arguments.filter((argument) => !isExports(walk, argument));
  return rest.length === node.arguments.length ? null : [callee, ...rest];
}
