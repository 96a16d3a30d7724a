import { NO_OPTIONS, type Gap, type Project, type RouterCall, type RouterSource, type Values } from '@taskroute/source';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { isNode } from './is-node.ts';
import { functionOf, linesOf, routerOf } from './router-by-type.ts';
import { knowsRouters } from './router-package.ts';
import { optionsAt, type Typed } from './types-of-call.ts';

interface Found {
  readonly calls: readonly RouterCall[];
  readonly findings: readonly Gap[];
}

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
    const lines = linesOf(typed.checker, type);
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
