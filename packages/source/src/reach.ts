import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { declaredFiles } from './declared.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { evaluateVariable } from './evaluate-variable.ts';
import { gapAt, type Gap } from './gap.ts';
import { boundNames, nameOf, namesOf, requiredBy } from './module-exports.ts';
import { placeOf, type Node } from './parse.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { leads, mayLead, routersOfModule } from './routers-of.ts';
import { asking, type Session } from './session.ts';
import { nodesBelow, plainKey, topVariable } from './tree.ts';

/** Names under which people import a router's functions. */
const ROUTER_NAMES = new Set(['routeModel', 'getTier', 'decide']);

/** What a module that is called a router hands on when it is one of ours: other libraries have routers too. */
const HANDED_ON = new Set(['router', 'tasks', 'default', '*']);

/**
 * Whether a file can hold a call at all: whether one of its imports leads to a router. Nearly every file of a repository is
 * dismissed here, by its imports alone.
 */
export function mayReach(scene: Scene): boolean {
  const { session, module } = scene;
  if (declaredFiles(session).includes(module.file)) return true;
  if (!/\b(?:import|require|export)\b/.test(module.text)) return false;
  if (module.text.includes(ROUTER_PACKAGE)) return true;
  return asking(session, true, () => importsRouter(scene) || asksRouter(scene));
}

function importsRouter(scene: Scene): boolean {
  const { session, module } = scene;
  for (const statement of module.tree.body) {
    if (statement.type === AST_NODE_TYPES.TSImportEqualsDeclaration) return true;
    if (statement.type !== AST_NODE_TYPES.ImportDeclaration) continue;
    const target = resolve(session, module.file, statement.source.value);
    if (target === null || target.startsWith('node:')) continue;
    if (target !== ROUTER_PACKAGE && !mayLead(session, target)) continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type === AST_NODE_TYPES.ImportSpecifier && isPlain(scene, target, nameOf(specifier.imported)))
        continue;
      const variable = topVariable(module, specifier.local.name);
      if (variable === undefined) continue;
      if (leads(session, evaluateVariable(scene, variable, specifier))) return true;
    }
  }
  return false;
}

/** A name of a module that imports nothing cannot lead anywhere, unless it is declared. */
function isPlain({ session }: Scene, target: string, name: string): boolean {
  if (target === ROUTER_PACKAGE || declaredFiles(session).includes(target)) return false;
  const exported = namesOf(session, target);
  return 'reason' in exported || (!exported.imports && exported.names.has(name));
}

/** `require('…')`, `import('…')` and `typeof import('…')`: first in the text, which tells most files apart. */
function asksRouter(scene: Scene): boolean {
  const { session, module } = scene;
  if (!/\b(?:require|import)\s*\(|\bcreateRequire\b/.test(module.text)) return false;
  const asked = /\b(?:require|import)\s*\(\s*(?:(['"`])([^'"`$\n]*)\1|)/g;
  let isComputed = module.text.includes('createRequire');
  for (const [, , specifier] of module.text.matchAll(asked)) {
    if (specifier === undefined) {
      isComputed = true;
      continue;
    }
    const target = resolve(session, module.file, specifier);
    if (target === null || target.startsWith('node:')) continue;
    if (target === ROUTER_PACKAGE || routersOfModule(session, target).length > 0) return true;
  }
  return isComputed && computesRouter(scene);
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

/** Whether an import would be one of a router, could it be resolved. */
function looksLikeRouter(specifier: string, names: readonly string[]): boolean {
  if (names.some((name) => ROUTER_NAMES.has(name))) return true;
  const isRelative = specifier.startsWith('.');
  // Other libraries have a `defineRouter` of their own.
  if (names.includes('defineRouter')) return isRelative || specifier.startsWith(`${ROUTER_PACKAGE}/`);
  if (!isRelative || !/[/-](?:model-)?router(?:\.[cm]?[jt]sx?)?$/.test(specifier)) return false;
  // No name at all is the module as a whole.
  return names.length === 0 || names.some((name) => HANDED_ON.has(name));
}

/** Imports that look like a router and lead nowhere: silence about them would be taken for a clean file. */
export function unresolvedRouters({ session, module }: Scene): readonly Gap[] {
  // A declaration file calls nothing, and what it imports is often shipped as declarations alone.
  if (/\.d\.[cm]?ts$/.test(module.file)) return [];
  const findings: Gap[] = [];
  for (const statement of module.tree.body) {
    for (const { specifier, names, node } of asksOf(statement)) {
      if (!looksLikeRouter(specifier, names)) continue;
      const problem = problemOf(session, resolve(session, module.file, specifier), names);
      if (problem === null) continue;
      const reason = `imports ${JSON.stringify(specifier)}, which looks like a router and ${problem}`;
      findings.push(gapAt(placeOf(module, node), reason));
    }
  }
  return findings;
}

/** Why nothing can be known of what is imported; null where it can. */
function problemOf(session: Session, target: string | null, names: readonly string[]): string | null {
  if (target === null) return 'cannot be resolved';
  if (target === ROUTER_PACKAGE || target.startsWith('node:') || declaredFiles(session).includes(target)) return null;
  const exported = namesOf(session, target);
  if ('reason' in exported) return `cannot be read: ${exported.reason}`;
  const missing = names.find((name) => ROUTER_NAMES.has(name) && !exported.names.has(name));
  return missing === undefined || exported.imports || exported.hasWhole ? null : `exports no ${missing}`;
}

interface Ask {
  readonly specifier: string;
  readonly names: readonly string[];
  readonly node: Node;
}

/** What a statement imports, and under which names. */
function asksOf(statement: TSESTree.ProgramStatement): readonly Ask[] {
  switch (statement.type) {
    case AST_NODE_TYPES.ImportDeclaration: {
      const names = statement.specifiers.map((each) => {
        if (each.type === AST_NODE_TYPES.ImportSpecifier) return nameOf(each.imported);
        return each.type === AST_NODE_TYPES.ImportDefaultSpecifier ? 'default' : '*';
      });
      return [{ specifier: statement.source.value, names, node: statement.source }];
    }
    case AST_NODE_TYPES.ExportNamedDeclaration: {
      const names = statement.specifiers.map((each) => nameOf(each.local));
      return statement.source === null ? [] : [{ specifier: statement.source.value, names, node: statement.source }];
    }
    case AST_NODE_TYPES.VariableDeclaration:
      return statement.declarations.flatMap(({ id, init }) => {
        const specifier = init === null ? null : requiredBy(init);
        return specifier === null || init === null ? [] : { specifier, names: requiredNames(id), node: init };
      });
    default:
      return [];
  }
}

/** What `const … = require('…')` takes out, by its names there; a plain variable holds the whole. */
function requiredNames(id: TSESTree.BindingName): readonly string[] {
  if (id.type === AST_NODE_TYPES.Identifier) return ROUTER_NAMES.has(id.name) ? [id.name] : ['*'];
  if (id.type !== AST_NODE_TYPES.ObjectPattern) return boundNames(id);
  return id.properties.map((each) =>
    each.type === AST_NODE_TYPES.Property ? (plainKey(each.key, each.computed) ?? '*') : '*',
  );
}
