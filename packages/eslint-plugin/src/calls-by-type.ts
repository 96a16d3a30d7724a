import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NO_OPTIONS, type Gap, type Project, type RouterCall, type RouterSource, type Values } from '@taskroute/source';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';
import type { Program, Symbol as TypeScriptSymbol, Type, TypeReference } from 'typescript';
import { isNode } from './is-node.ts';
import { optionsAt, type Typed } from './types-of-call.ts';

interface Found {
  readonly calls: readonly RouterCall[];
  readonly findings: readonly Gap[];
}

const FUNCTIONS: Readonly<Record<string, string>> = { RouteModel: 'routeModel', GetTier: 'getTier', Decide: 'decide' };

/** Calls of what is typed as a router's function, where no import leads to it: a parameter, a field, what a container hands out. */
export function callsByType(
  typed: Typed,
  file: string,
  sourceCode: Readonly<SourceCode>,
  project: Project,
  known: readonly RouterCall[],
): Found {
  const { program } = typed.services;
  if (!knowsRouters(program)) return { calls: [], findings: [] };
  const seen = new Set<TSESTree.Node>(known.map(({ node }) => node));
  const calls: RouterCall[] = [];
  const findings: Gap[] = [];
  for (const node of callExpressions(sourceCode)) {
    if (seen.has(node)) continue;
    const type = typed.typeOf(node.callee);
    const name = type === null ? null : functionOf(type);
    if (type === null || name === null) continue;
    const lines = linesOf(typed, type);
    // A function over any router: those who call it name theirs.
    if (lines.length === 0) continue;
    const { line, column } = node.loc.start;
    const place = { file, line, column: column + 1, range: node.range } as const;
    const router = routerOf(project, program, lines);
    if (router === null)
      findings.push({ reason: `calls a ${name} whose table cannot be found`, file, line, column: column + 1 });
    else calls.push(callOf(typed, router, name, node, place));
  }
  return { calls, findings };
}

function callOf(
  typed: Typed,
  router: RouterSource,
  callee: string,
  node: TSESTree.CallExpression,
  place: RouterCall['place'],
): RouterCall {
  const [task, options] = node.arguments;
  const type = node.typeArguments?.params[0];
  const form = task === undefined && type !== undefined ? 'erased' : 'value';
  return {
    router,
    callee,
    wrapper: false,
    form,
    node,
    place,
    task: taskAt(typed, node, form === 'erased' ? type : task),
    options:
      options === undefined
        ? NO_OPTIONS
        : (optionsAt(typed, options) ?? { ...NO_OPTIONS, ...OPEN_OPTIONS, node: options }),
    within: null,
  };
}

const OPEN_OPTIONS = { complete: false, reason: 'has a type that allows more than can be listed' };

function taskAt(typed: Typed, call: TSESTree.CallExpression, node: TSESTree.Node | undefined): Values {
  const texts = node === undefined ? null : typed.textsOf(node);
  if (node === undefined) return { node: call, values: [], complete: false, reason: 'is not given', gaps: [] };
  const complete = texts?.includes(undefined) === false;
  const reason = complete ? null : 'has a type that allows more than can be listed';
  return { node, values: typed.valuesAt(node, texts ?? []), complete, reason, gaps: [] };
}

function* callExpressions({ ast, visitorKeys }: Readonly<SourceCode>): Generator<TSESTree.CallExpression> {
  const open: TSESTree.Node[] = [ast];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isNode(node, 'CallExpression')) yield node;
    for (const key of visitorKeys[node.type] ?? []) {
      // The keys are those of the node's own type.
      const child: unknown = node[key as keyof typeof node];
      for (const each of [child].flat()) if (isObject(each)) open.push(each);
    }
  }
}

function isObject(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** `routeModel`, `getTier` or `decide`, where the type is the one that the router's package declares. */
function functionOf(type: Type): string | null {
  const symbol = type.getSymbol();
  const name = symbol === undefined ? undefined : FUNCTIONS[symbol.name];
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
  return name === undefined || file === undefined || !isOfRouter(file) ? null : name;
}

/** The lines of the table in a function's type. */
function linesOf({ checker }: Typed, type: Type): readonly TypeScriptSymbol[] {
  // `RouteModel<Tiers, Fallback, Lines, …>`: an interface with parameters is a reference to itself with arguments.
  const lines = checker.getTypeArguments(type as TypeReference)[2];
  return lines?.getProperties() ?? [];
}

/** The router whose table has those lines: types may be stale, so names and files count, and the keys come from the disk. */
function routerOf(project: Project, program: Program, lines: readonly TypeScriptSymbol[]): RouterSource | null {
  const places = new Map<string, number>();
  for (const { name, declarations = [] } of lines)
    for (const each of declarations) places.set(`${each.getSourceFile().fileName}\0${name}`, each.getStart());
  const score = ({ routes }: RouterSource): readonly [number, number] => {
    const named = routes.filter(({ task, place }) => places.has(`${place.file}\0${task}`));
    const placed = named.filter(({ task, place }) => places.get(`${place.file}\0${task}`) === place.range[0]);
    return [placed.length, named.length];
  };
  const ranked = routersIn(project, program)
    .map((router) => ({ router, score: score(router) }))
    .filter((each) => each.score[1] > 0)
    .sort((one, other) => other.score[0] - one.score[0] || other.score[1] - one.score[1]);
  const [best, next] = ranked;
  const isTie = best?.score.join() === next?.score.join();
  return best === undefined || isTie ? null : best.router;
}

const definers = new WeakMap<Program, readonly string[]>();
const knowing = new WeakMap<Program, boolean>();
const packages = new Map<string, boolean>();

function routersIn(project: Project, program: Program): readonly RouterSource[] {
  let files = definers.get(program);
  if (files === undefined) {
    files = program
      .getSourceFiles()
      .filter(({ text, isDeclarationFile }) => !isDeclarationFile && text.includes('defineRouter'))
      .map(({ fileName }) => fileName);
    definers.set(program, files);
  }
  const routers = files.flatMap((file) => project.routersOf(file));
  return [...new Map(routers.map((router) => [router.id, router])).values()];
}

function knowsRouters(program: Program): boolean {
  let knows = knowing.get(program);
  if (knows === undefined) {
    knows = program
      .getSourceFiles()
      .some(({ fileName }) => /[\\/]router\.d?\.?ts$/.test(fileName) && isOfRouter(fileName));
    knowing.set(program, knows);
  }
  return knows;
}

/** Whether a file belongs to the package that makes routers. */
function isOfRouter(file: string): boolean {
  const folder = dirname(file);
  let is = packages.get(folder);
  if (is === undefined) packages.set(folder, (is = nearestName(folder) === '@taskroute/router'));
  return is;
}

function nearestName(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    try {
      const { name } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as { readonly name?: string };
      return name ?? null;
    } catch {
      if (at === dirname(at)) return null;
    }
  }
}
