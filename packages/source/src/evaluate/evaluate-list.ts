import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { list } from './evaluate-call.ts';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { applied, isFunction } from './evaluate-function.ts';
import { elementsOf } from './member.ts';
import { returned } from '../module/returned.ts';
import { placeOf } from '../text/parse.ts';
import { refined } from './refine.ts';
import { unwrap } from '../text/tree.ts';
import { flatMap, known, only, union, unknown, type ArrayValue, type Possible, type Value } from './value.ts';

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
  return { ...value, items: [...value.items, ...insertedBy(scene, node, method)], shuffled: true };
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
  return union(...value.items, nothing, unknown(...value.gaps));
}

function numberOf(scene: Scene, node: TSESTree.Node): number | null {
  const number = only(evaluate(scene, node));
  return number?.kind === 'primitive' && typeof number.value === 'number' ? number.value : null;
}

function textOf(item: Possible): string | null {
  const text = only(item);
  return text?.kind === 'primitive' && typeof text.value === 'string' ? text.value : null;
}

/** A list made of another one: where that one's elements stand is no better known in it. */
function likeList(value: Value, { shuffled }: ArrayValue): Possible {
  return known(value.kind === 'array' && shuffled ? { ...value, shuffled } : value);
}

/** The elements that the condition lets pass, as far as it is understood. */
export function filtered(scene: Scene, value: ArrayValue, condition: TSESTree.Node | undefined): ArrayValue {
  const callback = condition === undefined ? undefined : unwrap(condition);
  if (callback?.type === AST_NODE_TYPES.Identifier && callback.name === 'Boolean') {
    const items = value.items.map((item) => ({
      ...item,
      values: item.values.filter((each) => each.kind !== 'primitive' || Boolean(each.value)),
    }));
    const isExact = value.items.every((item) => only(item)?.kind === 'primitive');
    return {
      ...value,
      items: items.filter(({ values, gaps }) => values.length + gaps.length > 0),
      ...(!isExact && { shuffled: true }),
    };
  }
  const result = callback === undefined ? null : returned(callback);
  if (callback === undefined || !isFunction(callback) || result === null) return { ...value, shuffled: true };
  const [parameter] = callback.params;
  const variable = scene.module.scopes.getDeclaredVariables(callback).find((each) => each.defs[0]?.name === parameter);
  if (variable === undefined) return { ...value, shuffled: true };
  const items = value.items.map((item) => refined(scene, variable, item, result, true));
  return { ...value, items: items.filter(({ values, gaps }) => values.length + gaps.length > 0), shuffled: true };
}

export function concatenated(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue): Possible {
  const place = placeOf(scene.module, node);
  const rest = node.arguments.map((each) =>
    flatMap(evaluate(scene, each), (one) => elementsOf(scene, one, place) ?? known(one)),
  );
  return flatMap(list(scene, node, union(...value.items, unknown(...value.gaps), ...rest)), (each) =>
    likeList(each, value),
  );
}

export function flattened(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue): Possible {
  const items = flatMap(union(unknown(...value.gaps), ...value.items), (each) =>
    each.kind === 'array' ? union(unknown(...each.gaps), ...each.items) : known(each),
  );
  return flatMap(list(scene, node, items), (each) => likeList(each, value));
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
  return known({ ...value, items, place: placeOf(scene.module, node) });
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
