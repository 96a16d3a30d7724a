import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { changesOf } from './changes.ts';
import { isFunction } from './evaluate-function.ts';
import { callArguments } from './evaluate-parameter.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { identityOf } from './identity.ts';
import type { Module, Node } from '../text/parse.ts';
import { look, rawSession } from '../session.ts';
import { calledName, isDefinedAs, nodesBelow, unwrap, variableOf } from '../text/tree.ts';
import type { Value } from './value.ts';

/** The objects that a module hands to functions which may fill them, and what was read to find them. */
interface Handed {
  readonly objects: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
}

const found = new WeakMap<Module, Handed>();

/** Whether an object is handed to a function of which it is not seen what it does to it: it may come back with other lines. */
export function isHandedOn(scene: Scene, value: Value): boolean {
  const { session, module } = scene;
  const identity = identityOf(value);
  // Which objects there are is asked without this.
  if (identity === null || session.narrow || session.changes !== undefined) return false;
  let handed = found.get(module);
  if (handed === undefined) {
    handed = findHanded(scene);
    found.set(module, handed);
  }
  for (const file of handed.reads) look(session, file);
  return handed.objects.has(identity);
}

function findHanded({ session, module }: Scene): Handed {
  const changes = changesOf({ session, module });
  const raw: Scene = { session: rawSession(session, new Map(changes === null ? [] : [[module, changes]])), module };
  const objects = new Set<string>();
  for (const call of nodesBelow(module.tree)) {
    if (call.type !== AST_NODE_TYPES.CallExpression && call.type !== AST_NODE_TYPES.NewExpression) continue;
    for (const [index, argument] of call.arguments.entries()) {
      const given = partsOf(raw, argument);
      if (given.length === 0 || isSeen(raw, call, index)) continue;
      for (const part of given) for (const value of evaluate(raw, part).values) collect(value, objects);
    }
  }
  return { objects, reads: new Set(raw.session.frames.flatMap((frame) => [...frame.reads])) };
}

/** What of an argument may be an object that somebody else holds too, and that can be changed. */
function partsOf(scene: Scene, argument: Node): readonly Node[] {
  const node = unwrap(argument);
  switch (node.type) {
    case AST_NODE_TYPES.ObjectExpression:
      return node.properties.flatMap((each) =>
        partsOf(scene, each.type === AST_NODE_TYPES.Property ? each.value : each.argument),
      );
    case AST_NODE_TYPES.ArrayExpression:
      return node.elements.flatMap((each) => (each === null ? [] : partsOf(scene, each)));
    case AST_NODE_TYPES.SpreadElement:
      return partsOf(scene, node.argument);
    case AST_NODE_TYPES.Identifier:
      return isConstant(scene, node) ? [] : [node];
    case AST_NODE_TYPES.MemberExpression:
    case AST_NODE_TYPES.ConditionalExpression:
    case AST_NODE_TYPES.LogicalExpression:
      return [node];
    default:
      return [];
  }
}

/** A name that holds no object: a global's, a function's, and one of `… as const` or what is frozen. */
function isConstant(scene: Scene, node: TSESTree.Identifier): boolean {
  const [first] = variableOf(scene.module, node)?.defs ?? [];
  if (first === undefined) return true;
  if (isDefinedAs(first, 'Parameter')) return false;
  const definition = first.node;
  if (definition.type !== AST_NODE_TYPES.VariableDeclarator || definition.init === null) return isFunction(definition);
  const { init } = definition;
  if (init.type === AST_NODE_TYPES.CallExpression) return calledName(init) === 'freeze';
  return (
    init.type === AST_NODE_TYPES.TSAsExpression &&
    init.typeAnnotation.type === AST_NODE_TYPES.TSTypeReference &&
    init.typeAnnotation.typeName.type === AST_NODE_TYPES.Identifier &&
    init.typeAnnotation.typeName.name === 'const'
  );
}

/** Functions of the language, which do no more to their arguments than is known of them. */
const OF_THE_LANGUAGE =
  /^(?:\.|node:|defineRouter|require\b|(?:(?:globalThis|window|self|global)\.)?(?:Array|Boolean|console|Date|Intl|JSON|Map|Math|Number|Object|Promise|Reflect|Set|String|structuredClone|Symbol|WeakMap|WeakSet)\b)/;

/** Whether it is seen what a call does to an argument. */
function isSeen(scene: Scene, call: TSESTree.CallExpression | TSESTree.NewExpression, index: number): boolean {
  const { values, gaps } = evaluate(scene, call.callee);
  if (gaps.length > 0 || values.length === 0) return false;
  return values.every((value) => {
    switch (value.kind) {
      case 'builtin':
        return OF_THE_LANGUAGE.test(value.name);
      case 'callee':
        return true;
      case 'function': {
        const { node } = value;
        return node !== undefined && isFunction(node) && callArguments(scene, node, index) !== null;
      }
      default:
        return false;
    }
  });
}

function collect(value: Value, objects: Set<string>): void {
  const identity = identityOf(value);
  if (identity === null || objects.has(identity)) return;
  objects.add(identity);
  const parts =
    value.kind === 'object' ? value.items.map((item) => item.value) : value.kind === 'array' ? value.items : [];
  for (const part of parts) for (const each of part.values) collect(each, objects);
}
