import { nameOf } from './bound-names.ts';
import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { exportsOf } from './module-exports.ts';
import type { Module, Node } from '../text/parse.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { moduleAt, type Session } from '../session.ts';
import { topVariable } from '../text/tree.ts';

/** Where a name is made, followed through imports and barrels. */
export type Origin =
  | { readonly kind: 'variable'; readonly module: Module; readonly variable: Variable }
  /** `export default …`, `exports.name = …`, or a JSON file as a whole. */
  | { readonly kind: 'expression'; readonly module: Module; readonly node: Node }
  | { readonly kind: 'module'; readonly file: string }
  | { readonly kind: 'router package'; readonly name: string }
  /** A type alone is handed on: nothing of it is there at run time. */
  | { readonly kind: 'type' };

/** A longer chain of modules is made by a program. */
const MOST_HOPS = 100;

/** What a variable is imported as. */
export interface Imported {
  /** Null where the module cannot be found. */
  readonly file: string | null;
  /** The name there; `*` for the module as a whole. */
  readonly name: string;
  readonly isType: boolean;
}

/** Null where a variable is no import. */
export function importedAs(session: Session, module: Module, variable: Variable): Imported | null {
  const { node, parent } = variable.defs[0] ?? {};
  if (node === undefined || parent?.type !== AST_NODE_TYPES.ImportDeclaration) return null;
  const file = resolve(session, module.file, parent.source.value);
  const isType = parent.importKind === 'type' || ('importKind' in node && node.importKind === 'type');
  if (node.type === AST_NODE_TYPES.ImportSpecifier) return { file, name: nameOf(node.imported), isType };
  return { file, name: node.type === AST_NODE_TYPES.ImportNamespaceSpecifier ? '*' : 'default', isType };
}

/** The origin of a variable. Null where it cannot be followed. */
export function originOf(session: Session, module: Module, variable: Variable, hops = 0): Origin | null {
  const imported = importedAs(session, module, variable);
  if (imported === null) return { kind: 'variable', module, variable };
  const { file, name, isType } = imported;
  if (isType) return { kind: 'type' };
  if (file === null) return null;
  return name === '*' ? { kind: 'module', file } : originOfExport(session, file, name, hops + 1);
}

/** The origin of what a module exports under a name. Null where it cannot be followed, or is not there. */
export function originOfExport(session: Session, file: string, name: string, hops = 0): Origin | null {
  if (file === ROUTER_PACKAGE) return { kind: 'router package', name };
  const module = file.startsWith('node:') || hops > MOST_HOPS ? null : moduleAt(session, file);
  if (module === null) return null;
  if (handsOnType(module, name)) return { kind: 'type' };
  const { names, whole, style } = exportsOf(module);
  const own = names.get(name);
  if (own?.kind === 'variable') {
    const variable = topVariable(module, own.name);
    return variable === undefined ? null : originOf(session, module, variable, hops);
  }
  if (own?.kind === 'expression') return { kind: 'expression', module, node: own.node };
  if (own !== undefined) {
    const target = resolve(session, file, own.specifier);
    if (target === null) return null;
    return own.name === '*' ? { kind: 'module', file: target } : originOfExport(session, target, own.name, hops + 1);
  }
  if (style === 'json')
    return name === 'default' && whole?.writes[0] !== undefined
      ? { kind: 'expression', module, node: whole.writes[0].node }
      : null;
  return name === 'default' ? null : originThroughStars(session, module, name, hops);
}

function originThroughStars(session: Session, module: Module, name: string, hops: number): Origin | null {
  for (const statement of module.tree.body) {
    if (statement.type !== AST_NODE_TYPES.ExportAllDeclaration || statement.exported !== null) continue;
    const target = resolve(session, module.file, statement.source.value);
    const origin = target === null ? null : originOfExport(session, target, name, hops + 1);
    if (origin !== null) return statement.exportKind === 'type' ? { kind: 'type' } : origin;
  }
  return null;
}

/** `export type { name }`, `export { type name }`, `export type * as name` */
function handsOnType(module: Module, name: string): boolean {
  return module.tree.body.some((statement) => {
    if (statement.type === AST_NODE_TYPES.ExportAllDeclaration)
      return statement.exportKind === 'type' && statement.exported !== null && nameOf(statement.exported) === name;
    if (statement.type !== AST_NODE_TYPES.ExportNamedDeclaration) return false;
    return statement.specifiers.some(
      (each) => (statement.exportKind === 'type' || each.exportKind === 'type') && nameOf(each.exported) === name,
    );
  });
}
