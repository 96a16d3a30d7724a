import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { list } from './evaluate-call.ts';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { applied, isFunction } from './evaluate-function.ts';
import { elementsOf } from './member.ts';
import { returned } from './module-exports.ts';
import { placeOf } from './parse.ts';
import { refined } from './refine.ts';
import { plainKey, unwrap } from './tree.ts';
import { flatMap, known, only, union, unknown, type ArrayValue, type Possible, type Value } from './value.ts';

const TEXT_METHODS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['toLowerCase', (text: string) => text.toLowerCase()],
  ['toUpperCase', (text: string) => text.toUpperCase()],
  ['trim', (text: string) => text.trim()],
  ['toString', (text: string) => text],
  ['valueOf', (text: string) => text],
]);

/** Lists that hold the same elements, or some of them. */
const SAME_ELEMENTS = new Set(['slice', 'reverse', 'toReversed', 'sort', 'toSorted', 'splice', 'toSpliced']);
const ONE_ELEMENT = new Set(['at', 'find', 'findLast', 'pop', 'shift']);

/** What a method of a value that is known answers; null where it is none of those that the text tells. */
export function methodOf(
  scene: Scene,
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
): Possible | null {
  const method = plainKey(callee.property, callee.computed);
  if (method === null) return null;
  const object = evaluate(scene, callee.object);
  if (object.values.length === 0) return null;
  const answers = object.values.map((value) => answerOf(scene, node, value, method));
  if (answers.every((answer) => answer === null)) return null;
  return union(
    unknown(...object.gaps),
    ...answers.map((answer) => answer ?? gap(scene, node, `is what ${method} answers`)),
  );
}

function answerOf(scene: Scene, node: TSESTree.CallExpression, value: Value, method: string): Possible | null {
  const first = node.arguments[0];
  switch (value.kind) {
    case 'callee':
      if (method !== 'bind') return null;
      return known({
        ...value,
        bound: [...value.bound, ...node.arguments.slice(1).map((each) => evaluate(scene, each))],
      });
    case 'promise':
      return method === 'then' ? thenOf(scene, node, value.of) : null;
    case 'primitive':
      if (typeof value.value !== 'string') return null;
      return textAnswer(scene, node, value.value, method);
    case 'array':
      if (method === 'values') return known(value);
      if (method === 'filter') return known(filtered(scene, value, first));
      if (SAME_ELEMENTS.has(method)) return known(rearranged(scene, node, value, method));
      if (ONE_ELEMENT.has(method)) return elementAt(scene, node, value, method);
      if (method === 'concat') return concatenated(scene, node, value);
      if (method === 'flat') return flattened(scene, node, value);
      if (method === 'map' && first !== undefined) return mapped(scene, node, value, unwrap(first));
      if (method === 'join') return joinedText(scene, node, value);
      return null;
    default:
      return null;
  }
}

function textAnswer(scene: Scene, node: TSESTree.CallExpression, text: string, method: string): Possible | null {
  const change = TEXT_METHODS.get(method);
  if (change !== undefined && node.arguments.length === 0) return known(primitive(scene, node, change(text)));
  const values = node.arguments.map((each) => only(evaluate(scene, each)));
  const given = values.flatMap((value) => (value?.kind === 'primitive' && value.value != null ? [value.value] : []));
  if (given.length < values.length) return null;
  const [first, second] = given;
  if (method === 'split' && typeof first === 'string')
    return list(scene, node, known(...text.split(first).map((part) => primitive(scene, node, part))));
  if (method === 'slice' && given.every((each) => typeof each === 'number'))
    return known(primitive(scene, node, text.slice(...given)));
  if (typeof first === 'string' && typeof second === 'string') {
    if (method === 'replace')
      return known(
        primitive(
          scene,
          node,
          text.replace(first, () => second),
        ),
      );
    if (method === 'replaceAll')
      return known(
        primitive(
          scene,
          node,
          text.replaceAll(first, () => second),
        ),
      );
  }
  if (method !== 'concat') return null;
  const parts = node.arguments.map((each) => only(evaluate(scene, each)));
  const tail = parts.map((part) => (part?.kind === 'primitive' ? String(part.value) : null));
  return tail.includes(null) ? null : known(primitive(scene, node, text + tail.join('')));
}

function thenOf(scene: Scene, node: TSESTree.CallExpression, of: Possible): Possible {
  const [callback] = node.arguments;
  const answer = callback === undefined ? null : applied(scene, unwrap(callback), [of]);
  return known({ kind: 'promise', of: answer ?? gap(scene, node, 'is what a promise answers') });
}

function concatenated(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue): Possible {
  const place = placeOf(scene.module, node);
  const rest = node.arguments.map((each) =>
    flatMap(evaluate(scene, each), (one) => elementsOf(scene, one, place) ?? known(one)),
  );
  return flatMap(list(scene, node, union(...value.items, unknown(...value.gaps), ...rest)), (each) =>
    likeList(each, value),
  );
}

/** The same elements, where it is known in which order; else in any. */
function rearranged(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue, method: string): ArrayValue {
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
  return { ...value, shuffled: true };
}

/** What `at`, `find`, `pop` and their kin take out of a list: nothing, where it has none. */
function elementAt(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue, method: string): Possible {
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
function filtered(scene: Scene, value: ArrayValue, condition: TSESTree.Node | undefined): ArrayValue {
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

function flattened(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue): Possible {
  const items = flatMap(union(unknown(...value.gaps), ...value.items), (each) =>
    each.kind === 'array' ? union(unknown(...each.gaps), ...each.items) : known(each),
  );
  return flatMap(list(scene, node, items), (each) => likeList(each, value));
}

function mapped(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue, callback: TSESTree.Node): Possible {
  const items = value.items.map(
    (item) => applied(scene, callback, [item]) ?? gap(scene, node, 'is what a function answers'),
  );
  return known({ ...value, items, place: placeOf(scene.module, node) });
}

function joinedText(scene: Scene, node: TSESTree.CallExpression, value: ArrayValue): Possible | null {
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
