import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { isDeclaredIn } from '../declare/declared-function.ts';
import type { Scene } from '../evaluate/evaluate.ts';
import { isHelper } from './helper.ts';
import { kept } from '../text/kept.ts';
import type { Module, Node } from '../text/parse.ts';
import { countBelow } from '../text/sorted.ts';
import { leadingNames, mayReach } from './reach.ts';
import { isImport, nodesBelow, topVariable, topVariables } from '../text/tree.ts';

/** Where a name may be written otherwise, or is reached through the module itself. */
const HIDES_NAMES = /\\u|\bexports\b/;

/** What brings in a module without an import's name. */
const BRINGS_IN = /\b(?:require|createRequire|requireActual|importActual)\b|\bimport\s*\(/;

/** Where there can be helpers of a compiler. */
const WRITTEN_BY_COMPILER = ['exports', '__esModule', 'defineProperty'];

const IN_NAME = /[\w$]/;

/**
 * The nodes of a file among which a router may stand, in the order of the text. A router comes in by a name and goes on by names:
 * a statement that mentions none of them cannot hold one, and most of a file is of that kind.
 */
function leadingNodes(scene: Scene, imported: ReadonlySet<string>): readonly Node[] {
  const { session, module } = scene;
  if (HIDES_NAMES.test(module.text) || isDeclaredIn(session, module.file)) return nodesBelow(module.tree);
  const statements = statementsOf(module);
  const leading = new Map<Node, readonly Node[]>();
  const known = new Set(imported);
  let names: readonly string[] = [...imported];
  let isFirst = true;
  do {
    const found = statements.filter(
      ({ statement, text }) => !leading.has(statement) && ((isFirst && BRINGS_IN.test(text)) || mentions(text, names)),
    );
    isFirst = false;
    for (const { statement } of found) leading.set(statement, nodesBelow(statement));
    names = found.flatMap(({ statement }) => handedOn(module, statement, leading.get(statement) ?? []));
    names = names.filter((name) => !known.has(name));
    for (const name of names) known.add(name);
  } while (names.length > 0);
  return statements.flatMap(({ statement }) => leading.get(statement) ?? []);
}

/** The nodes of a file among which a router may stand; none where the file leads to no router. */
export function routerNodes(scene: Scene): readonly Node[] {
  const imported = leadingNames(scene);
  return imported.size > 0 || mayReach(scene) ? leadingNodes(scene, imported) : [];
}

/** A statement's text begins where the last one ends: a decorator may stand before it. */
function statementsOf({ text, tree }: Module): readonly { readonly statement: Node; readonly text: string }[] {
  return tree.body.flatMap((statement, index) => {
    if (statement.type === AST_NODE_TYPES.ImportDeclaration) return [];
    const start = tree.body[index - 1]?.range[1] ?? 0;
    return { statement, text: text.slice(start, statement.range[1]) };
  });
}

function mentions(text: string, names: readonly string[]): boolean {
  return names.some((name) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!IN_NAME.test(text.charAt(at - 1)) && !IN_NAME.test(text.charAt(at + name.length))) return true;
    return false;
  });
}

/** The module's names through which a router can leave a statement: what it defines, writes, and calls with an argument. */
function handedOn(module: Module, { range: [start, end] }: Node, nodes: readonly Node[]): readonly string[] {
  const called = nodes.flatMap(calledBy).filter((name) => {
    const variable = topVariable(module, name);
    return variable !== undefined && !isImport(variable);
  });
  const given = givenNames(module);
  const [first, last] = [start, end].map((limit) => countBelow(given, limit, ({ at }) => at));
  return [...new Set([...called, ...given.slice(first, last).map(({ name }) => name)])];
}

/** Where the variables of a module's own scope are defined and written, in the order of the text. */
const givenNames = kept((module: Module) =>
  topVariables(module)
    .flatMap(({ name, defs, references }) =>
      [
        ...defs.map((each) => each.name),
        ...references.filter((each) => each.isWrite()).map((each) => each.identifier),
      ].map(({ range }) => ({ name, at: range[0] })),
    )
    .sort((one, other) => one.at - other.at),
);

/** What is called by its name, with arguments, and what is handed to be called: its parameters are what is passed. */
function calledBy(node: Node): readonly string[] {
  if (node.type !== AST_NODE_TYPES.CallExpression && node.type !== AST_NODE_TYPES.NewExpression) return [];
  const called = node.arguments.length > 0 ? [node.callee, ...node.arguments] : [];
  return called.flatMap((each) => (each.type === AST_NODE_TYPES.Identifier ? each.name : []));
}

/** Without what stands in helpers that a compiler wrote: a router goes through them, and what they do is known. */
export function outsideHelpers(module: Module, nodes: readonly Node[]): readonly Node[] {
  if (!WRITTEN_BY_COMPILER.some((word) => module.text.includes(word))) return nodes;
  const kept: Node[] = [];
  let end = -1;
  for (const node of nodes) {
    if (node.range[0] < end) continue;
    if (isHelper(module, node)) end = node.range[1];
    else kept.push(node);
  }
  return kept;
}
