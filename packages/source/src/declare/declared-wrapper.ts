import { requiredBy } from '../module/exports-name.ts';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { DeclaredWrapper } from './config.ts';
import { calledRouters } from '../call/calls.ts';
import { declaredFile } from './declared.ts';
import { declaredRouters } from './declared-router.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { findFunction } from './find-function.ts';
import type { Module, Node } from '../text/parse.ts';
import type { RouterSource } from '../router/router-source.ts';
import { routersOf, routersOfImports, routersOfModule } from '../router/routers-of.ts';
import { asking, doNotKeep, moduleAt, remember, type Session } from '../session.ts';
import { wayOfTask } from './task-way.ts';
import { nodesBelow, variableOf } from '../text/tree.ts';
import type { CalleeValue } from '../evaluate/value.ts';

/** A wrapper as what is called; null where it is not known to which router it leads. */
export function wrapperCallee(session: Session, wrapper: DeclaredWrapper, file: string): CalleeValue | null {
  const router = routerOfWrapper(session, wrapper, file);
  if (router === null) return null;
  const { task, defaults } = wayOfTask(session, file, wrapper.function, wrapper.task);
  return { kind: 'callee', router, name: wrapper.function, task, defaults, wrapper: true, bound: [] };
}

function routerOfWrapper(session: Session, wrapper: DeclaredWrapper, file: string): RouterSource | null {
  const [router, ...more] = routersOfWrapper(session, wrapper, file);
  return router === undefined || more.length > 0 ? null : router;
}

/** The routers that a wrapper can mean: of the module that is named for it, else of its body, of its module, or all that are declared. */
export function routersOfWrapper(session: Session, wrapper: DeclaredWrapper, file: string): readonly RouterSource[] {
  const key = `wrapper ${file} ${wrapper.function}`;
  if (session.active.has(key)) {
    doNotKeep(session);
    return [];
  }
  session.active.add(key);
  try {
    return asking(session, true, () =>
      remember(session, `wrapped ${file} ${JSON.stringify(wrapper)}`, () => findRouters(session, wrapper, file)),
    );
  } finally {
    session.active.delete(key);
  }
}

function findRouters(session: Session, wrapper: DeclaredWrapper, file: string): readonly RouterSource[] {
  if (wrapper.router !== undefined) return routersNamed(session, wrapper.router);
  const inBody = routersInBody(session, wrapper, file);
  if (inBody.length === 1) return inBody;
  const imported = routersOfImports(session, file);
  if (inBody.length + imported.length > 0) return imported.length === 1 ? imported : distinct([...inBody, ...imported]);
  return declaredRouters(session).map(({ router }) => router);
}

/** The routers of a module that a wrapper names: also of one that is written by hand and exports nothing. */
function routersNamed(session: Session, module: string): readonly RouterSource[] {
  const file = declaredFile(session, module);
  if (file === null) return [];
  const found = routersOfModule(session, file);
  if (found.length > 0) return found;
  return declaredRouters(session)
    .filter(({ entry }) => declaredFile(session, entry.module) === file)
    .map(({ router }) => router);
}

/** The routers that a wrapper's own text calls, or else speaks of: one file may import several, and may require one where it is called. */
function routersInBody(session: Session, wrapper: DeclaredWrapper, file: string): readonly RouterSource[] {
  const found = findFunction(session, file, wrapper.function);
  const module = found.kind === 'function' ? found.module : moduleAt(session, file);
  if (module === null) return [];
  const scene = { session, module };
  const root = found.kind === 'function' ? found.node : module.tree;
  const nodes = nodesBelow(root);
  const called = calledRouters(scene, nodes);
  if (called.length > 0) return distinct(called);
  const spoken = nodes.filter((node) => speaks(module, node, root));
  return distinct(spoken.flatMap((node) => routersOf(session, evaluate(scene, node))));
}

function distinct(routers: readonly RouterSource[]): readonly RouterSource[] {
  return [...new Map(routers.map((router) => [router.id, router])).values()];
}

/** What brings a router in: a name from outside of the function, `require('…')`, `import('…')`. */
function speaks(module: Module, node: Node, root: Node): boolean {
  if (node.type === AST_NODE_TYPES.ImportExpression) return true;
  if (node.type === AST_NODE_TYPES.CallExpression) return requiredBy(node) !== null;
  if (node.type !== AST_NODE_TYPES.Identifier || root === module.tree) return false;
  const definition = variableOf(module, node)?.defs[0]?.name;
  return definition !== undefined && (definition.range[1] <= root.range[0] || root.range[1] <= definition.range[0]);
}
