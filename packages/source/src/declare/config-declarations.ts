import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { DeclaredRouter, DeclaredWrapper, RouterModule } from './config.ts';
import { fieldsOf, textIn, textOf, textsOf, wrong, type Reader } from './config-reader.ts';
import { notePlaces } from './declaration-place.ts';

const ROUTER_FIELDS = ['module', 'table', 'default', 'tiers', 'functions'] as const;

/** A router's entry: the module alone, or all that is to know of a hand-written one. */
export function readRouterEntry(
  reader: Reader,
  node: TSESTree.Node,
  where: string,
): DeclaredRouter | RouterModule | null {
  const named = textIn(node);
  if (named !== null && named !== '') return notePlaces(reader.module, { module: named }, node, {});
  if (node.type !== AST_NODE_TYPES.ObjectExpression)
    return wrong(reader, node, where, 'an object, or the path of the module of a router');
  const fields = fieldsOf(reader, node, ROUTER_FIELDS, where);
  const module = textOf(reader, node, fields, 'module', where);
  if (fields['module'] !== undefined && Object.keys(fields).length === 1) {
    // A field with a strange name was meant to say more.
    const isWhole = node.properties.length === 1;
    return module === null || !isWhole ? null : notePlaces(reader.module, { module }, node, fields);
  }
  const table = textOf(reader, node, fields, 'table', where);
  const fallback = textOf(reader, node, fields, 'default', where);
  const tiers =
    fields['tiers'] !== undefined && textIn(fields['tiers']) !== null
      ? textOf(reader, node, fields, 'tiers', where)
      : textsOf(reader, node, fields, 'tiers', where);
  const functions = textsOf(reader, node, fields, 'functions', where);
  if (module === null || table === null || fallback === null || functions === null || tiers === null) return null;
  return notePlaces(reader.module, { module, table, default: fallback, tiers, functions }, node, fields);
}

export function readWrapper(reader: Reader, node: TSESTree.Node, where: string): DeclaredWrapper | null {
  if (node.type !== AST_NODE_TYPES.ObjectExpression) return wrong(reader, node, where, 'an object');
  const fields = fieldsOf(reader, node, ['module', 'function', 'task', 'router'], where);
  const module = textOf(reader, node, fields, 'module', where);
  const name = textOf(reader, node, fields, 'function', where);
  const task = textOf(reader, node, fields, 'task', where);
  const router = fields['router'] === undefined ? undefined : textOf(reader, node, fields, 'router', where);
  if (module === null || name === null || task === null || router === null) return null;
  return notePlaces(
    reader.module,
    { module, function: name, task, ...(router !== undefined && { router }) },
    node,
    fields,
  );
}
