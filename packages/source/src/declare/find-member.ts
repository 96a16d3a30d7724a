import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate } from '../evaluate/evaluate.ts';
import { memberOf } from '../evaluate/member.ts';
import { targetOf, valueOfVariable, type Made, type Target } from './find-name.ts';
import { originOf } from '../module/origin.ts';
import type { Module, Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import type { Session } from '../session.ts';
import { plainKey, unwrap, variableOf } from '../text/tree.ts';
import { flatMap, unknown, type ClassValue, type Possible } from '../evaluate/value.ts';

/** What stands at the end of a name with members: `Client.callModel`. */
export function targetAlong(session: Session, module: Module, path: string): Target {
  const [name = '', ...members] = path.split('.');
  let target = targetOf(session, module, name);
  for (const member of members) target = memberIn(session, target, member);
  return target;
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
  const inClass = memberInClass(session, module, node, key);
  if (inClass !== null) return inClass;
  return membersOf(session, evaluate({ session, module }, node), key);
}

/** `Client.callModel`: what the class has itself stands before what it makes. `new Client()` has the latter alone. */
function memberInClass(session: Session, module: Module, node: Node, key: string): Made | null {
  const isMade = node.type === AST_NODE_TYPES.NewExpression;
  const owner = isMade ? classNamed(session, module, node.callee) : { module, node };
  if (owner?.node.type !== AST_NODE_TYPES.ClassDeclaration && owner?.node.type !== AST_NODE_TYPES.ClassExpression)
    return null;
  const named = owner.node.body.body.filter((each) => 'value' in each && plainKey(each.key, each.computed) === key);
  // An overload has a name and no body; a class that is only declared has nothing else.
  const made = named.filter(
    (each) => !('value' in each) || each.value?.type !== AST_NODE_TYPES.TSEmptyBodyFunctionExpression,
  );
  const members = made.length > 0 ? made : named;
  const [member] = [
    ...members.filter((each) => isStatic(each) && !isMade),
    ...members.filter((each) => !isStatic(each)),
  ];
  const value = member !== undefined && 'value' in member ? member.value : null;
  // What a getter answers is worked out.
  const isPlain = member !== undefined && (!('kind' in member) || member.kind === 'method');
  return value === null || !isPlain ? null : { module: owner.module, node: value };
}

function isStatic(member: TSESTree.ClassElement): boolean {
  return 'static' in member && member.static;
}

/** Where a name is made, also in another module. */
function classNamed(session: Session, module: Module, callee: Node): Made | null {
  const node = unwrap(callee);
  const variable = node.type === AST_NODE_TYPES.Identifier ? variableOf(module, node) : null;
  const origin = variable == null ? null : originOf(session, module, variable);
  if (origin?.kind === 'expression') return origin;
  const definition = origin?.kind === 'variable' ? origin.variable.defs[0] : undefined;
  if (origin?.kind !== 'variable' || definition === undefined) return null;
  const { node: made } = definition;
  const value = made.type === AST_NODE_TYPES.VariableDeclarator ? made.init : made;
  return value === null ? null : { module: origin.module, node: value };
}

/** A member of what is known: of a class, also of what it makes. */
export function membersOf(session: Session, possible: Possible, key: string): Possible {
  const [first] = possible.values;
  if (first === undefined) return possible;
  const place = 'place' in first ? first.place : { file: '', line: 1, column: 1, range: [0, 0] as const };
  return flatMap(possible, (value) => {
    if (value.kind === 'class') return memberOfClass(session, value, key, place);
    return value.kind === 'object' || value.kind === 'module' ? memberOf({ session }, value, key, place) : unknown();
  });
}

/** `Client.callModel` is what the class has itself, or else a method of what it makes. */
function memberOfClass(session: Session, value: ClassValue, key: string, place: Place): Possible {
  const own = memberOf({ session }, value, key, place);
  const isOwn = own.gaps.length > 0 || own.values.some((each) => each.kind !== 'primitive');
  return isOwn ? own : memberOf({ session }, value.instance, key, place);
}
