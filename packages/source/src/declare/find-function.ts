import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate } from '../evaluate/evaluate.ts';
import { isFunction, type FunctionNode } from '../evaluate/evaluate-function.ts';
import { targetAlong } from './find-member.ts';
import { valueOfVariable, type Made, type Target } from './find-name.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { moduleAt, undeclared, type Session } from '../session.ts';
import { nodesBelow, parentOf, plainKey, topVariable, unwrap, variableOf } from '../text/tree.ts';
import type { FunctionValue, Possible, Value } from '../evaluate/value.ts';

/**
 * What stands under the name of a function: it, something else, nothing at all, or what only the running program can tell. `made`
 * is what callers get: the function itself, or a call that is handed it, as `retry(…)`.
 */
export type FoundFunction =
  | { readonly kind: 'function'; readonly module: Module; readonly node: FunctionNode; readonly made: Made }
  | { readonly kind: 'unreadable'; readonly made: Made | null }
  | { readonly kind: 'other' | 'absent' };

/** What is there. */
type ReadableFunction = Exclude<FoundFunction, { readonly kind: 'other' | 'absent' }>;

const UNREADABLE: ReadableFunction = { kind: 'unreadable', made: null };

/** The function that a module has under a name (`callModel`, `client.callModel`), exported or not, whatever is declared of it. */
export function findFunction(session: Session, file: string, path: string): FoundFunction {
  return undeclared(session, (plain) => {
    const module = moduleAt(plain, file);
    if (module === null) return UNREADABLE;
    const found = functionIn(plain, targetAlong(plain, module, path), new Set());
    const written = found.kind === 'function' ? null : writtenMember(module, path);
    return written === null ? found : functionIn(plain, { module, node: written }, new Set());
  });
}

/** `client.callModel = …`, where that is written once. */
function writtenMember(module: Module, path: string): Node | null {
  const [name = '', key, ...more] = path.split('.');
  if (key === undefined || more.length > 0) return null;
  const writes = (topVariable(module, name)?.references ?? []).flatMap(({ identifier }) => {
    const member = parentOf(module, identifier);
    if (member?.type !== AST_NODE_TYPES.MemberExpression || member.object !== identifier) return [];
    const write = plainKey(member.property, member.computed) === key ? parentOf(module, member) : undefined;
    return write?.type === AST_NODE_TYPES.AssignmentExpression && write.left === member ? [write] : [];
  });
  const [write] = writes;
  return write?.operator === '=' && writes.length === 1 ? write.right : null;
}

function functionIn(session: Session, target: Target, seen: Set<Node>): FoundFunction {
  if (target === null) return { kind: 'absent' };
  if (!('node' in target)) return functionAmong(session, target.values, target.gaps.length > 0);
  const { module } = target;
  const node = unwrap(target.node);
  if (seen.has(node)) return UNREADABLE;
  seen.add(node);
  if (isFunction(node) || isDeclaredFunction(node)) return { kind: 'function', module, node, made: { module, node } };
  if (node.type === AST_NODE_TYPES.Identifier) {
    const variable = variableOf(module, node);
    return variable == null ? UNREADABLE : functionIn(session, valueOfVariable(session, module, variable), seen);
  }
  if (node.type === AST_NODE_TYPES.CallExpression)
    return { ...functionHandedTo(session, module, node, seen), made: { module, node } };
  const { values, gaps } = evaluate({ session, module }, node);
  return functionAmong(session, values, gaps.length > 0);
}

/** A function without a body: it has parameters. */
function isDeclaredFunction(node: Node): node is TSESTree.TSDeclareFunction | TSESTree.TSEmptyBodyFunctionExpression {
  const { type } = node;
  return type === AST_NODE_TYPES.TSDeclareFunction || type === AST_NODE_TYPES.TSEmptyBodyFunctionExpression;
}

/** `retry(async (prompt, task) => …)`: what makes a function of another one keeps its parameters. */
function functionHandedTo(
  session: Session,
  module: Module,
  call: Extract<Node, { type: AST_NODE_TYPES.CallExpression }>,
  seen: Set<Node>,
): ReadableFunction {
  const callee = unwrap(call.callee);
  if (callee.type === AST_NODE_TYPES.MemberExpression && plainKey(callee.property, callee.computed) === 'bind')
    // What is bound besides `this` stands before all that a caller gives.
    return call.arguments.length > 1 ? UNREADABLE : asFound(functionIn(session, { module, node: callee.object }, seen));
  const found = call.arguments
    .map((argument) => unwrap(argument))
    .filter((node) => isFunction(node) || node.type === AST_NODE_TYPES.Identifier || node.type === call.type)
    .map((node) => functionIn(session, { module, node }, seen))
    .filter((each) => each.kind === 'function');
  const [only] = found;
  return only !== undefined && found.length === 1 ? only : UNREADABLE;
}

/** What a call is handed may be no function at all: what the call makes of it is not known. */
function asFound(found: FoundFunction): ReadableFunction {
  return found.kind === 'function' ? found : UNREADABLE;
}

function functionAmong(session: Session, values: Possible['values'], isOpen: boolean): FoundFunction {
  const given = values.filter((value) => value.kind !== 'primitive' || value.value !== undefined);
  const [first] = given;
  if (first === undefined) return isOpen ? UNREADABLE : { kind: 'absent' };
  // One function may be met on two ways.
  if (first.kind === 'function' && given.every((each) => isSameFunction(each, first)))
    return functionAt(session, first);
  const isOther = given.every(({ kind }) => kind === 'primitive' || kind === 'object' || kind === 'array');
  return isOther && !isOpen ? { kind: 'other' } : UNREADABLE;
}

function isSameFunction(value: Value, { place }: FunctionValue): boolean {
  return value.kind === 'function' && value.place.file === place.file && value.place.range[0] === place.range[0];
}

/** A value that was kept has no node: it is found again by its place. */
function functionAt(session: Session, { place }: FunctionValue): FoundFunction {
  const module = moduleAt(session, place.file);
  if (module === null) return UNREADABLE;
  const node = nodesBelow(module.tree).find(
    (each) => isFunction(each) && placeOf(module, each).range.join() === place.range.join(),
  );
  return node !== undefined && isFunction(node)
    ? { kind: 'function', module, node, made: { module, node } }
    : UNREADABLE;
}
