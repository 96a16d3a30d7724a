import { type TSESTree } from '@typescript-eslint/types';
import { list } from './evaluate-call.ts';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { applied } from './evaluate-function.ts';
import { placeOf } from '../text/parse.ts';
import { plainKey, unwrap } from '../text/tree.ts';
import { flatMap, known, only, union, unknown, type Possible, type Value } from './value.ts';
import {
  ONE_ELEMENT,
  SAME_ELEMENTS,
  concatenated,
  elementAt,
  filtered,
  flattened,
  joinedText,
  mapped,
  rearranged,
} from './evaluate-list.ts';

const TEXT_METHODS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['toLowerCase', (text: string) => text.toLowerCase()],
  ['toUpperCase', (text: string) => text.toUpperCase()],
  ['trim', (text: string) => text.trim()],
  ['toString', (text: string) => text],
  ['valueOf', (text: string) => text],
]);

/** Lists of their own: what is done to one is not done to the list that it is made of. */
const NEW_LISTS = new Set(['slice', 'toReversed', 'toSorted', 'toSpliced', 'splice', 'filter']);

function madeAt(scene: Scene, node: TSESTree.CallExpression, value: Value): Value {
  return value.kind === 'array' ? { ...value, place: placeOf(scene.module, node) } : value;
}

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
  const answer = union(
    unknown(...object.gaps),
    ...answers.map((each) => each ?? gap(scene, node, `is what ${method} answers`)),
  );
  return NEW_LISTS.has(method) ? flatMap(answer, (value) => known(madeAt(scene, node, value))) : answer;
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
