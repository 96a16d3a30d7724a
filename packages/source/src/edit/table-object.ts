import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate } from '../evaluate/evaluate.ts';
import { memberOf } from '../evaluate/member.ts';
import { flatMap, only } from '../evaluate/value.ts';
import type { RouterSource } from '../router/router-source.ts';
import type { Session } from '../session.ts';
import type { Module } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { nodesBelow } from '../text/tree.ts';
import { editable, isAt } from './line-node.ts';
import { rangeOf } from './node-text.ts';
import { isNoEdit, type NoEdit } from './text-edit.ts';

/** The object that a table is written as. */
export interface TableObject {
  readonly module: Module;
  readonly object: TSESTree.ObjectExpression;
}

/** The object of a router's table itself, whatever is spread in it. */
export function tableObjectOf(session: Session, router: RouterSource): TableObject | NoEdit {
  const place = router.declared ? router.place : placeOfRoutes(session, router);
  const module = editable(session, place ?? router.place);
  if (isNoEdit(module)) return module;
  const object = nodesBelow(module.tree).find(
    (node) => node.type === AST_NODE_TYPES.ObjectExpression && place !== null && isAt(rangeOf(module, node), place),
  );
  return object?.type === AST_NODE_TYPES.ObjectExpression
    ? { module, object }
    : { reason: 'its table is not written as an object: a program makes it', place: place ?? router.place };
}

/** Where the `routes` of a `defineRouter` call are written. */
function placeOfRoutes(session: Session, { place }: RouterSource): Place | null {
  const module = editable(session, place);
  if (isNoEdit(module)) return null;
  const call = nodesBelow(module.tree).find(
    (node) => node.type === AST_NODE_TYPES.CallExpression && isAt(rangeOf(module, node), place),
  );
  const [argument] = call?.type === AST_NODE_TYPES.CallExpression ? call.arguments : [];
  if (argument === undefined) return null;
  const scene = { session, module };
  const routes = only(flatMap(evaluate(scene, argument), (value) => memberOf(scene, value, 'routes', place)));
  return routes?.kind === 'object' ? routes.place : null;
}
