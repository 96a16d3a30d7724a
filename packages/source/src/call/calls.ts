import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { declaredAround } from '../declare/declared-function.ts';
import { evaluate, gap, type Scene } from '../evaluate/evaluate.ts';
import { ELEMENT_FIRST, listOf } from '../evaluate/evaluate-parameter.ts';
import { isFunction } from '../evaluate/evaluate-function.ts';
import { typeOf } from '../evaluate/evaluate-type.ts';
import { wholeOf } from '../module/follow.ts';
import { memberOf } from '../evaluate/member.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { orDefault } from '../evaluate/pattern.ts';
import type { Place } from '../text/place.ts';
import type { RouterSource } from '../router/router-source.ts';
import { asking } from '../session.ts';
import { plainKey, unwrap } from '../text/tree.ts';
import { flatMap, type CalleeValue, type Possible } from '../evaluate/value.ts';
import { valuesOf, type Values } from '../evaluate/values.ts';
import { NO_OPTIONS, optionsOf, type CallOptions } from './call-options.ts';
import { argumentsOf, spread, type Arguments } from './call-arguments.ts';
import { attributesOf, componentOf } from './element.ts';

/** A call as it is written; a component is called by its element. */
export type CallNode = TSESTree.CallExpression | TSESTree.JSXOpeningElement;

/** What a call calls, as it is written. */
export function calledIn(node: CallNode): Node {
  return 'callee' in node ? node.callee : node.name;
}

/** One call of a router's function, or of what leads to one. */
export interface RouterCall {
  readonly router: RouterSource;
  /** `routeModel`, `getTier`, `decide`, or the name of a declared function or wrapper: the original name, not an alias. */
  readonly callee: string;
  readonly wrapper: boolean;
  /** `erased` is `routeModel<'x'>()`: the task stands in a type. */
  readonly form: 'value' | 'erased';
  readonly node: CallNode;
  readonly place: Place;
  readonly task: Values;
  readonly options: CallOptions;
  /** The declared function or wrapper in whose body the call stands: its task comes from callers, which are judged themselves. */
  readonly within: string | null;
}

/** Every call among some nodes of a file that leads to a router. */
export function callsOf(scene: Scene, nodes: readonly Node[]): readonly RouterCall[] {
  const calls: RouterCall[] = [];
  for (const node of nodes) if (isCall(node)) calls.push(...callsAt(scene, node));
  return calls;
}

function isCall(node: Node): node is CallNode {
  return node.type === AST_NODE_TYPES.CallExpression || node.type === AST_NODE_TYPES.JSXOpeningElement;
}

export function callsAt(scene: Scene, node: CallNode): readonly RouterCall[] {
  return asking(scene.session, false, () => {
    const calls = readCalls(scene, node);
    const within = calls.length === 0 ? null : declaredAround(scene, node);
    return calls.map((call) => ({ ...call, within }));
  });
}

/** The routers that calls among some nodes lead to, whatever they stand in. */
export function calledRouters(scene: Scene, nodes: readonly Node[]): readonly RouterSource[] {
  return asking(scene.session, false, () =>
    nodes.flatMap((node) => (isCall(node) ? readCalls(scene, node).map(({ router }) => router) : [])),
  );
}

type OwnCall = Omit<RouterCall, 'within'>;

function readCalls(scene: Scene, node: CallNode): readonly OwnCall[] {
  if (node.type === AST_NODE_TYPES.JSXOpeningElement) return elementCalls(scene, node);
  const direct = calleesOf(scene, node.callee);
  if (direct.length > 0) {
    const given = argumentsOf(scene, node.arguments);
    return direct.map((callee) => callOf(scene, node, callee, given));
  }
  const callee = unwrap(node.callee);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return [];
  const method = plainKey(callee.property, callee.computed);
  if (method === null) return [];
  if (method === 'apply' && callee.object.type === AST_NODE_TYPES.Identifier && callee.object.name === 'Reflect')
    return reflected(scene, node);
  if (method === 'call' || method === 'apply') {
    const callees = calleesOf(scene, callee.object);
    if (callees.length === 0) return [];
    const rest = node.arguments.slice(1);
    const given = method === 'call' ? argumentsOf(scene, rest) : spread(scene, rest[0]);
    return callees.map((each) => callOf(scene, node, each, given));
  }
  return ELEMENT_FIRST.has(method) ? callbackCalls(scene, node, callee.object) : [];
}

/** `<Ask task="blog-post" />` calls a declared function with its attributes. A router's own functions are no components. */
function elementCalls(scene: Scene, node: TSESTree.JSXOpeningElement): readonly OwnCall[] {
  const callees = calleesAmong(
    scene,
    asking(scene.session, true, () => componentOf(scene, node.name)),
  );
  const declared = callees.filter(({ wrapper, router }) => wrapper || router.declared);
  if (declared.length === 0) return [];
  const given = attributesOf(scene, node);
  return declared.map((callee) => callOf(scene, node, callee, given));
}

function calleesOf(scene: Scene, node: Node): readonly CalleeValue[] {
  return calleesAmong(
    scene,
    asking(scene.session, true, () => evaluate(scene, node)),
  );
}

function calleesAmong(scene: Scene, possible: Possible): readonly CalleeValue[] {
  const callees = possible.values.flatMap((value) => {
    if (value.kind === 'callee') return value;
    // `require('./router')` of a module that is a function.
    return value.kind === 'module'
      ? (wholeOf(scene.session, value.file)?.values.filter((each) => each.kind === 'callee') ?? [])
      : [];
  });
  // Two ways may lead to one function: one call is said once.
  return callees.filter((each, index) => callees.findIndex((other) => isSameCallee(each, other)) === index);
}

function isSameCallee(one: CalleeValue, other: CalleeValue): boolean {
  if (one === other) return true;
  const isPlain = one.bound.length === 0 && other.bound.length === 0 && one.erased === other.erased;
  return isPlain && one.router.id === other.router.id && one.name === other.name;
}

function reflected(scene: Scene, node: TSESTree.CallExpression): readonly OwnCall[] {
  const [target, , list] = node.arguments;
  if (target === undefined) return [];
  return calleesOf(scene, target).map((callee) => callOf(scene, node, callee, spread(scene, list)));
}

/** `list.map(routeModel)`: the router's function is called with each element. */
function callbackCalls(scene: Scene, node: TSESTree.CallExpression, object: Node): readonly OwnCall[] {
  const [callback] = node.arguments;
  if (callback === undefined || isFunction(callback)) return [];
  const callees = calleesOf(scene, callback);
  if (callees.length === 0) return [];
  const elements = listOf(scene, object);
  if (elements === null || (elements.values.length === 0 && elements.gaps.length > 0)) return [];
  const given: Arguments = { items: [{ possible: elements, node: object }], open: null };
  return callees.map((callee) => callOf(scene, node, callee, given));
}

function callOf(scene: Scene, node: CallNode, callee: CalleeValue, given: Arguments): OwnCall {
  const at = node.type === AST_NODE_TYPES.CallExpression ? node.callee : node.name;
  const items = [...callee.bound.map((possible) => ({ possible, node: at })), ...given.items];
  const all: Arguments = { items, open: given.open };
  const erased = items.length === 0 && given.open === null ? erasedTask(scene, node, callee) : null;
  return {
    router: callee.router,
    callee: callee.name,
    wrapper: callee.wrapper,
    form: erased === null ? 'value' : 'erased',
    node,
    place: placeOf(scene.module, node),
    task: erased ?? taskOf(scene, node, callee, all),
    options: callee.wrapper || callee.router.declared ? NO_OPTIONS : optionsOf(scene, all),
  };
}

function erasedTask(scene: Scene, node: CallNode, callee: CalleeValue): Values | null {
  const type = node.typeArguments?.params[0];
  if (type !== undefined) return valuesOf(scene, type, typeOf(scene, type));
  return callee.erased === undefined ? null : valuesOf(scene, node, callee.erased);
}

function taskOf(scene: Scene, node: CallNode, callee: CalleeValue, given: Arguments): Values {
  if (callee.task === null)
    return valuesOf(scene, node, gap(scene, node, `is not where taskroute.json says that ${callee.name} takes it`));
  const [index, ...path] = callee.task;
  const [fallback, ...fallbacks] = callee.defaults ?? [];
  const item = given.items[index];
  const first = item?.possible ?? given.open ?? fallback;
  if (first == null) return valuesOf(scene, node, gap(scene, node, 'is not given'));
  const at = item?.node ?? node;
  const place = placeOf(scene.module, at);
  let possible = orDefault(first, fallback);
  for (const [step, key] of path.entries())
    possible = orDefault(
      flatMap(possible, (value) => memberOf(scene, value, key, place)),
      fallbacks[step],
    );
  return valuesOf(scene, at, possible);
}
