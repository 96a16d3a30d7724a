import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { isDeclaredIn } from '../declare/declared-function.ts';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { evaluateVariable } from '../evaluate/evaluate-variable.ts';
import { nameOf } from './bound-names.ts';
import { namesOf } from './module-exports.ts';
import { isPlainFunction } from './plain-function.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { leads, mayLead, routersOfModule } from '../router/routers-of.ts';
import { aside, asking, type Session } from '../session.ts';
import type { Module } from '../text/parse.ts';
import type { Possible } from '../evaluate/value.ts';
import { nodesBelow, topVariable } from '../text/tree.ts';

/** Whether a router can stand in a file that imports none by a name. */
export function mayReach(scene: Scene): boolean {
  const { session, module } = scene;
  if (isNamed(session, module)) return true;
  // A bundler hands in what is installed too, and that is large.
  if (!mayLead(session, module.file)) return false;
  return asking(session, true, () => {
    const asks = asksRouter(session, module);
    return asks === 'computed' ? computesRouter(scene) : asks;
  });
}

/** Whether a file is one that is declared, or names the router's package. */
export function isNamed(session: Session, { file, text }: Pick<Module, 'file' | 'text'>): boolean {
  return text.includes(ROUTER_PACKAGE) || isDeclaredIn(session, file);
}

/**
 * The names by which a file imports a router, or what makes one. Nearly every file of a repository is dismissed here, by its
 * imports alone.
 */
export function leadingNames(scene: Scene): ReadonlySet<string> {
  const names = new Set<string>();
  asking(scene.session, true, () => {
    aside(scene.session, () => {
      for (const statement of scene.module.tree.body)
        if (statement.type === AST_NODE_TYPES.ImportDeclaration) addLeading(names, scene, statement);
    });
  });
  return names;
}

function addLeading(names: Set<string>, scene: Scene, statement: TSESTree.ImportDeclaration): void {
  const { session, module } = scene;
  const target = resolve(session, module.file, statement.source.value);
  if (target === null || target.startsWith('node:')) return;
  if (target !== ROUTER_PACKAGE && !mayLead(session, target)) return;
  for (const specifier of statement.specifiers) {
    if (specifier.type === AST_NODE_TYPES.ImportSpecifier && isPlain(session, target, nameOf(specifier.imported)))
      continue;
    const variable = topVariable(module, specifier.local.name);
    if (variable === undefined) continue;
    const possible = evaluateVariable(scene, variable, specifier);
    if (target === ROUTER_PACKAGE || makesRouters(possible) || leads(session, possible)) names.add(variable.name);
  }
}

/** `defineRouter` itself, from a module of the user's own that hands it on. */
export function makesRouters({ values }: Possible): boolean {
  return values.some((value) => value.kind === 'builtin' && value.name === 'defineRouter');
}

/** A function leads nowhere, nor does a name of a module that imports nothing, unless it is declared. */
export function isPlain(session: Session, target: string, name: string): boolean {
  if (target === ROUTER_PACKAGE || isDeclaredIn(session, target)) return false;
  if (isPlainFunction(session, target, name)) return true;
  const exported = namesOf(session, target);
  return 'reason' in exported || (!exported.imports && exported.names.has(name));
}

/**
 * `require('…')`, `import('…')` and `typeof import('…')`, told by the text alone: whether one leads to a router. `computed` where
 * only the tree can tell.
 */
export function asksRouter(session: Session, { file, text }: Pick<Module, 'file' | 'text'>): boolean | 'computed' {
  if (!/import\s*\(|importActual/.test(text) && !text.includes('equire')) return false;
  const asked = /\b(?:require|import)(?:Actual)?\s*(?:<[^>]*>)?\(\s*(?:(['"`])([^'"`$\n]*)\1|)/g;
  let isComputed = text.includes('createRequire');
  for (const [, , specifier] of text.matchAll(asked)) {
    if (specifier === undefined) {
      isComputed = true;
      continue;
    }
    const target = resolve(session, file, specifier);
    if (target === null || target.startsWith('node:')) continue;
    if (target === ROUTER_PACKAGE || routersOfModule(session, target).length > 0) return true;
  }
  return isComputed && 'computed';
}

/** Whether a specifier that is no literal, or a `require` that was made, leads to a router. */
function computesRouter(scene: Scene): boolean {
  for (const node of nodesBelow(scene.module.tree)) {
    if (node.type === AST_NODE_TYPES.ImportExpression) {
      if (leads(scene.session, evaluate(scene, node))) return true;
    } else if (node.type === AST_NODE_TYPES.CallExpression && node.arguments.length === 1) {
      const callee = evaluate(scene, node.callee);
      const isRequire = callee.values.some((value) => value.kind === 'builtin' && value.name === 'require');
      if (isRequire && leads(scene.session, evaluate(scene, node))) return true;
    }
  }
  return false;
}
