import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { DeclaredRouter, DeclaredWrapper } from './config.ts';
import { evaluateVariable } from './evaluate-variable.ts';
import { functionOf, isFunction } from './evaluate-function.ts';
import { exportOf } from './follow.ts';
import { gapAt, gapOfFile, type Gap } from './gap.ts';
import { exportsOf } from './module-exports.ts';
import { isGap, type Module, type Node } from './parse.ts';
import { buildRouter } from './read-table.ts';
import { resolve } from './resolve.ts';
import type { RouterSource } from './router-source.ts';
import { routersOfImports, routersOfModule } from './routers-of.ts';
import { asking, doNotKeep, moduleAt, openModule, remember, type Session } from './session.ts';
import { topVariable, unwrap } from './tree.ts';
import { known, unknown, type CalleeValue, type Parameter, type Possible } from './value.ts';
import type { Place } from './place.ts';

/** The file of a declaration's module; null where there is none. */
export function declaredFile(session: Session, module: string): string | null {
  const { file } = session.caches.config;
  return resolve(session, file, module.startsWith('.') ? module : `./${module}`) ?? resolve(session, file, module);
}

/** The files that `taskroute.json` names. */
export function declaredFiles(session: Session): readonly string[] {
  const { routers, wrappers } = session.caches.config;
  return [...routers, ...wrappers].flatMap((each) => declaredFile(session, each.module) ?? []);
}

/** What `taskroute.json` says of a name in a file: a function of a hand-written router, or a wrapper. */
export function declaredCallee(session: Session, file: string, name: string): CalleeValue | null {
  const { routers, wrappers } = session.caches.config;
  for (const declared of routers) {
    if (!declared.functions.includes(name) || declaredFile(session, declared.module) !== file) continue;
    const router = declaredRouter(session, declared, file);
    return { kind: 'callee', router, name, task: [0], wrapper: false, bound: [] };
  }
  for (const wrapper of wrappers) {
    if (wrapper.function !== name || declaredFile(session, wrapper.module) !== file) continue;
    return wrapperCallee(session, wrapper, file);
  }
  return null;
}

/** A router that was written by hand, read from its constants. */
export function declaredRouter(session: Session, declared: DeclaredRouter, file: string): RouterSource {
  return asking(session, false, () => readDeclared(session, declared, file));
}

function readDeclared(session: Session, declared: DeclaredRouter, file: string): RouterSource {
  return remember(session, `declared ${file} ${declared.table} ${JSON.stringify(declared)}`, () => {
    const module = openModule(session, file);
    const place = { file, line: 1, column: 1, range: [0, 0] } as const;
    const identity = { id: `${file}#${declared.table}`, name: declared.table, declared: true };
    if (isGap(module)) {
      const none = unknown(module);
      const scene = { session, module: emptyModule(file) };
      return buildRouter(
        scene,
        { ...identity, place },
        { tiers: none, default: none, routes: none, rules: known(), unrouted: known(), strict: known() },
      );
    }
    const scene = { session, module };
    const absent: Possible = known({ kind: 'primitive', value: undefined, place });
    const constant = (name: string) => constantOf(session, module, name, place);
    const routes = constant(declared.table);
    const at = routes?.values[0]?.kind === 'object' ? routes.values[0].place : place;
    return buildRouter(
      scene,
      { ...identity, place: at },
      {
        tiers: tiersOf(declared, constant, place),
        default: constant(declared.default) ?? known({ kind: 'primitive', value: declared.default, place: at }),
        routes:
          routes ??
          unknown(gapOfFile(file, `has no constant ${declared.table}, which taskroute.json names as a table`)),
        rules: absent,
        unrouted: absent,
        strict: absent,
      },
    );
  });
}

function tiersOf(declared: DeclaredRouter, constant: (name: string) => Possible | null, place: Place): Possible {
  const { tiers } = declared;
  if (typeof tiers === 'string')
    return (
      constant(tiers) ??
      unknown(gapOfFile(place.file, `has no constant ${tiers}, which taskroute.json names as the tiers`))
    );
  const items = tiers.map((value) => known({ kind: 'primitive', value, place }));
  return known({ kind: 'array', items, gaps: [], place });
}

/** A constant by its name in the module, or else among its exports: `exports.ROUTES = …` has no variable. */
function constantOf(session: Session, module: Module, name: string, place: Place): Possible | null {
  const variable = topVariable(module, name);
  if (variable !== undefined) return evaluateVariable({ session, module }, variable, module.tree);
  if (!exportsOf(module).names.has(name)) return null;
  return exportOf(session, module.file, name, place);
}

function emptyModule(file: string): Module {
  // Nothing of it is read: every part of the router is a gap.
  return { file, text: '', starts: [0], shift: 0, json: false } as unknown as Module;
}

function wrapperCallee(session: Session, wrapper: DeclaredWrapper, file: string): CalleeValue | null {
  const router = routerOfWrapper(session, wrapper, file);
  if (router === null) return null;
  const task = taskPath(wrapper.task, parametersOf(session, file, wrapper.function));
  return { kind: 'callee', router, name: wrapper.function, task, wrapper: true, bound: [] };
}

/** The one router that a wrapper can mean: the one named for it, the one its module imports, or the only one declared. */
function routerOfWrapper(session: Session, wrapper: DeclaredWrapper, file: string): RouterSource | null {
  const key = `wrapper ${file} ${wrapper.function}`;
  if (session.active.has(key)) {
    doNotKeep(session);
    return null;
  }
  session.active.add(key);
  try {
    const named = wrapper.router === undefined ? null : declaredFile(session, wrapper.router);
    const routers = asking(session, true, () =>
      named === null ? routersOfImports(session, file) : routersOfModule(session, named),
    );
    if (routers.length === 1) return routers[0] ?? null;
    const [declared, ...more] = session.caches.config.routers;
    if (routers.length > 1 || declared === undefined || more.length > 0) return null;
    const at = declaredFile(session, declared.module);
    return at === null ? null : declaredRouter(session, declared, at);
  } finally {
    session.active.delete(key);
  }
}

/** `options.task` → the index of the parameter `options`, then `task`; a name that is no parameter is a property of the first. */
function taskPath(path: string, parameters: readonly Parameter[]): [number, ...string[]] {
  const [first = '', ...rest] = path.split('.');
  const index = parameters.findIndex(({ name }) => name === first);
  if (index !== -1) return [index, ...rest];
  const taken = parameters.findIndex(({ keys }) => keys.includes(first));
  if (taken !== -1) return [taken, first, ...rest];
  if (/^\d+$/.test(first)) return [Number(first), ...rest];
  // `options.task` of `({ task }) => …`, or of built code that has other names: the first argument.
  return [0, ...rest];
}

function parametersOf(session: Session, file: string, name: string): readonly Parameter[] {
  const module = moduleAt(session, file);
  if (module === null) return [];
  const node = functionNode(module, name);
  return node === null || !isFunction(node) ? [] : functionOf({ session, module }, node).parameters;
}

export function functionNode(module: Module, name: string): Node | null {
  const definition = topVariable(module, name)?.defs.find(
    (each) => each.node.type !== AST_NODE_TYPES.TSDeclareFunction,
  )?.node;
  if (definition?.type === AST_NODE_TYPES.FunctionDeclaration) return definition;
  if (definition?.type === AST_NODE_TYPES.VariableDeclarator && definition.init !== null)
    return unwrap(definition.init);
  const exported = exportsOf(module).names.get(name);
  if (exported?.kind === 'expression') return unwrap(exported.node);
  return exported?.kind === 'variable' && exported.name !== name ? functionNode(module, exported.name) : null;
}

/** Declarations of `taskroute.json` that name what is not there. */
export function declarationFindings(session: Session): readonly Gap[] {
  const { file, routers, wrappers } = session.caches.config;
  const findings: Gap[] = [];
  for (const declared of routers) {
    const at = declaredFile(session, declared.module);
    if (at === null) {
      findings.push(
        gapOfFile(file, `declares a router in ${JSON.stringify(declared.module)}, which is no file; mend the path`),
      );
      continue;
    }
    const router = declaredRouter(session, declared, at);
    findings.push(...router.gaps, ...router.faults.map((fault) => gapAt(fault.place, fault.message)));
    const module = moduleAt(session, at);
    for (const name of declared.functions)
      if (module !== null && !hasName(module, name))
        findings.push(
          gapOfFile(
            file,
            `declares a function ${JSON.stringify(name)}, which ${JSON.stringify(declared.module)} does not have`,
          ),
        );
  }
  for (const wrapper of wrappers) {
    const at = declaredFile(session, wrapper.module);
    const module = at === null ? null : moduleAt(session, at);
    if (at === null || module === null)
      findings.push(
        gapOfFile(file, `declares a wrapper in ${JSON.stringify(wrapper.module)}, which is no file; mend the path`),
      );
    else if (!hasName(module, wrapper.function))
      findings.push(
        gapOfFile(
          file,
          `declares a wrapper ${JSON.stringify(wrapper.function)}, which ${JSON.stringify(wrapper.module)} does not have`,
        ),
      );
    else if (routerOfWrapper(session, wrapper, at) === null)
      findings.push(
        gapOfFile(
          file,
          `declares a wrapper ${JSON.stringify(wrapper.function)}, but not to which router it leads; name its module as "router"`,
        ),
      );
  }
  return findings;
}

function hasName(module: Module, name: string): boolean {
  return topVariable(module, name) !== undefined || exportsOf(module).names.has(name);
}
