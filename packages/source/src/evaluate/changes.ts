import { isWhole } from '../module/exports-name.ts';
import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, type Scene } from './evaluate.ts';
import { wholeOf } from '../module/follow.ts';
import { elementsOf, memberOf } from './member.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { identityOf } from './identity.ts';
import { changingFunction, mutationsOf, rootOf, type Mutation } from './mutation.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { rawSession } from '../session.ts';
import { calledName, plainKey, unwrap } from '../text/tree.ts';
import { flatMap, unknown, type Possible, type Value } from './value.ts';

/** What is done to an object after it was made. */
export interface Change {
  readonly node: Node;
  readonly gap: Gap;
  readonly how:
    /** One line of it, where the key is known, is written; `value` is null where that is not followed. */
    | { readonly kind: 'write'; readonly member: TSESTree.MemberExpression; readonly right: Right }
    | { readonly kind: 'delete'; readonly member: TSESTree.MemberExpression }
    | { readonly kind: 'assign'; readonly sources: readonly Node[] }
    | { readonly kind: 'method'; readonly name: string; readonly call: TSESTree.CallExpression }
    /** `Object.defineProperty(target, 'key', …)` and its kin. */
    | { readonly kind: 'define'; readonly key: string }
    | { readonly kind: 'other' };
}

type Right = Extract<Mutation['change'], { kind: 'write' }>['right'];

/** Which objects a module changes, by the place where each is made. */
export interface Changes {
  readonly of: Map<string, Change[]>;
  /** Variables that are changed and hold what is not known. */
  readonly variables: Map<Variable, Gap>;
  /** What was read to find them. */
  readonly reads: Set<string>;
  /** Objects with what was found done to them, by the objects as they were made. */
  readonly done: WeakMap<Value, Value>;
}

/** An object that was put into another one may be changed from there: so often that is looked through. */
const ROUNDS = 2;

const found = new WeakMap<Module, Changes | null>();

/** The changes of a module; null where it makes none, or while they are looked for. */
export function changesOf(scene: Scene): Changes | null {
  const { session, module } = scene;
  if (session.changes !== undefined) return session.changes.get(module) ?? null;
  const known = found.get(module);
  if (known !== undefined) return known;
  const mutations = mutationsOf(module);
  let changes: Changes | null = null;
  for (let round = 0; round < ROUNDS && mutations.length > 0; round++) {
    const raw: Scene = { session: rawSession(session, new Map(changes === null ? [] : [[module, changes]])), module };
    changes = findChanges(raw, mutations);
    if (![...changes.of.values()].flat().some((change) => handsOn(raw, change))) break;
  }
  found.set(module, changes);
  return changes;
}

/** Whether an object comes to stand in another one by a change. */
function handsOn(scene: Scene, { how }: Change): boolean {
  const given = (nodes: readonly Node[]): boolean =>
    nodes.some((node) => {
      const inner = node.type === AST_NODE_TYPES.SpreadElement ? node.argument : node;
      return evaluate(scene, inner).values.some((value) => identityOf(value) !== null);
    });
  switch (how.kind) {
    case 'write':
      return how.right !== null && given([how.right.value]);
    case 'assign':
      return given(how.sources);
    case 'method':
      return given(how.call.arguments);
    default:
      return false;
  }
}

function findChanges(raw: Scene, mutations: readonly Mutation[]): Changes {
  const { session, module } = raw;
  const changes: Changes = { of: new Map(), variables: new Map(), reads: new Set(), done: new WeakMap() };
  for (const mutation of mutations) {
    for (const { target, change } of targetsOf(raw, mutation)) {
      const { values } = evaluateTarget(raw, target);
      const identities = values.flatMap((value) => identitiesOf(raw, value));
      for (const identity of identities) {
        const list = changes.of.get(identity);
        if (list === undefined) changes.of.set(identity, [change]);
        else list.push(change);
      }
      const variable = values.length > 0 ? null : rootOf(module, target);
      if (variable != null && !changes.variables.has(variable)) changes.variables.set(variable, change.gap);
    }
  }
  for (const { reads } of session.frames) for (const file of reads) changes.reads.add(file);
  return changes;
}

function targetsOf(scene: Scene, mutation: Mutation): readonly { readonly target: Node; readonly change: Change }[] {
  const { node, target, change } = mutation;
  const gap = gapAt(placeOf(scene.module, node), 'is changed after it was made');
  if (change.kind !== 'function') return [{ target, change: { node, gap, how: change } }];
  const { call } = change;
  return evaluate(scene, call.callee).values.flatMap((value) => {
    const called = value.kind === 'builtin' ? changingFunction(value.name) : null;
    if (called === null) return [];
    const [first, ...rest] = argumentsOf(called.through, call.arguments);
    if (first === undefined) return [];
    if (called.name === 'assign' && isMadeHere(first)) return [];
    const how = howOf(called.name, first, rest);
    return how === null ? [] : [{ target: first, change: { node, gap, how } }];
  });
}

/** What a changing function does to its first argument; null where that is no line of a table. */
function howOf(name: string, first: Node, rest: readonly Node[]): Change['how'] | null {
  if (first.type === AST_NODE_TYPES.SpreadElement) return { kind: 'other' };
  if (name === 'assign') return { kind: 'assign', sources: rest };
  const [second] = rest;
  const key = second === undefined ? null : plainKey(second, true);
  if (key === null || name === 'defineProperties' || name === 'setPrototypeOf') return { kind: 'other' };
  return key === '__esModule' ? null : { kind: 'define', key };
}

/** `Object.assign({}, …)`: what it is handed is nobody else's, and what it answers is read where it is called. */
export function isMadeHere(node: Node): boolean {
  const target = unwrap(node);
  if (target.type === AST_NODE_TYPES.ObjectExpression) return true;
  return target.type === AST_NODE_TYPES.CallExpression && calledName(target) === 'create';
}

/** The arguments of a function, as they stand behind `call` and `apply`. */
function argumentsOf(through: string | undefined, nodes: readonly Node[]): readonly Node[] {
  if (through === undefined) return nodes;
  if (through === 'call') return nodes.slice(1);
  const list = nodes[1] === undefined ? undefined : unwrap(nodes[1]);
  return list?.type === AST_NODE_TYPES.ArrayExpression
    ? list.elements.filter((element) => element !== null)
    : list === undefined
      ? []
      : [list];
}

/** What a target can be. `module.exports` is what the module exports, and arguments that are spread are each of them. */
function evaluateTarget(scene: Scene, node: Node): Possible {
  const target = unwrap(node);
  if (isWhole(target)) return wholeOf(scene.session, scene.module.file) ?? unknown();
  const place = placeOf(scene.module, target);
  if (target.type === AST_NODE_TYPES.SpreadElement)
    return flatMap(evaluate(scene, target.argument), (value) => elementsOf(scene, value, place) ?? unknown());
  if (target.type === AST_NODE_TYPES.MemberExpression && isWhole(unwrap(target.object))) {
    const key = plainKey(target.property, target.computed);
    return flatMap(evaluateTarget(scene, target.object), (value) =>
      key === null ? (elementsOf(scene, value, place) ?? unknown()) : memberOf(scene, value, key, place),
    );
  }
  return evaluate(scene, target);
}

/** `exports`, where `module.exports` is another object than the one that the module began with. */
const SETS_EXPORTS = /(?<!\.\s*)\bexports\s*=(?!=)/;

/** What `exports` is in the module itself, is the whole of what it exports only where it says so. */
function identitiesOf(scene: Scene, value: Value): readonly string[] {
  const own = identityOf(value);
  if (value.kind !== 'module' || value.file !== scene.module.file) return own === null ? [] : [own];
  if (!SETS_EXPORTS.test(scene.module.text)) return [];
  return wholeOf(scene.session, value.file)?.values.flatMap((each) => identityOf(each) ?? []) ?? [];
}
