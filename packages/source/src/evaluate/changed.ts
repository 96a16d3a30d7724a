import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Variable } from '@typescript-eslint/scope-manager';
import { changedArray, writtenBy } from './changed-list.ts';
import { changesOf, type Change, type Changes } from './changes.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { withGap } from './evaluate-literal.ts';
import type { Gap } from '../text/gap.ts';
import { identityOf } from './identity.ts';
import { spreadOf } from './lines.ts';
import { isAtTop } from './at-top.ts';
import { moduleRecord } from '../module/module-record.ts';
import { placeOf } from '../text/parse.ts';
import { apart, look } from '../session.ts';
import { plainKey } from '../text/tree.ts';
import {
  flatMap,
  known,
  only,
  unknown,
  type ClassValue,
  type ObjectItem,
  type ObjectValue,
  type Possible,
  type Value,
} from './value.ts';

/** What an expression can be, with what the module does to it after it was made, through whichever name. */
export function withChanges(scene: Scene, possible: Possible): Possible {
  if (!possible.values.some((value) => identityOf(value) !== null)) return possible;
  const changes = changesOf(scene);
  if (changes === null || changes.of.size === 0) return possible;
  for (const file of changes.reads) look(scene.session, file);
  const values = possible.values.map((value) => changedValue(scene, changes, value));
  const isSame = values.every((value, index) => value === possible.values[index]);
  return isSame ? possible : { values, gaps: possible.gaps };
}

/** The same for a variable that holds what is not known, and is changed. */
export function withChangesThrough(scene: Scene, variable: Variable, possible: Possible): Possible {
  const after = withChanges(scene, possible);
  if (!possible.values.some((value) => identityOf(value) !== null)) return after;
  const change = changesOf(scene)?.variables.get(variable);
  if (change === undefined) return after;
  return flatMap(after, (value) => known(withGap(value, unknown(change))));
}

function changedValue(scene: Scene, changes: Changes, value: Value): Value {
  const done = changes.done.get(value);
  if (done !== undefined) return done;
  const after = value.kind === 'class' ? changedClass(scene, changes, value) : changedOne(scene, changes, value);
  if (after !== value) changes.done.set(value, after).set(after, after);
  return after;
}

function changedClass(scene: Scene, changes: Changes, value: ClassValue): ClassValue {
  const statics = changedOne(scene, changes, value.statics);
  const instance = changedOne(scene, changes, value.instance);
  if (statics === value.statics && instance === value.instance) return value;
  if (statics.kind !== 'object' || instance.kind !== 'object') return value;
  changes.done.set(instance, instance).set(statics, statics);
  return { kind: 'class', statics, instance };
}

function changedOne(scene: Scene, changes: Changes, value: Value): Value {
  const { session, module } = scene;
  const list = changes.of.get(identityOf(value) ?? '');
  const [first] = list ?? [];
  if (list === undefined || first === undefined) return value;
  // What is written to it is made of itself.
  if (session.active.has(list)) return withGap(value, unknown(first.gap));
  session.active.add(list);
  try {
    return apart(session, () => {
      if (value.kind === 'array') return list.reduce((array, change) => changedArray(scene, array, change), value);
      const object = value.kind === 'module' ? moduleRecord(scene, value.file, placeOf(module, first.node)) : value;
      return object.kind === 'object' ? changedObject(scene, object, list, first.gap) : value;
    });
  } finally {
    session.active.delete(list);
  }
}

function changedObject(scene: Scene, object: ObjectValue, list: readonly Change[], changed: Gap): ObjectValue {
  const lines = list.flatMap((change) => linesOf(scene, object, change));
  const written = new Set(lines.flatMap((line) => (line.key === null || isAbsent(line.value) ? [] : [line.key])));
  const dropped = new Set<string>();
  const items: ObjectItem[] = [];
  for (const item of object.items) {
    if (item.key !== null && written.has(item.key) && isPlaceholder(item.value)) dropped.add(item.key);
    else items.push({ ...item, changed: item.changed ?? changed });
  }
  for (const { perhaps, ...line } of lines) {
    // What stands for a line that is to be written is there.
    const stands = line.key !== null && !isAbsent(line.value) && dropped.delete(line.key);
    const isThere = stands || perhaps === undefined;
    items.push({ ...line, ...(!isThere && { perhaps }), ...(!stands && { sometimes: true }) });
  }
  return { ...object, items };
}

/** The lines that a change may put over those of an object. */
function linesOf(scene: Scene, object: ObjectValue, change: Change): readonly ObjectItem[] {
  const { how, node, gap: perhaps } = change;
  const place = placeOf(scene.module, node);
  const open = { key: null, value: unknown(perhaps), place, changed: perhaps };
  const taken = { ...open, removes: true } as const;
  switch (how.kind) {
    case 'write': {
      const keys = keysOf(scene, how.member);
      if (keys === null || keys.includes('__proto__')) return [open];
      const value = writtenBy(scene, how) ?? unknown(perhaps);
      return keys.map((key) => {
        // Before anything else is done, a line that was not there is there.
        const isNew =
          keys.length === 1 && isAtTop(scene.module, node) && !object.items.some((item) => item.key === key);
        return { key, value, place, changed: perhaps, ...(!isNew && { perhaps }) };
      });
    }
    case 'delete': {
      const keys = keysOf(scene, how.member);
      const value = known({ kind: 'primitive', value: undefined, place });
      return keys?.map((key) => ({ key, value, place, perhaps, changed: perhaps, removes: true })) ?? [taken];
    }
    case 'assign':
      return how.sources.flatMap((source) => {
        if (source.type === AST_NODE_TYPES.SpreadElement) return [open];
        const { items } = spreadOf({ key: null, value: evaluate(scene, source), place });
        return items.map((item) => (item.key === null ? open : { ...item, place, perhaps, changed: perhaps }));
      });
    case 'define':
      return [{ key: how.key, value: unknown(perhaps), place, perhaps, changed: perhaps, removes: true }];
    case 'method':
      // What a method of an object's own does is seen where it is done.
      return how.name.startsWith('__') && object.instance !== true ? [open] : [];
    case 'other':
      return [taken];
  }
}

function isAbsent({ values }: Possible): boolean {
  return values.some((value) => value.kind === 'primitive' && value.value === undefined);
}

/** `{ task: '' }` before what is written to it is no task. */
function isPlaceholder(possible: Possible): boolean {
  const value = only(possible);
  return value?.kind === 'primitive' && (value.value === '' || value.value == null);
}

function keysOf(scene: Scene, member: TSESTree.MemberExpression): readonly string[] | null {
  const plain = plainKey(member.property, member.computed);
  if (plain !== null) return [plain];
  const { values, gaps } = evaluate(scene, member.property);
  const keys = values.map((value) => (value.kind === 'primitive' ? String(value.value) : null));
  return gaps.length > 0 || keys.includes(null) ? null : keys.filter((key) => key !== null);
}
