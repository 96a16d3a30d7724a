import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { isFunction, type FunctionNode } from '../evaluate/evaluate-function.ts';
import { identityOf } from '../evaluate/identity.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { remember, undeclared, type Session } from '../session.ts';
import { nodesBelow, plainKey, topVariable, unwrap } from '../text/tree.ts';
import { only, type TaskPath } from '../evaluate/value.ts';
import { findFunction } from './find-function.ts';
import { targetAlong } from './find-member.ts';
import { wayFromParameter } from './parameter-way.ts';

/** With what a function that was written by hand looks its table up. */
export interface LookUps {
  /** The ways to what callers give it that is looked up as it is. */
  readonly ways: readonly TaskPath[];
  /** Where it is looked up with something else: a part of the task, a text that was changed. */
  readonly others: readonly Gap[];
}

const NONE: LookUps = { ways: [], others: [] };

/** How a declared function looks a table up, by the names of both in a module. */
export function lookUpsOf(session: Session, file: string, table: string, name: string): LookUps {
  return remember(session, `look-ups ${file} ${table} ${name}`, () =>
    undeclared(session, (plain) => {
      const found = findFunction(plain, file, name);
      if (found.kind !== 'function') return NONE;
      const scene = { session: plain, module: found.module };
      const tables = tablesOf(plain, found.module, file, table);
      const { ways, others } = lookUpsIn({ scene, tables, seen: new Set() }, found.node);
      return ways.length < 2 ? { ways, others } : { ways, others: [...others, severalAt(scene, found.node)] };
    }),
  );
}

/** The objects that a table's name stands for. */
function tablesOf(session: Session, module: Module, file: string, table: string): ReadonlySet<string> {
  const target = file === module.file ? targetAlong(session, module, table) : null;
  const values =
    target === null
      ? []
      : 'node' in target
        ? evaluate({ session, module: target.module }, target.node).values
        : target.values;
  return new Set(values.flatMap((value) => identityOf(value) ?? []));
}

interface Search {
  readonly scene: Scene;
  readonly tables: ReadonlySet<string>;
  readonly seen: Set<Node>;
}

function lookUpsIn(search: Search, owner: FunctionNode): LookUps {
  if (search.seen.has(owner) || search.tables.size === 0) return NONE;
  search.seen.add(owner);
  const { scene, tables } = search;
  const ways = new Map<string, TaskPath>();
  const others: Gap[] = [];
  const note = (key: Node, at: Node, more: readonly string[] = []): void => {
    const way = wayFromParameter(scene.module, owner, key);
    if (way !== null) ways.set([...way, ...more].join('.'), [...way, ...more]);
    else if (!isConstant(scene, key)) others.push(otherwise(scene, at));
  };
  for (const node of nodesBelow(owner)) {
    if (node.type === AST_NODE_TYPES.MemberExpression && node.computed) {
      const isTable = evaluate(scene, node.object).values.some((value) => tables.has(identityOf(value) ?? ''));
      if (isTable && plainKey(node.property, true) === null) note(node.property, node);
    }
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    // What a function of the same file does with what it is handed.
    const inner = lookUpsBehind(search, node);
    others.push(...inner.others);
    for (const [index, ...keys] of inner.ways) {
      const argument = node.arguments[index];
      if (argument === undefined || argument.type === AST_NODE_TYPES.SpreadElement) others.push(otherwise(scene, node));
      else note(argument, node, keys);
    }
  }
  return { ways: [...ways.values()], others };
}

function lookUpsBehind(search: Search, { callee }: TSESTree.CallExpression): LookUps {
  const { module } = search.scene;
  for (const value of evaluate(search.scene, callee).values)
    if (value.kind === 'function' && value.module === module && value.node !== undefined && isFunction(value.node))
      return lookUpsIn(search, value.node);
  return NONE;
}

function severalAt({ module }: Scene, node: Node): Gap {
  return gapAt(placeOf(module, node), 'is looked up with more than one thing that callers give');
}

function otherwise({ module }: Scene, node: Node): Gap {
  return gapAt(placeOf(module, node), 'is looked up with something else than the task as callers write it');
}

/** `ROUTES[FALLBACK]`: a line of its own, whatever callers give. */
function isConstant(scene: Scene, key: Node): boolean {
  let root = unwrap(key);
  while (root.type === AST_NODE_TYPES.MemberExpression) root = unwrap(root.object);
  const isFixed =
    root.type === AST_NODE_TYPES.Literal ||
    (root.type === AST_NODE_TYPES.Identifier && topVariable(scene.module, root.name) !== undefined);
  return isFixed && only(evaluate(scene, key))?.kind === 'primitive';
}
