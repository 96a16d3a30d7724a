import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Variable } from '@typescript-eslint/scope-manager';
import { gettersOf } from './commonjs-calls.ts';
import { evaluate, gap, type Scene } from '../evaluate/evaluate.ts';
import { helperOf } from './helper.ts';
import { kept } from '../text/kept.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { parentOf } from '../text/tree.ts';
import type { ObjectItem, Value } from '../evaluate/value.ts';

/** An object with what a bundler's helpers define on the variable that holds it: `__export(router_exports, { a: () => a })`. */
export function withDefinitions(scene: Scene, variable: Variable): (value: Value) => Value {
  const items = hasHelpers(scene.module)
    ? variable.references.flatMap(({ identifier }) => definedAt(scene, identifier))
    : [];
  return (value) =>
    items.length === 0 || value.kind !== 'object' ? value : { ...value, items: [...value.items, ...items] };
}

/** What defines getters has to write that word; most files do not. */
const hasHelpers = kept(({ text }: Module) => text.includes('defineProperty'));

function definedAt(scene: Scene, reference: Node): readonly ObjectItem[] {
  const call = parentOf(scene.module, reference);
  if (call?.type !== AST_NODE_TYPES.CallExpression || call.callee === reference) return [];
  const effects = helperOf(scene.module, call.callee)?.effects ?? [];
  return effects.flatMap(({ kind, from, to }) => {
    if (typeof to !== 'number' || call.arguments[to] !== reference || typeof from !== 'number') return [];
    const source = call.arguments[from];
    if (source === undefined || kind === 'names') return [];
    const place = placeOf(scene.module, source);
    return kind === 'copies' ? [{ key: null, value: evaluate(scene, source), place }] : gettersAt(scene, source);
  });
}

function gettersAt(scene: Scene, all: Node): readonly ObjectItem[] {
  const place = placeOf(scene.module, all);
  const getters = gettersOf(all);
  if (getters === null) return [{ key: null, value: gap(scene, all, 'is made of getters'), place }];
  return getters.map(({ name, value }) => ({
    key: name,
    value: value === null ? gap(scene, all, `is made by a getter (${name})`) : evaluate(scene, value),
    place,
  }));
}
