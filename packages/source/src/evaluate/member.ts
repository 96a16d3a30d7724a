import type { Scene } from './evaluate.ts';
import { exportOf } from '../module/follow.ts';
import { gapAt } from '../text/gap.ts';
import { lookUp } from './look-up.ts';
import { moduleRecord } from '../module/module-record.ts';
import type { Place } from '../text/place.ts';
import { recordOf } from './evaluate-literal.ts';
import { ROUTER_FUNCTIONS } from '../router/router-functions.ts';
import type { RouterSource } from '../router/router-source.ts';
import {
  flatMap,
  known,
  union,
  unknown,
  type ArrayValue,
  type ObjectValue,
  type Possible,
  type Value,
} from './value.ts';

/** Who asks: values need the question only, no file. */
export type Asker = Pick<Scene, 'session'>;

/** `value.key`. `place` is where it is asked. */
export function memberOf(scene: Asker, value: Value, key: string, place: Place): Possible {
  switch (value.kind) {
    case 'object':
      return lookUp(scene, value, key, place);
    case 'module':
      return exportOf(scene.session, value.file, key, place);
    case 'router':
      return routerMember(value.router, key, place);
    case 'tasks':
      return taskOf(value.router, key, place);
    case 'array':
      return /^\d+$/.test(key) ? itemAt(value, Number(key), place) : listMember(value, key, place);
    case 'class':
      return key === 'prototype' ? known(value.instance) : lookUp(scene, value.statics, key, place);
    case 'type':
      return flatMap(value.of, (each) => memberOf(scene, each, key, place));
    case 'builtin':
      return known({ kind: 'builtin', name: `${value.name}.${key}` });
    case 'callee':
    case 'function':
    case 'promise':
    case 'primitive':
      return known({ kind: 'builtin', name: `.${key}` });
  }
}

function itemAt(array: ArrayValue, index: number, place: Place): Possible {
  if (array.gaps.length > 0 || array.shuffled) return union(unknown(...array.gaps), ...array.items);
  return array.items[index] ?? absent(place);
}

function listMember(array: ArrayValue, key: string, place: Place): Possible {
  if (key === 'length' && array.gaps.length === 0 && !array.shuffled)
    return known({ kind: 'primitive', value: array.items.length, place });
  return known({ kind: 'builtin', name: `.${key}` });
}

export function absent(place: Place): Possible {
  return known({ kind: 'primitive', value: undefined, place });
}

function routerMember(router: RouterSource, key: string, place: Place): Possible {
  if (ROUTER_FUNCTIONS.includes(key) && !router.declared)
    return known({ kind: 'callee', router, name: key, task: [0], wrapper: false, bound: [] });
  if (key === 'tasks') return known({ kind: 'tasks', router });
  if (key === 'routes') return known(routesOf(router));
  if (key === 'default' && router.default !== null)
    return known({ kind: 'primitive', value: router.default, place: router.defaultPlace ?? router.place });
  if (key === 'tiers') {
    const items = router.tiers.map((tier) => known({ kind: 'primitive', value: tier, place: router.place }));
    return known({ kind: 'array', items, gaps: router.tiers.length === 0 ? router.gaps : [], place: router.place });
  }
  if (key === 'version' || key === 'rules') return unknown(gapAt(place, `is the router's ${key}`));
  return absent(place);
}

/** The router's table as an object. */
function routesOf(router: RouterSource): ObjectValue {
  const record = recordOf(
    router.place,
    router.routes.map(({ task, model, place, modelPlace }) => [
      task,
      model === null ? unknown(...router.gaps) : known({ kind: 'primitive', value: model, place: modelPlace }),
      place,
    ]),
  );
  if (router.gaps.length === 0) return record;
  return { ...record, items: [...record.items, { key: null, value: unknown(...router.gaps), place: router.place }] };
}

/** `tasks.x`: the key itself where the table has it. */
function taskOf(router: RouterSource, key: string, place: Place): Possible {
  const entry = router.routes.find((each) => each.task === key);
  if (entry !== undefined) return known({ kind: 'primitive', value: key, place: entry.place });
  if (router.gaps.length > 0) return unknown(...router.gaps);
  return unknown({ ...gapAt(place, `is tasks[${JSON.stringify(key)}], which the table does not list`), missing: key });
}

/** Every value that an element or a line of it can be; null where it is no collection. */
export function elementsOf(scene: Asker, value: Value, place: Place): Possible | null {
  switch (value.kind) {
    case 'array':
      return union(...value.items, unknown(...value.gaps));
    case 'object':
      return union(
        unknown(),
        ...value.items.map((item) =>
          item.key === null ? flatMap(item.value, (each) => elementsOf(scene, each, place) ?? unknown()) : item.value,
        ),
      );
    case 'tasks':
      return keysOf(scene, value, place);
    case 'module':
      return elementsOf(scene, moduleRecord(scene, value.file, place), place);
    case 'router':
      return union(...ROUTER_FUNCTIONS.map((name) => routerMember(value.router, name, place)));
    case 'type':
      return flatMap(value.of, (each) => elementsOf(scene, each, place) ?? unknown());
    default:
      return null;
  }
}

/** The keys of an object as values; null where it is none. */
export function keysOf(scene: Asker, value: Value, place: Place): Possible | null {
  switch (value.kind) {
    case 'object':
      return union(
        unknown(),
        ...value.items.map((item) =>
          item.key === null
            ? flatMap(item.value, (each) => keysOf(scene, each, place) ?? unknown())
            : known({ kind: 'primitive', value: item.key, place: item.place }),
        ),
      );
    case 'router':
      return known(
        ...[...ROUTER_FUNCTIONS, 'tasks', 'routes'].map((key): Value => ({ kind: 'primitive', value: key, place })),
      );
    case 'tasks':
      return keysOf(scene, routesOf(value.router), place);
    case 'module':
      return keysOf(scene, moduleRecord(scene, value.file, place), place);
    case 'type':
      return flatMap(value.of, (each) => keysOf(scene, each, place) ?? unknown());
    default:
      return null;
  }
}
