import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { evaluate } from '../evaluate/evaluate.ts';
import { isFunction, type FunctionNode } from '../evaluate/evaluate-function.ts';
import { memberOf } from '../evaluate/member.ts';
import { targetOf, valueOfVariable, type Target } from './find-name.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { asking, moduleAt, type Session } from '../session.ts';
import { nodesBelow, plainKey, unwrap, variableOf } from '../text/tree.ts';
import { flatMap, unknown, type FunctionValue } from '../evaluate/value.ts';

/** What stands under the name of a function: it, something else, nothing at all, or what only the running program can tell. */
export type FoundFunction =
  | { readonly kind: 'function'; readonly module: Module; readonly node: FunctionNode }
  | { readonly kind: 'other' | 'absent' | 'unreadable' };

const UNREADABLE: FoundFunction = { kind: 'unreadable' };

/** The function that a module has under a name (`callModel`, `client.callModel`), exported or not, whatever is declared of it. */
export function findFunction(session: Session, file: string, path: string): FoundFunction {
  const module = moduleAt(session, file);
  if (module === null) return UNREADABLE;
  const [name = '', ...members] = path.split('.');
  return asking(session, false, () => {
    let target = targetOf(session, module, name);
    for (const member of members) target = memberIn(session, target, member);
    return functionIn(session, target, new Set());
  });
}

/** A member of what a name stands for: in the text, where that shows it, since only a node tells a function's parameters. */
export function memberIn(session: Session, target: Target, key: string): Target {
  if (target === null) return null;
  if (!('node' in target)) return membersOf(session, target, key);
  const { module } = target;
  const node = unwrap(target.node);
  if (node.type === AST_NODE_TYPES.Identifier) {
    const variable = variableOf(module, node);
    const value = variable == null ? null : valueOfVariable(session, module, variable);
    // A variable that holds itself ends here.
    if (value !== null && !('node' in value && unwrap(value.node) === node)) return memberIn(session, value, key);
  }
  if (node.type === AST_NODE_TYPES.ObjectExpression) {
    // What is spread after it may stand over it.
    const own = node.properties.findLast(
      (each) => each.type !== AST_NODE_TYPES.Property || plainKey(each.key, each.computed) === key,
    );
    if (own?.type === AST_NODE_TYPES.Property) return { module, node: own.value };
  }
  if (node.type === AST_NODE_TYPES.ClassDeclaration || node.type === AST_NODE_TYPES.ClassExpression) {
    for (const member of node.body.body) {
      if (!('value' in member) || !member.static || plainKey(member.key, member.computed) !== key) continue;
      return member.value === null ? null : { module, node: member.value };
    }
  }
  return membersOf(session, evaluate({ session, module }, node), key);
}

function membersOf(session: Session, possible: Exclude<Target, null | { readonly node: Node }>, key: string): Target {
  const [first] = possible.values;
  if (first === undefined) return possible;
  const place = 'place' in first ? first.place : { file: '', line: 1, column: 1, range: [0, 0] as const };
  return flatMap(possible, (value) =>
    value.kind === 'object' || value.kind === 'class' || value.kind === 'module'
      ? memberOf({ session }, value, key, place)
      : unknown(),
  );
}

function functionIn(session: Session, target: Target, seen: Set<Node>): FoundFunction {
  if (target === null) return { kind: 'absent' };
  if (!('node' in target)) return functionAmong(session, target.values, target.gaps.length > 0);
  const { module } = target;
  const node = unwrap(target.node);
  if (seen.has(node)) return UNREADABLE;
  seen.add(node);
  if (node.type === AST_NODE_TYPES.TSDeclareFunction || isFunction(node)) return { kind: 'function', module, node };
  if (node.type === AST_NODE_TYPES.Identifier) {
    const variable = variableOf(module, node);
    return variable == null ? UNREADABLE : functionIn(session, valueOfVariable(session, module, variable), seen);
  }
  if (node.type === AST_NODE_TYPES.CallExpression) return functionHandedTo(session, module, node, seen);
  const { values, gaps } = evaluate({ session, module }, node);
  return functionAmong(session, values, gaps.length > 0);
}

/** `retry(async (prompt, task) => …)`: what makes a function of another one keeps its parameters. */
function functionHandedTo(
  session: Session,
  module: Module,
  call: Extract<Node, { type: AST_NODE_TYPES.CallExpression }>,
  seen: Set<Node>,
): FoundFunction {
  const callee = unwrap(call.callee);
  if (callee.type === AST_NODE_TYPES.MemberExpression && plainKey(callee.property, callee.computed) === 'bind')
    // What is bound besides `this` stands before all that a caller gives.
    return call.arguments.length > 1 ? UNREADABLE : functionIn(session, { module, node: callee.object }, seen);
  const found = call.arguments
    .map((argument) => unwrap(argument))
    .filter((node) => isFunction(node) || node.type === AST_NODE_TYPES.Identifier || node.type === call.type)
    .map((node) => functionIn(session, { module, node }, seen))
    .filter((each) => each.kind === 'function');
  const [only] = found;
  return only !== undefined && found.length === 1 ? only : UNREADABLE;
}

function functionAmong(
  session: Session,
  values: Exclude<Target, null | { readonly node: Node }>['values'],
  isOpen: boolean,
): FoundFunction {
  const given = values.filter((value) => value.kind !== 'primitive' || value.value !== undefined);
  const [first] = given;
  if (first === undefined) return isOpen ? UNREADABLE : { kind: 'absent' };
  if (first.kind === 'function' && given.length === 1) return functionAt(session, first);
  const isOther = given.every(({ kind }) => kind === 'primitive' || kind === 'object' || kind === 'array');
  return isOther && !isOpen ? { kind: 'other' } : UNREADABLE;
}

/** A value that was kept has no node: it is found again by its place. */
function functionAt(session: Session, { place }: FunctionValue): FoundFunction {
  const module = moduleAt(session, place.file);
  if (module === null) return UNREADABLE;
  const node = nodesBelow(module.tree).find(
    (each) => isFunction(each) && placeOf(module, each).range.join() === place.range.join(),
  );
  return node !== undefined && isFunction(node) ? { kind: 'function', module, node } : UNREADABLE;
}
