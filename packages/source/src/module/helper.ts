import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { copyLoopOf, propertyOf } from './copy-loop.ts';
import { helperNamed } from './helper-names.ts';
import type { Module, Node } from '../text/parse.ts';
import { isExportsName } from './exports-name.ts';
import { isSpoken, originOf } from './helper-origin.ts';
import { returned } from './returned.ts';
import { isDefinedAs, nodesBelow, plainKey, unwrap, variableOf } from '../text/tree.ts';

/** What a helper acts on: an argument, by its index; the module's own exports; every argument but the first. */
type Part = number | 'exports' | 'rest';

/** What a call of a helper does. */
export type Effect =
  /** Every property of one is given to the other; with `getters`, as a function that answers it. */
  | { readonly kind: 'copies'; readonly from: Part; readonly to: Part }
  | { readonly kind: 'getters'; readonly from: Part; readonly to: Part }
  /** One property of one, `key`, is given to the other under `name`. */
  | { readonly kind: 'names'; readonly from: number; readonly key: number; readonly to: Part; readonly name: number };

/** A function that a compiler wrote. Minifiers rename it: it is told by what it does, and by its name only where it is imported. */
export interface Helper {
  readonly effects: readonly Effect[];
  /** The argument that it hands back, itself or a copy. */
  readonly answers: number | null;
  /** Whether what it hands back has `default`, whatever module it is. */
  readonly wraps: boolean;
}

const summaries = new WeakMap<Node, Helper | { readonly helper: null }>();

/** The helper that a callee is; null for any other function. */
export function helperOf(module: Module, callee: Node): Helper | null {
  const target = unwrap(callee);
  if (target.type === AST_NODE_TYPES.SequenceExpression)
    return helperOf(module, target.expressions.at(-1) ?? target.expressions[0] ?? callee);
  if (target.type === AST_NODE_TYPES.MemberExpression) return helperOfMember(module, target);
  if (target.type !== AST_NODE_TYPES.Identifier) return null;
  const variable = variableOf(module, target);
  if (variable == null) return helperNamed(target.name);
  const { name, made } = originOf(variable);
  if (made === null) return helperNamed(name);
  return summaryOf(module, made) ?? (isSpoken(module, made, name, target.name) ? helperNamed(name) : null);
}

/** Whether a function is one: what it does is done by its calls. */
export function isHelper(module: Module, owner: Node): boolean {
  switch (owner.type) {
    case AST_NODE_TYPES.ArrowFunctionExpression:
    case AST_NODE_TYPES.FunctionExpression:
    case AST_NODE_TYPES.FunctionDeclaration:
      return summaryOf(module, owner) !== null;
    default:
      return false;
  }
}

/** `tslib_1.__importStar`, `_interop_require_default._` */
function helperOfMember(module: Module, { object, property, computed }: TSESTree.MemberExpression): Helper | null {
  const key = plainKey(property, computed);
  if (key === null || object.type !== AST_NODE_TYPES.Identifier) return null;
  if (key !== '_' && key !== 'default') return helperNamed(key);
  const variable = variableOf(module, object);
  return variable == null ? null : helperNamed(originOf(variable).name);
}

/** A larger function is no helper. */
const MOST_NODES = 600;

function summaryOf(module: Module, made: Node): Helper | null {
  const done = summaries.get(made);
  if (done !== undefined) return 'helper' in done ? null : done;
  // While it is worked out it is none: helpers may call each other.
  summaries.set(made, { helper: null });
  const helper = summarise(module, made);
  if (helper !== null) summaries.set(made, helper);
  return helper;
}

type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration;

function summarise(module: Module, made: Node): Helper | null {
  const owner = made.type === AST_NODE_TYPES.ConditionalExpression ? unwrap(made.consequent) : made;
  if (
    owner.type !== AST_NODE_TYPES.ArrowFunctionExpression &&
    owner.type !== AST_NODE_TYPES.FunctionExpression &&
    owner.type !== AST_NODE_TYPES.FunctionDeclaration
  )
    return null;
  const text = module.text.slice(owner.range[0] - module.shift, owner.range[1] - module.shift);
  if (owner.params.length === 0 || text.length > MOST_NODES * 10) return null;
  if (!/\bin\b|\bof\b|forEach|exports|__esModule|\(/.test(text)) return null;
  const nodes = nodesBelow(owner.body);
  if (nodes.length > MOST_NODES) return null;
  const part = (node: Node): Part | null => partOf(module, owner, node);
  if (text.includes('__esModule')) {
    const wraps = nodes.some((node) => readsMark(part, node));
    // `(m) => (m.__esModule ? m.default : m)` hands back no module.
    const answer = returned(owner);
    if (answer?.type === AST_NODE_TYPES.ConditionalExpression && isDefault(answer.consequent)) return null;
    if (wraps || nodes.some(marks)) return { effects: [], answers: 0, wraps };
  }
  const effects = nodes.flatMap((node) => effectsOf(module, part, node));
  return effects.length === 0 ? null : { effects, answers: answerOf(part, owner, nodes), wraps: false };
}

/** `module.__esModule` */
function readsMark(part: (node: Node) => Part | null, node: Node): boolean {
  if (node.type !== AST_NODE_TYPES.MemberExpression || typeof part(node.object) !== 'number') return false;
  return plainKey(node.property, node.computed) === '__esModule';
}

/** `defineProperty({}, '__esModule', { value: true })` */
function marks(node: Node): boolean {
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  const [target, name] = node.arguments;
  if (target?.type !== AST_NODE_TYPES.ObjectExpression || name?.type !== AST_NODE_TYPES.Literal) return false;
  return name.value === '__esModule';
}

function isDefault(node: Node): boolean {
  return node.type === AST_NODE_TYPES.MemberExpression && plainKey(node.property, node.computed) === 'default';
}

function effectsOf(module: Module, part: (node: Node) => Part | null, node: Node): readonly Effect[] {
  const loop = copyLoopOf(module, node);
  if (loop !== null) {
    const from = part(loop.from);
    const to = part(loop.to);
    return from === null || to === null || from === to ? [] : [{ kind: loop.kind, from, to }];
  }
  if (node.type !== AST_NODE_TYPES.CallExpression) return [];
  const named = namedOf(part, node);
  if (named !== null) return [named];
  const inner = node.callee.type === AST_NODE_TYPES.Identifier ? helperOf(module, node.callee) : null;
  const through = (of: Part): Part | null => {
    const argument = typeof of === 'number' ? node.arguments[of] : undefined;
    return typeof of !== 'number' ? of : argument === undefined ? null : part(argument);
  };
  return (inner?.effects ?? []).flatMap((effect): readonly Effect[] => {
    const from = through(effect.from);
    const to = through(effect.to);
    return effect.kind === 'names' || from === null || to === null ? [] : [{ kind: effect.kind, from, to }];
  });
}

/** `Object.defineProperty(exports, name, { get: () => from[key] })` */
function namedOf(part: (node: Node) => Part | null, { arguments: given }: TSESTree.CallExpression): Effect | null {
  const [first, second, third] = given;
  if (first === undefined || second === undefined || third?.type !== AST_NODE_TYPES.ObjectExpression) return null;
  const getter = propertyOf(third, 'get');
  const answer = getter === null ? null : returned(getter);
  if (answer?.type !== AST_NODE_TYPES.MemberExpression || !answer.computed) return null;
  const [to, name, from, key] = [part(first), part(second), part(answer.object), part(answer.property)];
  if (to === null || typeof name !== 'number' || typeof from !== 'number' || typeof key !== 'number') return null;
  return { kind: 'names', from, key, to, name };
}

function partOf(module: Module, owner: FunctionNode, node: Node): Part | null {
  const target = unwrap(node);
  if (isExportsName(module, target)) return 'exports';
  if (target.type === AST_NODE_TYPES.Identifier) {
    const variable = variableOf(module, target);
    const [definition] = variable?.defs ?? [];
    if (variable == null || definition === undefined) return null;
    if (isDefinedAs(definition, 'Parameter')) {
      const index = owner.params.findIndex((param) => param === definition.name);
      return index === -1 ? null : index;
    }
    const written = variable.references.flatMap((reference) => reference.writeExpr ?? []);
    return written.some(isOfArguments) ? 'rest' : null;
  }
  return isOfArguments(target) ? 'rest' : null;
}

function isOfArguments(node: Node): boolean {
  return nodesBelow(node).some((each) => each.type === AST_NODE_TYPES.Identifier && each.name === 'arguments');
}

function answerOf(part: (node: Node) => Part | null, owner: FunctionNode, nodes: readonly Node[]): number | null {
  const last = nodes.findLast((node) => node.type === AST_NODE_TYPES.ReturnStatement);
  const answer = returned(owner) ?? last?.argument ?? null;
  const found = answer === null ? null : part(answer);
  return typeof found === 'number' ? found : null;
}
