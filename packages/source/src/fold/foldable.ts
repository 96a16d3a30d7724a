import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { initialValuesOf, whyNotConstant, whyNotPrimitive } from './constant.ts';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { memberOf } from '../evaluate/member.ts';
import { isGap, placeOf, type Module, type Node } from '../text/parse.ts';
import { resolve, ROUTER_PACKAGE } from '../module/resolve.ts';
import type { RouterSource } from '../router/router-source.ts';
import { openModule, remember, type Session } from '../session.ts';
import { nodesBelow, plainKey } from '../text/tree.ts';
import { flatMap, type Possible } from '../evaluate/value.ts';

/** Errors: none; what cannot be analysed is not left out. */
export function isFoldable(session: Session, file: string): boolean {
  try {
    return whyNotFoldable(session, file) === null;
  } catch {
    return false;
  }
}

/**
 * Why a module may not be left out of a bundle where nothing of it is used; null where it holds constants, functions and
 * routers alone, as do the modules that it imports.
 */
function whyNotFoldable(session: Session, file: string): Gap | null {
  if (file === ROUTER_PACKAGE) return null;
  const key = `foldable ${file}`;
  // In a circle each is as good as the others are.
  if (session.active.has(key)) return null;
  session.active.add(key);
  try {
    return remember(session, key, () => {
      const module = openModule(session, file);
      if (isGap(module)) return module;
      if (module.json) return null;
      for (const statement of module.tree.body) {
        const found = inspectStatement(session, module, statement);
        if (found !== null) return found;
      }
      return null;
    });
  } finally {
    session.active.delete(key);
  }
}

function inspectStatement(session: Session, module: Module, statement: Node): Gap | null {
  switch (statement.type) {
    case AST_NODE_TYPES.ImportDeclaration:
      if (statement.importKind === 'type') return null;
      return statement.specifiers.length === 0
        ? gapAt(placeOf(module, statement), 'imports a module for what it does')
        : inspectImport(session, module, statement.source);
    case AST_NODE_TYPES.ExportAllDeclaration:
      return statement.exportKind === 'type' ? null : inspectImport(session, module, statement.source);
    case AST_NODE_TYPES.ExportNamedDeclaration:
      if (statement.source !== null)
        return statement.exportKind === 'type' ? null : inspectImport(session, module, statement.source);
      return statement.declaration === null ? null : inspectStatement(session, module, statement.declaration);
    case AST_NODE_TYPES.ExportDefaultDeclaration:
      return inspectDefault(session, module, statement.declaration);
    case AST_NODE_TYPES.VariableDeclaration:
      return statement.declare ? null : inspectVariables(session, module, statement);
    case AST_NODE_TYPES.FunctionDeclaration:
    case AST_NODE_TYPES.TSDeclareFunction:
    case AST_NODE_TYPES.TSInterfaceDeclaration:
    case AST_NODE_TYPES.TSTypeAliasDeclaration:
    case AST_NODE_TYPES.EmptyStatement:
      return null;
    case AST_NODE_TYPES.TSEnumDeclaration:
      return inspectEach(initialValuesOf(statement), (node) => whyNotPrimitive(session, module, node));
    case AST_NODE_TYPES.ExpressionStatement:
      return 'directive' in statement && statement.directive === 'use strict' ? null : more(module, statement);
    default:
      return more(module, statement);
  }
}

function more(module: Module, node: Node): Gap {
  return gapAt(placeOf(module, node), 'is more than constants');
}

function inspectImport(session: Session, module: Module, source: TSESTree.StringLiteral): Gap | null {
  const file = resolve(session, module.file, source.value);
  if (file === null || file.startsWith('node:'))
    return gapAt(placeOf(module, source), 'imports what cannot be shown to be constant');
  return whyNotFoldable(session, file);
}

function inspectDefault(
  session: Session,
  module: Module,
  declaration: TSESTree.ExportDefaultDeclaration['declaration'],
): Gap | null {
  if (
    declaration.type === AST_NODE_TYPES.FunctionDeclaration ||
    declaration.type === AST_NODE_TYPES.TSDeclareFunction ||
    declaration.type === AST_NODE_TYPES.TSInterfaceDeclaration
  )
    return null;
  return inspectAll(session, module, [declaration]);
}

function inspectVariables(session: Session, module: Module, statement: TSESTree.VariableDeclaration): Gap | null {
  // What `using` keeps does something at the end.
  if (statement.kind.endsWith('using')) return more(module, statement);
  return inspectEach(statement.declarations, ({ id, init }) => {
    if (init === null) return more(module, statement);
    const scene = { session, module };
    const found = inspectAll(session, module, [init]);
    return found ?? (isTakenOut(scene, id, () => evaluate(scene, init)) ? null : more(module, id));
  });
}

/** `const { a, b: { c } } = …`: names that are written out, of objects that are there. */
function isTakenOut(scene: Scene, pattern: Node, read: () => Possible): boolean {
  if (pattern.type === AST_NODE_TYPES.Identifier) return true;
  // What a list gives is asked of its iterator, and a default is an expression of its own.
  if (pattern.type !== AST_NODE_TYPES.ObjectPattern) return false;
  const possible = read();
  const isThere = possible.values.every((value) => value.kind !== 'primitive' || value.value != null);
  if (!isThere || possible.values.length === 0 || possible.gaps.length > 0) return false;
  return pattern.properties.every((property) => {
    if (property.type === AST_NODE_TYPES.RestElement) return true;
    const key = plainKey(property.key, property.computed);
    const place = placeOf(scene.module, property);
    const inner = (): Possible => flatMap(possible, (value) => memberOf(scene, value, key ?? '', place));
    return key !== null && isTakenOut(scene, property.value, inner);
  });
}

function inspectEach<Item>(items: readonly Item[], inspect: (item: Item) => Gap | null): Gap | null {
  for (const item of items) {
    const found = inspect(item);
    if (found !== null) return found;
  }
  return null;
}

function inspectAll(session: Session, module: Module, nodes: readonly Node[]): Gap | null {
  return inspectEach(nodes, (node) => whyNotConstant(session, module, node) ?? inspectRouters(session, module, node));
}

/** A router that cannot be read may be refused where it is defined: that must not go unheard. */
function inspectRouters(session: Session, module: Module, node: Node): Gap | null {
  for (const inner of nodesBelow(node)) {
    if (inner.type !== AST_NODE_TYPES.CallExpression) continue;
    for (const value of evaluate({ session, module }, inner).values)
      if (value.kind === 'router' && !isSound(value.router)) return more(module, inner);
  }
  return null;
}

function isSound({ gaps, faults, table, rules, unrouted, strict }: RouterSource): boolean {
  const isKnown = rules !== 'unknown' && unrouted !== 'unknown' && strict !== 'unknown';
  return gaps.length === 0 && faults.length === 0 && table !== null && isKnown;
}
