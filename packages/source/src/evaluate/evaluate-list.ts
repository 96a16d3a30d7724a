import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { applied } from './evaluate-function.ts';
import { elementsOf } from './member.ts';
import { sureElements } from './membership.ts';
import { returned } from '../module/returned.ts';
import { placeOf } from '../text/parse.ts';
import { refined } from './refine.ts';
import { guardedBy, guardOf } from './guard.ts';
import { unwrap } from '../text/tree.ts';
import { flatMap, known, only, shuffledList, union, unknown, type ArrayValue, type Possible } from './value.ts';

/** Lists that hold the same elements, or some of them. */
export const SAME_ELEMENTS: ReadonlySet<string> = new Set([
  'slice',
  'reverse',
  'toReversed',
  'sort',
  'toSorted',
  'splice',
  'toSpliced',
]);

export const ONE_ELEMENT: ReadonlySet<string> = new Set(['at', 'find', 'findLast', 'pop', 'shift']);

/** The same elements, where it is known in which order; else in any. */
export function rearranged(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue, method: string): ArrayValue {
  const isExact = value.gaps.length === 0 && !value.shuffled;
  const bounds = node.arguments.map((each) => numberOf(scene, each));
  if (isExact && method === 'slice' && !bounds.includes(null))
    return { ...value, items: value.items.slice(...bounds.filter((bound) => bound !== null)) };
  if (isExact && (method === 'reverse' || method === 'toReversed'))
    return { ...value, items: value.items.toReversed() };
  const texts = value.items.map((item) => textOf(item));
  if (isExact && (method === 'sort' || method === 'toSorted') && node.arguments.length === 0 && !texts.includes(null)) {
    const order = [...value.items.entries()].sort(([one], [other]) =>
      (texts[one] ?? '') < (texts[other] ?? '') ? -1 : 1,
    );
    return { ...value, items: order.map(([, item]) => item) };
  }
  const isWhole = method !== 'slice' && method !== 'splice' && method !== 'toSpliced';
  const items = [...value.items, ...insertedBy(scene, node, method)];
  return shuffledList(value, items, isWhole ? sureElements(value) : []);
}

/** What `toSpliced` puts in; `splice` answers with what it takes out. */
function insertedBy(scene: Scene, node: TSESTree.CallExpression, method: string): readonly Possible[] {
  if (method !== 'toSpliced') return [];
  const place = placeOf(scene.module, node);
  return node.arguments
    .slice(2)
    .map((argument) =>
      argument.type === AST_NODE_TYPES.SpreadElement
        ? flatMap(
            evaluate(scene, argument.argument),
            (each) => elementsOf(scene, each, place) ?? gap(scene, argument, 'goes over what is not known'),
          )
        : evaluate(scene, argument),
    );
}

/** What `at`, `find`, `pop` and their kin take out of a list: nothing, where it has none. */
export function elementAt(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue, method: string): Possible {
  const [first] = node.arguments;
  const index = method === 'at' && first !== undefined ? numberOf(scene, first) : null;
  const nothing = known(primitive(scene, node, undefined));
  if (index !== null && value.gaps.length === 0 && !value.shuffled) return value.items.at(index) ?? nothing;
  const found = method === 'find' || method === 'findLast' ? passing(scene, value, first) : null;
  return union(...(found ?? value.items), nothing, unknown(...value.gaps));
}

function numberOf(scene: Scene, node: TSESTree.Node): number | null {
  const number = only(evaluate(scene, node));
  return number?.kind === 'primitive' && typeof number.value === 'number' ? number.value : null;
}

function textOf(item: Possible): string | null {
  const text = only(item);
  return text?.kind === 'primitive' && typeof text.value === 'string' ? text.value : null;
}

/** The elements that the condition lets pass, as far as it is understood. */
export function filtered(scene: Scene, value: ArrayValue, condition: TSESTree.Node | undefined): ArrayValue {
  const items = passing(scene, value, condition);
  if (items === null) return shuffledList(value, value.items);
  const left = items.filter(({ values, gaps }) => values.length + gaps.length > 0);
  const callback = condition === undefined ? undefined : unwrap(condition);
  const isExact = isBoolean(callback) && value.items.every((item) => only(item)?.kind === 'primitive');
  return isExact ? { ...value, items: left } : shuffledList(value, left);
}

/** Each element, with nothing in it where it does not pass a condition; null where that is not understood. */
function passing(
  scene: Scene,
  { items }: ArrayValue,
  condition: TSESTree.Node | undefined,
): readonly Possible[] | null {
  const callback = condition === undefined ? undefined : unwrap(condition);
  if (callback === undefined) return null;
  if (isBoolean(callback))
    return items.map((item) => ({
      ...item,
      values: item.values.filter((each) => each.kind !== 'primitive' || Boolean(each.value)),
    }));
  const guard = guardOf(scene, callback);
  const [parameter] = guard?.params ?? [];
  if (guard === null || parameter === undefined) return null;
  const guarded = items.map((item) => guardedBy(scene, guard, 0, item, true));
  const result = returned(guard);
  const variable = scene.module.scopes.getDeclaredVariables(guard).find((each) => each.defs[0]?.name === parameter);
  if (result === null || variable === undefined) return guarded;
  return guarded.map((item) => refined(scene, variable, item, result, true));
}

function isBoolean(callback: TSESTree.Node | undefined): boolean {
  return callback?.type === AST_NODE_TYPES.Identifier && callback.name === 'Boolean';
}

export function concatenated(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue): Possible {
  return joined(scene, node, [known(value), ...node.arguments.map((each) => evaluate(scene, each))]);
}

export function flattened(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue): Possible {
  const list = joined(scene, node, value.items);
  return flatMap(list, (each) =>
    known(
      each.kind === 'array' && value.gaps.length + Number(value.shuffled ?? 0) > 0
        ? { ...shuffledList(each, each.items), gaps: [...each.gaps, ...value.gaps] }
        : each,
    ),
  );
}

/** One list of lists, and of what is none. */
function joined(scene: Scene, node: TSESTree.CallExpression, parts: readonly Possible[]): Possible {
  const place = placeOf(scene.module, node);
  const lists = parts.map((part): ArrayValue => {
    const one = only(part);
    if (one?.kind === 'array') return one;
    if (one !== undefined) return { kind: 'array', items: [part], gaps: [], place };
    const items = part.values.flatMap((each) => (each.kind === 'array' ? each.items : [known(each)]));
    const gaps = part.values.flatMap((each) => (each.kind === 'array' ? each.gaps : []));
    return { kind: 'array', items, gaps: [...gaps, ...part.gaps], place, shuffled: true };
  });
  const all: ArrayValue = {
    kind: 'array',
    items: lists.flatMap((each) => each.items),
    gaps: lists.flatMap((each) => each.gaps),
    place,
  };
  const isOrdered = lists.every((each) => each.shuffled !== true);
  return known(isOrdered ? all : shuffledList(all, all.items, lists.flatMap(sureElements)));
}

export function mapped(
  scene: Scene,
  node: TSESTree.CallExpression,
  value: ArrayValue,
  callback: TSESTree.Node,
): Possible {
  const isExact = value.gaps.length === 0 && !value.shuffled;
  const indexOf = (index: number): Possible =>
    isExact ? known(primitive(scene, node, index)) : gap(scene, node, 'is an index in a list whose order is not known');
  const items = value.items.map(
    (item, index) =>
      applied(scene, callback, [item, indexOf(index), known(value)]) ?? gap(scene, node, 'is what a function answers'),
  );
  return known({ ...value, items, sure: [], place: placeOf(scene.module, node) });
}

export function joinedText(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue): Possible | null {
  const separator = node.arguments[0] === undefined ? undefined : only(evaluate(scene, node.arguments[0]));
  const between =
    separator === undefined && node.arguments.length === 0
      ? ','
      : separator?.kind === 'primitive'
        ? String(separator.value)
        : null;
  const parts = value.items.map((item) => only(item));
  if (between === null || value.gaps.length > 0 || value.shuffled) return null;
  const texts = parts.map((part) => (part?.kind === 'primitive' ? String(part.value ?? '') : null));
  return texts.includes(null) ? null : known(primitive(scene, node, texts.join(between)));
}
