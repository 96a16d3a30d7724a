import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate } from '../evaluate/evaluate.ts';
import { isFunction } from '../evaluate/evaluate-function.ts';
import { kept } from '../text/kept.ts';
import { elementsOf } from '../evaluate/member.ts';
import { mutationsOf, rootOf } from '../evaluate/mutation.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { isDefineRouter, methodOfObject } from './plain-router.ts';
import type { Session } from '../session.ts';
import { calledName, nodesBelow, parentOf, plainKey, unwrap, variableOf } from '../text/tree.ts';
import { only } from '../evaluate/value.ts';

/**
 * The first place of a module where what a variable holds is changed, or goes where it could be; null where it is only read.
 * What other modules do to an export is not seen.
 */
export function wayOut(session: Session, module: Module, variable: Variable): Node | null {
  return searchVariable({ session, module, seen: new Set() }, variable);
}

interface Search {
  readonly session: Session;
  readonly module: Module;
  readonly seen: Set<Variable>;
}

function searchVariable(search: Search, variable: Variable): Node | null {
  if (search.seen.has(variable)) return null;
  search.seen.add(variable);
  const evaluated = evaluationOf(search.module);
  if (evaluated !== null) return evaluated;
  const mutation = mutationsOf(search.module).find(({ target }) => rootOf(search.module, target) === variable);
  if (mutation !== undefined) return mutation.node;
  for (const { identifier, init } of variable.references) {
    const out = init === true ? null : searchUse(search, identifier);
    if (out !== null) return out;
  }
  return null;
}

/** `eval(…)`, which can do whatever the module can. */
const evaluationOf = kept(({ text, tree }: Module): Node | null => {
  if (!/\beval\b/.test(text)) return null;
  const isEvaluation = (node: Node): boolean =>
    node.type === AST_NODE_TYPES.CallExpression && calledName(node) === 'eval';
  return nodesBelow(tree).find(isEvaluation) ?? null;
});

/** Where the value of a node goes, outwards. */
function searchUse(search: Search, node: Node): Node | null {
  const { module } = search;
  const parent = parentOf(module, node);
  switch (parent?.type) {
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSTypeAssertion:
    case AST_NODE_TYPES.ChainExpression:
    case AST_NODE_TYPES.SpreadElement:
    case AST_NODE_TYPES.ObjectExpression:
    case AST_NODE_TYPES.ArrayExpression:
      return searchUse(search, parent);
    case AST_NODE_TYPES.Property:
      return parent.value === node ? searchUse(search, parent) : null;
    case AST_NODE_TYPES.MemberExpression:
      return parent.object === node && !isText(search, parent) ? searchUse(search, parent) : null;
    case AST_NODE_TYPES.VariableDeclarator:
      return searchDeclared(search, parent);
    case AST_NODE_TYPES.CallExpression:
      return searchCall(search, parent, node);
    case AST_NODE_TYPES.TSTypeQuery:
    case AST_NODE_TYPES.TSQualifiedName:
    case AST_NODE_TYPES.ExportSpecifier:
    case AST_NODE_TYPES.ExportDefaultDeclaration:
    case AST_NODE_TYPES.ExpressionStatement:
    case AST_NODE_TYPES.BinaryExpression:
    case AST_NODE_TYPES.UnaryExpression:
    case AST_NODE_TYPES.ForInStatement:
    case AST_NODE_TYPES.IfStatement:
      return null;
    case AST_NODE_TYPES.TemplateLiteral:
      // A tag is handed what stands in its template.
      return parentOf(module, parent)?.type === AST_NODE_TYPES.TaggedTemplateExpression ? node : null;
    default:
      return node;
  }
}

function searchDeclared(search: Search, declarator: Node): Node | null {
  for (const variable of search.module.scopes.getDeclaredVariables(declarator)) {
    const out = searchVariable(search, variable);
    if (out !== null) return out;
  }
  return null;
}

/** A text that is read out of a table can change nothing. */
function isText({ session, module }: Search, member: Node): boolean {
  const { values, gaps } = evaluate({ session, module }, member);
  return gaps.length === 0 && values.length > 0 && values.every((value) => value.kind === 'primitive');
}

/** `TIERS.includes(model)`: a callback is handed texts, and methods that change a list are found as such. */
function isTexts({ session, module }: Search, list: Node): boolean {
  const value = only(evaluate({ session, module }, list));
  return (
    value?.kind === 'array' && value.gaps.length === 0 && value.items.every((item) => only(item)?.kind === 'primitive')
  );
}

/** Methods of a list that leave it as it is, and hand it to nobody. */
const READING_LIST = new Set([
  ...['includes', 'indexOf', 'lastIndexOf', 'at', 'join', 'slice', 'concat', 'keys', 'values', 'entries'],
  ...['toReversed', 'toSorted', 'toSpliced', 'with', 'toString'],
]);

/** Those that call a function with the list itself: as which of its arguments. */
const CALLING_BACK: ReadonlyMap<string, number> = new Map([
  ...['map', 'flatMap', 'filter', 'forEach', 'some', 'every'].map((name) => [name, 2] as const),
  ...['find', 'findIndex', 'findLast', 'findLastIndex'].map((name) => [name, 2] as const),
  ...['reduce', 'reduceRight'].map((name) => [name, 3] as const),
]);

/** Whether a method that is called leaves a list of texts alone. */
function isReadingList(search: Search, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== AST_NODE_TYPES.MemberExpression || !isTexts(search, callee.object)) return false;
  const name = plainKey(callee.property, callee.computed);
  if (name === null || READING_LIST.has(name)) return name !== null;
  const index = CALLING_BACK.get(name);
  const [callback] = call.arguments;
  return index !== undefined && callback !== undefined && takesFewer(search, callback, index);
}

const CONVERTING = new Set(['Boolean', 'Number', 'String']);

/** Whether a function does not look at an argument. */
function takesFewer({ module }: Search, callback: Node, index: number): boolean {
  const inner = unwrap(callback);
  if (inner.type === AST_NODE_TYPES.Identifier) return variableOf(module, inner) === null && CONVERTING.has(inner.name);
  if (!isFunction(inner) || inner.params.length > index) return false;
  if (inner.params.some(({ type }) => type === AST_NODE_TYPES.RestElement)) return false;
  // An arrow's `arguments` are those of the function around it.
  const [start, end] = inner.range;
  return inner.type === AST_NODE_TYPES.ArrowFunctionExpression || !/\barguments\b/.test(module.text.slice(start, end));
}

/** Functions of `Object` that give nothing of an object away but its keys. */
const READING = new Set(['keys', 'hasOwn', 'isFrozen']);

function searchCall(search: Search, call: TSESTree.CallExpression, node: Node): Node | null {
  const { session, module } = search;
  const callee = unwrap(call.callee);
  if (call.callee === node) return isReadingList(search, call) ? null : call;
  if (isDefineRouter(session, module, callee)) return null;
  const method = methodOfObject(module, callee);
  if (method === null || READING.has(method)) return method === null ? call : null;
  if (method === 'freeze') return searchUse(search, call);
  return GIVING.has(method) && holdsTexts(search, node) ? null : call;
}

const GIVING = new Set(['values', 'entries']);

/** Whether an object has texts alone for its values: whoever is handed them can change nothing. */
function holdsTexts({ session, module }: Search, object: Node): boolean {
  const value = only(evaluate({ session, module }, object));
  const elements = value === undefined ? null : elementsOf({ session }, value, placeOf(module, object));
  return elements?.gaps.length === 0 && elements.values.every(({ kind }) => kind === 'primitive');
}
