import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { filledObject } from './enums.ts';
import { recordOf } from './evaluate-literal.ts';
import { methodOf } from './evaluate-method.ts';
import { evaluate, gap, type Scene } from './evaluate.ts';
import { instanceOfItself } from './evaluate-this.ts';
import { applied, isFunction } from './evaluate-function.ts';
import { typeOf } from './evaluate-type.ts';
import { resolveModule, wholeOf } from '../module/follow.ts';
import { interopAnswer } from '../module/interop.ts';
import { elementsOf, keysOf, memberOf } from './member.ts';
import { sureElements, sureKeys } from './membership.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { readRouter } from '../router/read-table.ts';
import { assigned, fromEntries } from './made-objects.ts';
import { specifierOf } from '../module/specifier.ts';
import { calledName, plainKey, unwrap } from '../text/tree.ts';
import { flatMap, known, only, shuffledList, unknown, type ArrayValue, type Possible, type Value } from './value.ts';

const UNCHANGED = new Set(['Object.freeze', 'Object.seal', 'Object.preventExtensions', 'structuredClone']);

/** What a call answers, for the few functions whose answer the text tells. */
export function evaluateCall(scene: Scene, node: TSESTree.CallExpression): Possible {
  const interop = interopAnswer(scene, node);
  if (interop !== null) return interop;
  const callee = unwrap(node.callee);
  const actual = actualModule(scene, node);
  if (actual !== null) return actual;
  const filled = filledObject(scene, node);
  if (filled !== null) return filled;
  if (callee.type === AST_NODE_TYPES.MemberExpression) {
    const answer = methodOf(scene, node, callee);
    if (answer !== null) return answer;
  }
  return flatMap(evaluate(scene, node.callee), (value) => answerOf(scene, node, value));
}

/** `jest.requireActual('./router')`, `vi.importActual('./router')`: the module behind its mock. */
function actualModule(scene: Scene, node: TSESTree.CallExpression): Possible | null {
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  if (callee.type !== AST_NODE_TYPES.MemberExpression || callee.object.type !== AST_NODE_TYPES.Identifier) return null;
  const method = plainKey(callee.property, callee.computed);
  if (first === undefined || !/^(?:jest|vi|vitest)$/.test(callee.object.name)) return null;
  if (method === 'requireActual') return moduleAskedFor(scene, first);
  return method === 'importActual' ? known({ kind: 'promise', of: moduleAskedFor(scene, first) }) : null;
}

/** The module that an expression names. */
export function moduleAskedFor(scene: Scene, node: Node): Possible {
  return flatMap(specifierOf(scene, node), (each) =>
    each.kind === 'primitive' && typeof each.value === 'string'
      ? resolveModule(scene, each.value, placeOf(scene.module, node))
      : gap(scene, node, 'names a module that the text does not show'),
  );
}

function answerOf(scene: Scene, node: TSESTree.CallExpression, callee: Value): Possible {
  switch (callee.kind) {
    case 'builtin':
      return builtinAnswer(scene, node, callee.name);
    case 'function':
      return functionAnswer(scene, node, callee);
    case 'module': {
      const whole = wholeOf(scene.session, callee.file);
      return whole === null ? unanswered(scene, node) : flatMap(whole, (value) => answerOf(scene, node, value));
    }
    case 'callee':
      return gap(scene, node, 'is what a router answers');
    default:
      return unanswered(scene, node);
  }
}

function functionAnswer(
  scene: Scene,
  node: TSESTree.CallExpression,
  callee: Extract<Value, { kind: 'function' }>,
): Possible {
  const values = node.arguments.map((argument) => evaluate(scene, argument));
  if (callee.returns !== null && !node.arguments.some((argument) => argument.type === AST_NODE_TYPES.SpreadElement))
    return values[callee.returns] ?? unknown();
  // A function of one expression in the same file hides nothing.
  if (callee.node !== undefined && callee.module === scene.module) {
    const answer = applied(scene, callee.node, values);
    const declared = answer === null || answer.gaps.length > 0 ? returnTypeOf(scene, callee.node) : null;
    if (declared?.gaps.length === 0 && declared.values.length > 0) return declared;
    if (answer !== null) return answer;
  }
  return unanswered(scene, node);
}

/** What a function's own declaration says that it answers. */
function returnTypeOf(scene: Scene, node: Node): Possible | null {
  const type = isFunction(node) ? node.returnType?.typeAnnotation : undefined;
  return type === undefined || type.type === AST_NODE_TYPES.TSTypePredicate ? null : typeOf(scene, type);
}

function builtinAnswer(scene: Scene, node: TSESTree.CallExpression, name: string): Possible {
  const [first, second] = node.arguments;
  if (name === 'defineRouter') return known({ kind: 'router', router: readRouter(scene, node, first) });
  // `defineRouter.call(void 0, {…})`
  if (name === 'defineRouter.call') return known({ kind: 'router', router: readRouter(scene, node, second) });
  if (/^node:module\.(?:default\.)?createRequire$/.test(name)) return known({ kind: 'builtin', name: 'require' });
  if (first === undefined) return unanswered(scene, node);
  const value = evaluate(scene, first);
  const place = placeOf(scene.module, first);
  const over = (read: (value: Value) => Value | null) =>
    flatMap(value, (each) => {
      const made = read(each);
      return made === null ? gap(scene, node, 'goes over what is not known') : known(made);
    });
  if (UNCHANGED.has(name)) return value;
  switch (name) {
    case 'require':
    case 'module.require':
      return moduleAskedFor(scene, first);
    case 'Promise.resolve':
      return known({ kind: 'promise', of: value });
    case 'String':
      return flatMap(value, (each) =>
        each.kind === 'primitive'
          ? known({ ...each, value: String(each.value) })
          : gap(scene, node, 'is what String makes'),
      );
    case 'Object.assign':
      return known(assigned(scene, node));
    case 'Object.create':
      return isNull(value) && node.arguments.length === 1
        ? known(recordOf(placeOf(scene.module, node), []))
        : unanswered(scene, node);
    case 'Object.keys':
    case 'Reflect.ownKeys':
      return over((each) => keysList(scene, node, each));
    case 'Object.values':
      return over((each) => elementsList(scene, node, each));
    case 'Object.entries':
      return entries(scene, node, value);
    case 'Object.fromEntries':
      return fromEntries(scene, node, value);
    case 'Array.from':
      if (node.arguments.length > 1) return unanswered(scene, node);
      return over((each) => elementsList(scene, node, each));
    case 'Array.of':
      return known({ kind: 'array', items: node.arguments.map((each) => evaluate(scene, each)), gaps: [], place });
    case 'Promise.all':
      return known({
        kind: 'promise',
        of: flatMap(value, (each) =>
          each.kind === 'array'
            ? known({
                ...each,
                sure: [],
                items: each.items.map((item) => flatMap(item, (one) => (one.kind === 'promise' ? one.of : known(one)))),
              })
            : gap(scene, node, 'goes over what is not known'),
        ),
      });
    default:
      return unanswered(scene, node);
  }
}

function isNull(possible: Possible): boolean {
  const value = only(possible);
  return value?.kind === 'primitive' && value.value === null;
}

/** The keys of an object, as a list. */
function keysList(scene: Scene, node: Node, value: Value): ArrayValue | null {
  const place = placeOf(scene.module, node);
  const keys = keysOf(scene, value, place);
  if (keys === null) return null;
  const there = new Set<unknown>(sureKeys(scene, value, place));
  const items = keys.values.map((key) => known(key));
  const sure = items.filter(({ values: [key] }) => key?.kind === 'primitive' && there.has(key.value));
  const list = { kind: 'array', items, gaps: keys.gaps, place } as const;
  return sure.length === items.length && keys.gaps.length === 0 ? list : shuffledList(list, items, sure);
}

/** The elements of a list or the values of an object's lines, as a list. */
function elementsList(scene: Scene, node: Node, value: Value): ArrayValue | null {
  const place = placeOf(scene.module, node);
  if (value.kind === 'array') return { ...value, place };
  const elements = elementsOf(scene, value, place);
  if (elements === null) return null;
  if (value.kind === 'object' && sureKeys(scene, value, place).length === value.items.length)
    return { kind: 'array', items: value.items.map((item) => item.value), gaps: [], place };
  const items = elements.values.map((element) => known(element));
  return shuffledList({ kind: 'array', items, gaps: elements.gaps, place }, items);
}

/** A list whose elements are these values, one each. */
export function list(scene: Scene, node: Node, items: Possible): Possible {
  return known({
    kind: 'array',
    items: items.values.map((value) => known(value)),
    gaps: items.gaps,
    place: placeOf(scene.module, node),
  });
}

function entries(scene: Scene, node: TSESTree.CallExpression, value: Possible): Possible {
  const place = placeOf(scene.module, node);
  return flatMap(value, (each) => {
    const keys = keysList(scene, node, each);
    if (keys === null) return gap(scene, node, 'goes over what is not known');
    const items = keys.items.map((key) =>
      known({
        kind: 'array',
        items: [
          key,
          flatMap(key, (one) =>
            one.kind === 'primitive' ? memberOf(scene, each, String(one.value), place) : unknown(),
          ),
        ],
        gaps: [],
        place,
      }),
    );
    return known({ ...keys, items, sure: [] });
  });
}

export function evaluateNew(scene: Scene, node: TSESTree.NewExpression): Possible {
  const [first] = node.arguments;
  const made = instanceOfItself(scene, node.callee);
  if (made !== null) return made;
  return flatMap(evaluate(scene, node.callee), (value) => {
    if (value.kind === 'class') return known(value.instance);
    if (value.kind === 'builtin' && value.name === 'Set' && first !== undefined)
      return flatMap(evaluate(scene, first), (each) => known(each.kind === 'array' ? distinct(each) : each));
    return gap(scene, node, 'is an object that is made at run time');
  });
}

/** What a `Set` makes of a list: each element once, where it is known which are the same. */
function distinct(list: ArrayValue): ArrayValue {
  const texts = list.items.map((item) => {
    const value = only(item);
    return value?.kind === 'primitive' ? value.value : undefined;
  });
  if (texts.includes(undefined))
    return list.items.length < 2 ? list : shuffledList(list, list.items, sureElements(list));
  return { ...list, items: list.items.filter((_, index) => texts.indexOf(texts[index]) === index) };
}

function unanswered(scene: Scene, node: TSESTree.CallExpression): Possible {
  const name = calledName(node);
  return gap(scene, node, `is what ${name ?? 'a function'} answers`);
}
