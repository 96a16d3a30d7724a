import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Scene } from './evaluate.ts';
import { isHandedOn } from './handed.ts';
import { memberOf } from './member.ts';
import { mutationsOf, rootOf } from './mutation.ts';
import { kept } from '../text/kept.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { plainKey, unwrap, variableOf } from '../text/tree.ts';
import { flatMap, known, unknown, type ObjectValue, type Possible } from './value.ts';

/** The keys that lead from a variable to what a node reads: none for the variable itself; null where it reads something else. */
export function pathTo(scene: Scene, variable: Variable, node: Node): readonly string[] | null {
  const path: string[] = [];
  let read = unwrap(node);
  while (read.type === AST_NODE_TYPES.MemberExpression) {
    const key = plainKey(read.property, read.computed);
    if (key === null) return null;
    path.unshift(key);
    read = unwrap(read.object);
  }
  return read.type === AST_NODE_TYPES.Identifier && variableOf(scene.module, read) === variable ? path : null;
}

/** What a variable can be where a line of it is known better: objects whose line is nothing that is left are not it. */
export function changedAt(
  scene: Scene,
  variable: Variable,
  possible: Possible,
  path: readonly string[],
  change: (inner: Possible) => Possible,
): Possible {
  const [key, ...rest] = path;
  if (key === undefined) return change(possible);
  return flatMap(possible, (value) => {
    if (value.kind !== 'object' || !isFixed(scene, variable, value, key)) return known(value);
    const place = placeOf(scene.module, scene.module.tree);
    const before = memberOf(scene, value, key, place);
    const after = changedAt(scene, variable, before, rest, change);
    if (after.values.length === 0 && after.gaps.length === 0) return unknown();
    const isSame = after.values.length === before.values.length && after.gaps.length === before.gaps.length;
    if (isSame && after.values.every((each, index) => each === before.values[index])) return known(value);
    const line = value.items.findLast((item) => item.key === key);
    return known({ ...value, items: [...value.items, { key, value: after, place: line?.place ?? value.place }] });
  });
}

/** Whether a line is what it was when it was asked for. */
function isFixed(scene: Scene, variable: Variable, object: ObjectValue, key: string): boolean {
  if (object.instance === true || object.items.some((item) => item.changed !== undefined)) return false;
  return !isWritten(scene.module, variable, key) && !isHandedOn(scene, object);
}

/** Whether a module writes a line of this name, of whatever object, or any line of the variable. */
function isWritten(module: Module, variable: Variable, key: string): boolean {
  const { keys, open } = writesOf(module);
  return keys.has(key) || open.has(variable);
}

const writesOf = kept((module: Module) => {
  const keys = new Set<string>();
  const open = new Set<Variable>();
  for (const { change, target } of mutationsOf(module)) {
    let changed: Node | undefined = target;
    if (change.kind === 'write' || change.kind === 'delete') {
      const key = plainKey(change.member.property, change.member.computed);
      if (key !== null) keys.add(key);
      if (key !== null) continue;
    } else if (change.kind === 'function') [changed] = change.call.arguments;
    const root = changed === undefined ? undefined : rootOf(module, changed);
    if (root != null) open.add(root);
  }
  return { keys, open };
});
