import { ROUTER_FUNCTIONS } from '../router/router-functions.ts';
import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { importedAs, originOf, originOfExport } from '../module/origin.ts';
import { hasValueAt } from '../text/order.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { ROUTER_PACKAGE } from '../module/resolve.ts';
import { remember, type Session } from '../session.ts';
import { plainKey, unwrap, variableOf } from '../text/tree.ts';

/** What an expression is at every run: nothing is taken from a type, a parameter, or a variable that is written again. */
export type Plain =
  | { readonly kind: 'router'; readonly id: string }
  | { readonly kind: 'function'; readonly id: string; readonly name: string }
  | { readonly kind: 'module'; readonly file: string };

/** Null where it may be something else when the program runs. */
export function plainRouter(session: Session, module: Module, node: Node): Plain | null {
  const inner = unwrap(node);
  switch (inner.type) {
    case AST_NODE_TYPES.Identifier: {
      const variable = variableOf(module, inner);
      return variable == null ? null : ofVariable(session, module, variable, inner);
    }
    case AST_NODE_TYPES.MemberExpression:
      return memberOf(session, plainRouter(session, module, inner.object), plainKey(inner.property, inner.computed));
    case AST_NODE_TYPES.CallExpression:
      return ofCall(session, module, inner);
    default:
      return null;
  }
}

function ofCall(session: Session, module: Module, call: TSESTree.CallExpression): Plain | null {
  if (isDefineRouter(session, module, call.callee))
    return { kind: 'router', id: `${module.file}:${String(placeOf(module, call).range[0])}` };
  const [frozen] = call.arguments;
  return frozen !== undefined && methodOfObject(module, call.callee) === 'freeze'
    ? plainRouter(session, module, frozen)
    : null;
}

/** `name` of the global `Object.name`. */
export function methodOfObject(module: Module, callee: Node): string | null {
  if (callee.type !== AST_NODE_TYPES.MemberExpression || callee.object.type !== AST_NODE_TYPES.Identifier) return null;
  if (callee.object.name !== 'Object' || variableOf(module, callee.object) !== null) return null;
  return plainKey(callee.property, callee.computed);
}

/** Whether a callee is `defineRouter` of the router's package, under whichever name. */
export function isDefineRouter(session: Session, module: Module, callee: Node): boolean {
  const inner = unwrap(callee);
  const root = inner.type === AST_NODE_TYPES.MemberExpression ? inner.object : inner;
  const variable = variableOf(module, root);
  const origin = variable == null ? null : originOf(session, module, variable);
  if (inner.type !== AST_NODE_TYPES.MemberExpression)
    return origin?.kind === 'router package' && origin.name === 'defineRouter';
  return (
    origin?.kind === 'module' &&
    origin.file === ROUTER_PACKAGE &&
    plainKey(inner.property, inner.computed) === 'defineRouter'
  );
}

/**
 * A variable's one value, where it has no other: its initial value, and the names that a pattern takes out of it. `use` is
 * where it is read; null for another module.
 */
export function initialValue(
  module: Module,
  variable: Variable,
  use: Node | null,
): { readonly init: Node; readonly keys: readonly string[] } | null {
  const [definition, ...more] = variable.defs;
  if (definition?.node.type !== AST_NODE_TYPES.VariableDeclarator || more.length > 0) return null;
  const { init, id } = definition.node;
  const isWritten = variable.references.some((reference) => reference.isWrite() && reference.init !== true);
  if (init === null || isWritten || !hasValueAt(module, definition.node, use)) return null;
  const keys = keysTo(id, definition.name);
  return keys === null ? null : { init, keys };
}

/** The properties on the way to a name in a pattern; null where a default, a rest or a list stands on it. */
function keysTo(pattern: Node, name: Node): readonly string[] | null {
  if (pattern === name) return [];
  if (pattern.type !== AST_NODE_TYPES.ObjectPattern) return null;
  for (const property of pattern.properties) {
    if (property.type !== AST_NODE_TYPES.Property) continue;
    const key = plainKey(property.key, property.computed);
    const rest = key === null ? null : keysTo(property.value, name);
    if (key !== null && rest !== null) return [key, ...rest];
  }
  return null;
}

function ofVariable(session: Session, module: Module, variable: Variable, use: Node | null): Plain | null {
  const imported = importedAs(session, module, variable);
  if (imported !== null) {
    const { file, name, isType } = imported;
    if (file === null || isType) return null;
    return name === '*' ? { kind: 'module', file } : ofExport(session, file, name);
  }
  const value = initialValue(module, variable, use);
  if (value === null || session.active.has(value.init)) return null;
  session.active.add(value.init);
  try {
    return value.keys.reduce<Plain | null>(
      (plain, key) => memberOf(session, plain, key),
      plainRouter(session, module, value.init),
    );
  } finally {
    session.active.delete(value.init);
  }
}

/** The same for what a module exports: that is kept while the files on the way are as they are. */
function ofExport(session: Session, file: string, name: string): Plain | null {
  return remember(session, `plain ${file} ${name}`, () => {
    const origin = originOfExport(session, file, name);
    switch (origin?.kind) {
      case 'module':
        return origin;
      case 'expression':
        return origin.module.json ? null : plainRouter(session, origin.module, origin.node);
      case 'variable':
        return ofVariable(session, origin.module, origin.variable, null);
      default:
        return null;
    }
  });
}

function memberOf(session: Session, plain: Plain | null, key: string | null): Plain | null {
  if (plain === null || key === null) return null;
  if (plain.kind === 'module') return ofExport(session, plain.file, key);
  return plain.kind === 'router' && ROUTER_FUNCTIONS.includes(key)
    ? { kind: 'function', id: plain.id, name: key }
    : null;
}
