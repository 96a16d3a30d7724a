import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { isHandWritten } from '../declare/config.ts';
import { declaredFile, namedFiles } from '../declare/declared.ts';
import { readHandWritten } from '../declare/declared-router.ts';
import { exportedNames } from '../module/exported-names.ts';
import { exportOf, wholeOf } from '../module/follow.ts';
import { gapOfFile } from '../text/gap.ts';
import { evaluateVariable } from '../evaluate/evaluate-variable.ts';
import { manifestOf, ROUTER_PACKAGE } from '../module/resolve.ts';
import type { Node } from '../text/parse.ts';
import type { RouterSource } from './router-source.ts';
import { asking, moduleAt, type Session } from '../session.ts';
import { isImport } from '../text/tree.ts';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { unknown, type Possible, type Value } from '../evaluate/value.ts';

/** The routers that something leads to: through objects, classes, modules and types. */
export function routersOf(session: Session, possible: Possible): readonly RouterSource[] {
  const found = new Map<string, RouterSource>();
  collect(session, possible, found, new Set(), 0);
  return [...found.values()];
}

/** Whether a router can be reached from a value. */
export function leads(session: Session, possible: Possible): boolean {
  return routersOf(session, possible).length > 0;
}

/** Deeper than this nobody keeps a router. */
const DEEPEST = 6;

function collect(
  session: Session,
  possible: Possible,
  found: Map<string, RouterSource>,
  seen: Set<unknown>,
  depth: number,
): void {
  if (depth > DEEPEST) return;
  for (const value of possible.values) {
    if (seen.has(value)) continue;
    seen.add(value);
    for (const inner of partsOf(session, value, found, seen)) collect(session, inner, found, seen, depth + 1);
  }
}

function partsOf(
  session: Session,
  value: Value,
  found: Map<string, RouterSource>,
  seen: Set<unknown>,
): readonly Possible[] {
  switch (value.kind) {
    case 'router':
    case 'callee':
      found.set(value.router.id, value.router);
      return [];
    case 'object':
      return value.items.map((item) => item.value);
    case 'array':
      return value.items;
    case 'class':
      return [...value.statics.items, ...value.instance.items].map((item) => item.value);
    case 'promise':
    case 'type':
      return [value.of];
    case 'module':
      if (seen.has(value.file)) return [];
      seen.add(value.file);
      return exportsThatLead(session, value.file);
    default:
      return [];
  }
}

/** What a module exports, where it can lead anywhere at all. */
function exportsThatLead(session: Session, file: string): readonly Possible[] {
  if (file === ROUTER_PACKAGE || !mayLead(session, file)) return [];
  const place = { file, line: 1, column: 1, range: [0, 0] } as const;
  const named = exportedNames(session, file).names.map((name) => exportOf(session, file, name, place));
  return [...named, wholeOf(session, file) ?? unknown()];
}

const IN_PACKAGES = /[\\/]node_modules[\\/]/;

/** A package from a registry that does not depend on the router does not lead to one. */
export function mayLead(session: Session, file: string): boolean {
  if (!IN_PACKAGES.test(file)) return true;
  if (manifestOf(session, file)?.dependencies.includes(ROUTER_PACKAGE) === true) return true;
  // A package can lead to what is declared in a package only: none imports the application.
  return namedFiles(session).some((each) => IN_PACKAGES.test(each));
}

export function routersOfModule(session: Session, file: string): readonly RouterSource[] {
  return routersOf(session, { values: [{ kind: 'module', file }], gaps: [] });
}

/** The routers that a file imports, and those it makes. */
export function routersOfImports(session: Session, file: string): readonly RouterSource[] {
  const module = moduleAt(session, file);
  if (module === null) return [];
  const parts: Possible[] = [unknown(gapOfFile(file, ''))];
  for (const scope of module.scopes.scopes) {
    if (scope.block.type !== AST_NODE_TYPES.Program) continue;
    for (const variable of scope.variables) {
      const [definition] = variable.defs;
      if (isImport(variable) || definition?.node.type === AST_NODE_TYPES.VariableDeclarator)
        parts.push(evaluateVariable({ session, module }, variable, module.tree));
    }
  }
  const all = new Map(parts.flatMap((part) => routersOf(session, part)).map((router) => [router.id, router]));
  return [...all.values()];
}

/** The routers that a file makes, and the declared ones whose module it is. */
export function routersInFile(scene: Scene, nodes: readonly Node[]): readonly RouterSource[] {
  return asking(scene.session, true, () => findRouters(scene, nodes));
}

function findRouters(scene: Scene, nodes: readonly Node[]): readonly RouterSource[] {
  const found = new Map<string, RouterSource>();
  for (const node of nodes) {
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    for (const value of evaluate(scene, node).values)
      if (value.kind === 'router' && value.router.file === scene.module.file) found.set(value.router.id, value.router);
  }
  for (const declared of scene.session.caches.config.routers.filter(isHandWritten)) {
    if (declaredFile(scene.session, declared.module) !== scene.module.file) continue;
    const router = readHandWritten(scene.session, declared, scene.module.file);
    found.set(router.id, router);
  }
  return [...found.values()];
}
