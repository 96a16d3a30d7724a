import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { evaluateEntity } from '../evaluate/evaluate-import.ts';
import { typeOf } from '../evaluate/evaluate-type.ts';
import type { Possible } from '../evaluate/value.ts';
import { only } from '../evaluate/value.ts';
import { quoteWith } from '../finding/quote.ts';
import { ROUTER_PACKAGE } from '../module/resolve.ts';
import type { RouterSource } from '../router/router-source.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { nodesBelow, plainKey } from '../text/tree.ts';
import {
  isName,
  isWrittenText,
  quotesBelow,
  rangeOf,
  replaceNode,
  replaceText,
  textOfNode,
  valueOfText,
} from './node-text.ts';
import { keyEdit, renameText } from './rename-text.ts';
import type { Edited } from './text-edit.ts';

/** A place at which a line of a table is looked up by its name, and the edit that looks up another. */
export interface LookUp {
  readonly place: Place;
  readonly renamed: (to: string) => Edited;
}

/** `tasks['x']`, `tasks.x`, `ROUTES.x`, `const { x } = tasks`, `'x' in ROUTES`, in types too, and `ModelOf<typeof router, 'x'>`. */
export function lookUpsOf(scene: Scene, router: RouterSource, task: string): readonly LookUp[] {
  return nodesBelow(scene.module.tree).flatMap((node) => lookUpAt(scene, node, router, task));
}

function lookUpAt(scene: Scene, node: Node, router: RouterSource, task: string): readonly LookUp[] {
  const { module } = scene;
  const isTable = (possible: Possible): boolean => leadsToLine(possible, router, task);
  const at = (place: Node, renamed: LookUp['renamed']): readonly LookUp[] => [
    { place: placeOf(module, place), renamed },
  ];
  const asText =
    (text: Node) =>
    (to: string): Edited =>
      isWrittenText(text) ? [replaceText(module, text, to)] : [];
  switch (node.type) {
    case AST_NODE_TYPES.MemberExpression: {
      const constant =
        node.computed && plainKey(node.property, true) === null ? constantOf(scene, node.property, task) : null;
      if (constant === null && plainKey(node.property, node.computed) !== task) return [];
      if (!isTable(evaluate(scene, node.object))) return [];
      if (constant !== null) return at(node.property, (to) => renameText(scene.session, constant, to));
      return at(node.property, (to) => [memberEdit(scene, node, to)]);
    }
    case AST_NODE_TYPES.TSIndexedAccessType:
      return isTextType(node.indexType, task) && isTable(typeOf(scene, node.objectType))
        ? at(node.indexType, asText(node.indexType.literal))
        : [];
    case AST_NODE_TYPES.TSTypeQuery:
      return node.exprName.type === AST_NODE_TYPES.TSQualifiedName &&
        node.exprName.right.name === task &&
        isTable(evaluateEntity(scene, node.exprName.left))
        ? at(node, (to) => [queryEdit(scene, node, to)])
        : [];
    case AST_NODE_TYPES.TSTypeReference:
      return ofTypeReference(scene, node, router, task).flatMap((literal) => at(literal, asText(literal)));
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === 'in' &&
        isWrittenText(node.left) &&
        valueOfText(node.left) === task &&
        isTable(evaluate(scene, node.right))
        ? at(node.left, asText(node.left))
        : [];
    case AST_NODE_TYPES.VariableDeclarator: {
      if (node.id.type !== AST_NODE_TYPES.ObjectPattern || node.init === null) return [];
      const own = node.id.properties.filter((each) => each.type === AST_NODE_TYPES.Property);
      const found = own.filter((each) => plainKey(each.key, each.computed) === task);
      if (found.length === 0 || !isTable(evaluate(scene, node.init))) return [];
      return found.flatMap((each) => at(each.key, (to) => listed(keyEdit(module, each, to))));
    }
    default:
      return [];
  }
}

function listed<Item>(item: Item | null): readonly Item[] {
  return item === null ? [] : [item];
}

/** Whether it is the router's `tasks`, or an object that has the very line. */
function leadsToLine({ values }: Possible, router: RouterSource, task: string): boolean {
  const line = router.routes.find((entry) => entry.task === task)?.place;
  return values.some((value) => {
    if (value.kind === 'tasks') return value.router.id === router.id;
    if (value.kind !== 'object' || line === undefined) return false;
    return value.items.some(
      ({ key, place }) => key === task && place.file === line.file && place.range[0] === line.range[0],
    );
  });
}

function constantOf(scene: Scene, node: Node, task: string): Place | null {
  if (node.type !== AST_NODE_TYPES.Identifier && node.type !== AST_NODE_TYPES.MemberExpression) return null;
  const value = only(evaluate(scene, node));
  return value?.kind === 'primitive' && value.value === task ? value.place : null;
}

function isTextType(node: Node, task: string): node is TSESTree.TSLiteralType {
  return (
    node.type === AST_NODE_TYPES.TSLiteralType && isWrittenText(node.literal) && valueOfText(node.literal) === task
  );
}

function memberEdit({ module }: Scene, node: TSESTree.MemberExpression, to: string) {
  const { property } = node;
  if (isWrittenText(property)) return replaceText(module, property, to);
  const range = rangeOf(module, property);
  if (!node.computed && isName(to)) return { file: module.file, range, text: to };
  const key = quoteWith(quotesBelow(module, module.tree), to);
  if (node.computed) return { file: module.file, range, text: key };
  // The dot goes; that of `?.` stays.
  const dot = module.text.lastIndexOf('.', range[0]);
  const start = node.optional ? range[0] : dot;
  return { file: module.file, range: [start, range[1]] as const, text: `[${key}]` };
}

/** `typeof tasks.x` → `(typeof tasks)['new-name']` where the name is none of JavaScript's. */
function queryEdit({ module }: Scene, node: TSESTree.TSTypeQuery, to: string) {
  if (node.exprName.type !== AST_NODE_TYPES.TSQualifiedName) return replaceNode(module, node, textOfNode(module, node));
  const { left, right } = node.exprName;
  if (isName(to)) return replaceNode(module, right, to);
  const key = quoteWith(quotesBelow(module, module.tree), to);
  return replaceNode(module, node, `(typeof ${textOfNode(module, left)})[${key}]`);
}

const OF_ROUTER = new Set([`${ROUTER_PACKAGE}.ModelOf`, `${ROUTER_PACKAGE}.TierOf`]);

/** The texts in `ModelOf<typeof router, 'a' | 'b'>` that are the task. */
function ofTypeReference(
  scene: Scene,
  { typeName, typeArguments }: TSESTree.TSTypeReference,
  router: RouterSource,
  task: string,
): readonly Node[] {
  const [of, asked] = typeArguments?.params ?? [];
  if (of === undefined || asked === undefined) return [];
  const types = asked.type === AST_NODE_TYPES.TSUnionType ? asked.types : [asked];
  const literals = types.filter((type) => isTextType(type, task));
  if (literals.length === 0) return [];
  const isOf = evaluateEntity(scene, typeName).values.some(
    (value) => value.kind === 'builtin' && OF_ROUTER.has(value.name),
  );
  const isOurs =
    isOf && typeOf(scene, of).values.some((value) => value.kind === 'router' && value.router.id === router.id);
  return isOurs ? literals.map(({ literal }) => literal) : [];
}
