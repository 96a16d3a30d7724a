import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { RouteEntry } from '../router/router-source.ts';
import { openModule, type Session } from '../session.ts';
import { isGap, type Module } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { nodesBelow } from '../text/tree.ts';
import { rangeOf } from './node-text.ts';
import type { NoEdit } from './text-edit.ts';

/** A line of a table in the tree of its file. */
export interface LineNode {
  readonly module: Module;
  readonly object: TSESTree.ObjectExpression;
  readonly property: TSESTree.Property;
}

const IN_PACKAGES = /[\\/]node_modules[\\/]/;

/** The line of a route, where an editor could change it. */
export function lineNodeOf(session: Session, { place }: Pick<RouteEntry, 'place'>): LineNode | NoEdit {
  const module = editable(session, place);
  if ('reason' in module) return module;
  for (const object of nodesBelow(module.tree)) {
    if (object.type !== AST_NODE_TYPES.ObjectExpression) continue;
    for (const property of object.properties)
      if (property.type === AST_NODE_TYPES.Property && isAt(rangeOf(module, property.key), place))
        return property.method || property.kind !== 'init'
          ? { reason: 'its line is a function', place }
          : { module, object, property };
  }
  return { reason: 'its line is not written in an object: a program makes it', place };
}

/** A file of the user's own, by a place in it. */
export function editable(session: Session, place: Place): Module | NoEdit {
  if (IN_PACKAGES.test(place.file)) return { reason: 'its line stands in a package', place };
  const module = openModule(session, place.file);
  return isGap(module) ? { reason: `its file ${module.reason}`, place } : module;
}

export function isAt(range: readonly [number, number], place: Place): boolean {
  return range[0] === place.range[0] && range[1] === place.range[1];
}
