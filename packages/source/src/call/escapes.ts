import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { callsAt } from './calls.ts';
import { declaredAt } from '../declare/declared-function.ts';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { answersOf, isFunction } from '../evaluate/evaluate-function.ts';
import { callArguments } from '../evaluate/evaluate-parameter.ts';
import { exportedName, isWhole } from '../module/exports-name.ts';
import { exportsOf } from '../module/module-exports.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import type { RouterSource } from '../router/router-source.ts';
import { leads, routersOf } from '../router/routers-of.ts';
import { asking } from '../session.ts';
import { calledName, parentOf, unwrap, variableOf } from '../text/tree.ts';
import type { Possible, Value } from '../evaluate/value.ts';

/** A place where a router's function goes where its calls cannot be followed. */
export interface Escape {
  readonly router: RouterSource;
  readonly node: Node;
  readonly place: Place;
  /** The end of the sentence "cannot verify: the router's function …". */
  readonly reason: string;
}

export function escapesOf(scene: Scene, nodes: readonly Node[]): readonly Escape[] {
  return asking(scene.session, true, () => findEscapes(scene, nodes));
}

function findEscapes(scene: Scene, nodes: readonly Node[]): readonly Escape[] {
  const escapes: Escape[] = [];
  for (const node of nodes) {
    // Where a declared function is made, its callers are known by what is declared.
    if (!isRead(scene, node) || declaredAt(scene, node) !== null) continue;
    const possible = evaluate(scene, node);
    const isCarried = carries(scene, possible);
    if (!isCarried && !possible.values.some(isHolder)) continue;
    const reason = fateOf(scene, node);
    if (reason === null || (!isCarried && reason !== RETURNED)) continue;
    const place = placeOf(scene.module, node);
    for (const router of routersOf(scene.session, possible)) escapes.push({ router, node, place, reason });
  }
  return escapes;
}

function isRead(scene: Scene, node: Node): boolean {
  if (node.type === AST_NODE_TYPES.MemberExpression) return true;
  if (node.type === AST_NODE_TYPES.CallExpression || node.type === AST_NODE_TYPES.ImportExpression) return true;
  if (node.type === AST_NODE_TYPES.TSInstantiationExpression || node.type === AST_NODE_TYPES.NewExpression) return true;
  return node.type === AST_NODE_TYPES.Identifier && variableOf(scene.module, node) != null;
}

/** Whether a value is a router's function, or plainly holds one. */
function carries(scene: Scene, possible: Possible): boolean {
  return possible.values.some((value) => {
    if (value.kind === 'callee' || value.kind === 'router') return true;
    if (value.kind === 'module' || value.kind === 'array' || value.kind === 'promise')
      return leads(scene.session, { values: [value], gaps: [] });
    return value.kind === 'object' && value.instance !== true && leads(scene.session, { values: [value], gaps: [] });
  });
}

/**
 * Whether it is what a class with a declared method makes. That is followed by the variables, fields and parameters that hold it or
 * are annotated with its class; what a function answers is not.
 */
function isHolder(value: Value): boolean {
  if (value.kind !== 'object' || value.instance !== true) return false;
  return value.items.some((item) =>
    item.value.values.some((each) => each.kind === 'callee' && (each.wrapper || each.router.declared)),
  );
}

const RETURNED = 'is returned by a function';

/** Where a value goes from a node: null where it is followed or not used, else why it is lost. */
function fateOf(scene: Scene, node: Node): string | null {
  const parent = parentOf(scene.module, node);
  if (parent === undefined) return null;
  switch (parent.type) {
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSTypeAssertion:
    case AST_NODE_TYPES.ChainExpression:
    case AST_NODE_TYPES.AwaitExpression:
    case AST_NODE_TYPES.LogicalExpression:
    case AST_NODE_TYPES.ArrayExpression:
    case AST_NODE_TYPES.SpreadElement:
    case AST_NODE_TYPES.ObjectExpression:
      return fateOf(scene, parent);
    case AST_NODE_TYPES.TSInstantiationExpression:
      return null;
    case AST_NODE_TYPES.ConditionalExpression:
      return parent.test === node ? null : fateOf(scene, parent);
    case AST_NODE_TYPES.SequenceExpression:
      return parent.expressions.at(-1) === node ? fateOf(scene, parent) : null;
    case AST_NODE_TYPES.Property:
      return parent.value === node ? fateOfProperty(scene, parent) : null;
    case AST_NODE_TYPES.MemberExpression:
      return parent.object === node ? fateOfMember(scene, parent) : null;
    case AST_NODE_TYPES.CallExpression:
      return parent.callee === node ? null : fateOfArgument(scene, parent, node);
    case AST_NODE_TYPES.NewExpression:
      return parent.callee === node ? 'is called with new' : 'is passed to a constructor';
    case AST_NODE_TYPES.VariableDeclarator:
      return node.type === AST_NODE_TYPES.TSInstantiationExpression
        ? 'is stored with its type argument, where no build can make it real'
        : null;
    case AST_NODE_TYPES.AssignmentExpression:
      return parent.right === node ? (fateOfAssignment(parent.left) ?? fateOf(scene, parent)) : null;
    case AST_NODE_TYPES.PropertyDefinition:
    case AST_NODE_TYPES.AccessorProperty:
      return parent.value === node && !parent.static && !isPrivate(parent) ? 'is stored in a field' : null;
    case AST_NODE_TYPES.ReturnStatement:
      return fateOfReturn(scene, parent);
    case AST_NODE_TYPES.ArrowFunctionExpression:
      return parent.body === node ? fateOfReturn(scene, node) : null;
    case AST_NODE_TYPES.JSXExpressionContainer:
    case AST_NODE_TYPES.JSXSpreadAttribute:
      return 'is passed to a component';
    case AST_NODE_TYPES.TaggedTemplateExpression:
      return parent.tag === node ? 'is called with a template' : 'is passed to a function';
    case AST_NODE_TYPES.YieldExpression:
    case AST_NODE_TYPES.ThrowStatement:
      return 'is handed out of a function';
    default:
      return null;
  }
}

function fateOfProperty(scene: Scene, property: TSESTree.Property): string | null {
  const owner = parentOf(scene.module, property);
  return owner?.type === AST_NODE_TYPES.ObjectExpression ? fateOf(scene, owner) : null;
}

function fateOfMember(scene: Scene, member: TSESTree.MemberExpression): string | null {
  if (!member.computed) return null;
  const key = evaluate(scene, member.property);
  const isKnown = key.gaps.length === 0 && key.values.every((value) => value.kind === 'primitive');
  return !isKnown ? 'is looked up with a key that is not known' : null;
}

function fateOfArgument(scene: Scene, call: TSESTree.CallExpression, node: Node): string | null {
  // What comes out of the call carries the function on: `Object.freeze({ routeModel })`, `routeModel.bind(null)`.
  if (carries(scene, evaluate(scene, call))) return null;
  if (callsAt(scene, call).length > 0) return null;
  for (const value of evaluate(scene, call.callee).values) {
    const owner = value.kind === 'function' ? value.node : undefined;
    if (owner === undefined || !isFunction(owner)) continue;
    const index = call.arguments.indexOf(node as TSESTree.CallExpressionArgument);
    if (index < owner.params.length && callArguments(scene, owner, index) !== null) return null;
  }
  const callee = unwrap(call.callee);
  if (callee.type === AST_NODE_TYPES.Identifier && ['__exportStar', '__export', '__reExport'].includes(callee.name))
    return null;
  if (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    call.arguments[0]?.type === AST_NODE_TYPES.Identifier &&
    call.arguments[0].name === 'exports'
  )
    return null;
  return 'is passed to a function';
}

function fateOfAssignment(left: Node): string | null {
  const target = unwrap(left);
  if (target.type !== AST_NODE_TYPES.MemberExpression) return null;
  if (isWhole(target) || exportedName(target) !== null) return null;
  if (target.object.type === AST_NODE_TYPES.ThisExpression && target.property.type === AST_NODE_TYPES.PrivateIdentifier)
    return null;
  return 'is stored in a field';
}

function isPrivate(member: TSESTree.PropertyDefinition | TSESTree.AccessorProperty): boolean {
  return member.key.type === AST_NODE_TYPES.PrivateIdentifier || member.accessibility === 'private';
}

const MOCKS: ReadonlySet<string> = new Set(['mock', 'doMock', 'unstable_mockModule']);

/** Getters that compilers write for exports are read where the module is. */
function fateOfReturn(scene: Scene, node: Node): string | null {
  const answer = node.type === AST_NODE_TYPES.ReturnStatement ? node.argument : node;
  for (const each of exportsOf(scene.module).names.values())
    if (each.kind === 'expression' && each.node === answer) return null;
  for (let outer = parentOf(scene.module, node); outer !== undefined; outer = parentOf(scene.module, outer)) {
    if (!isFunction(outer)) continue;
    // Where all its calls are seen, what it answers is followed from them.
    if (answersOf(outer) !== null && callArguments(scene, outer, 0) !== null) return null;
    const call = parentOf(scene.module, outer);
    // `vi.mock('./router', () => …)`: who imports the module is judged by the module itself.
    if (call?.type === AST_NODE_TYPES.CallExpression && MOCKS.has(calledName(call) ?? '')) return null;
    if (call?.type === AST_NODE_TYPES.CallExpression && carries(scene, evaluate(scene, call))) return null;
    break;
  }
  return RETURNED;
}
