import { nameOf } from '../module/bound-names.ts';
import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate } from '../evaluate/evaluate.ts';
import { isFunction } from '../evaluate/evaluate-function.ts';
import { memberIn } from './find-member.ts';
import { exportOf, resolveModule } from '../module/follow.ts';
import { exportsOf } from '../module/module-exports.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { bindingOf } from '../evaluate/pattern.ts';
import { resolve, ROUTER_PACKAGE } from '../module/resolve.ts';
import type { Session } from '../session.ts';
import { isDefinedAs, topVariable, unwrap } from '../text/tree.ts';
import { unknown, type Possible } from '../evaluate/value.ts';

/** The expression that makes something, as it stands in a module. */
export interface Made {
  readonly module: Module;
  readonly node: Node;
}

/** What a name stands for: the expression that makes it, or what is known of it where that stands elsewhere; null for nothing. */
export type Target = Made | Possible | null;

/** What a module has under a name: a variable of its own, or what it exports. Declarations have no say in it. */
export function targetOf(session: Session, module: Module, name: string): Target {
  const variable = topVariable(module, name);
  if (variable !== undefined) return valueOfVariable(session, module, variable);
  const { names, stars, whole } = exportsOf(module);
  const own = names.get(name);
  if (own?.kind === 'expression') return { module, node: own.node };
  if (own?.kind === 'from') return exported(session, module, own.specifier, own.name);
  if (own?.kind === 'variable') {
    const local = topVariable(module, own.name);
    return local === undefined ? unknown() : valueOfVariable(session, module, local);
  }
  const [write, ...others] = whole?.writes ?? [];
  if (write !== undefined && others.length === 0 && write.path.length === 0)
    return inWhole(session, module, write.node, name);
  if (write !== undefined) return unknown();
  return amongStars(session, module, stars, name) ?? inDefault(session, module, name);
}

/** `module.exports = …`: the function itself, or a member of what it is. */
function inWhole(session: Session, module: Module, whole: Node, name: string): Target {
  const node = unwrap(whole);
  if (name === 'default') return { module, node };
  if (isFunction(node)) return node.id?.name === name ? { module, node } : null;
  return memberIn(session, { module, node }, name);
}

/** `export default { callModel() { … } }` */
function inDefault(session: Session, module: Module, name: string): Target {
  const own = exportsOf(module).names.get('default');
  if (own === undefined || name === 'default') return null;
  const value = targetOf(session, module, 'default');
  if (value === null || !('node' in value)) return null;
  const found = memberIn(session, value, name);
  return found !== null && ('node' in found || found.values.length > 0) ? found : null;
}

function amongStars(session: Session, module: Module, stars: readonly string[], name: string): Possible | null {
  let isOpen = false;
  for (const specifier of stars) {
    const found = exported(session, module, specifier, name);
    if (found.values.length > 0) return found;
    isOpen ||= found.gaps.some((gap) => gap.lost !== true);
  }
  return isOpen ? unknown(...openGap(module)) : null;
}

function openGap({ file }: Module): Possible['gaps'] {
  return [{ reason: 'is exported by a module that cannot be read in full', file, line: 1, column: 1 }];
}

function exported(session: Session, module: Module, specifier: string, name: string): Possible {
  const file = resolve(session, module.file, specifier);
  const isModule = file !== null && file !== ROUTER_PACKAGE && !file.startsWith('node:');
  return isModule ? exportOf(session, file, name, placeOf(module, module.tree)) : unknown(...openGap(module));
}

/** The expression that a variable gets, where it gets one only. */
export function valueOfVariable(session: Session, module: Module, variable: Variable): Target {
  const definitions = variable.defs.filter((definition) => !isDefinedAs(definition, 'Type'));
  const [definition] = [
    ...definitions.filter(({ node }) => node.type !== AST_NODE_TYPES.TSDeclareFunction),
    ...definitions,
  ];
  if (definition === undefined) return null;
  const { node, parent } = definition;
  if (node.type === AST_NODE_TYPES.VariableDeclarator) return valueOfDeclarator(session, module, variable, node);
  if (parent?.type === AST_NODE_TYPES.ImportDeclaration) {
    const specifier = parent.source.value;
    if (node.type === AST_NODE_TYPES.ImportSpecifier)
      return exported(session, module, specifier, nameOf(node.imported));
    if (node.type === AST_NODE_TYPES.ImportDefaultSpecifier) return exported(session, module, specifier, 'default');
    return resolveModule({ session, module }, specifier, placeOf(module, node));
  }
  return { module, node };
}

function valueOfDeclarator(
  session: Session,
  module: Module,
  variable: Variable,
  node: TSESTree.VariableDeclarator,
): Target {
  const written = variable.references.flatMap((reference) =>
    reference.isWrite() && reference.writeExpr != null ? [reference.writeExpr] : [],
  );
  const [value] = written;
  if (value === undefined || written.length > 1) return unknown(...openGap(module));
  if (node.id.type === AST_NODE_TYPES.Identifier) return { module, node: value };
  const scene = { session, module };
  const [definition] = variable.defs;
  return definition === undefined
    ? null
    : (bindingOf(scene, node.id, definition.name, evaluate(scene, value)) ?? unknown(...openGap(module)));
}
