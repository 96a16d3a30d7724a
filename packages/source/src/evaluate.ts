import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { classOf, thisOf } from './evaluate-class.ts';
import { evaluateCall, evaluateNew } from './evaluate-call.ts';
import { functionOf } from './evaluate-function.ts';
import { arrayOf, objectOf } from './evaluate-literal.ts';
import { typeOf } from './evaluate-type.ts';
import { evaluateVariable } from './evaluate-variable.ts';
import { resolveModule } from './follow.ts';
import { gapAt } from './gap.ts';
import { elementsOf, memberOf } from './member.ts';
import { narrowed } from './narrow.ts';
import { placeOf, type Module, type Node } from './parse.ts';
import { reaching } from './reaching.ts';
import { memoOf, type Session } from './session.ts';
import { plainKey, variableOf } from './tree.ts';
import {
  combine,
  flatMap,
  known,
  only,
  union,
  unknown,
  type Possible,
  type PrimitiveValue,
  type Value,
} from './value.ts';

/** Where an expression is read: in which question, file, and with which parameters bound. */
export interface Scene {
  readonly session: Session;
  readonly module: Module;
  readonly bound?: ReadonlyMap<Variable, Possible>;
}

/** Deeper nesting is no table that a person wrote, and would end the stack. */
const DEEPEST = 300;

/** Functions that call functions may be worked out again and again: past this many steps one question ends. */
const MOST_STEPS = 50_000;

/** What an expression can be. Errors: none; what cannot be known is a gap. Nothing of the user's is run. */
export function evaluate(scene: Scene, node: Node): Possible {
  const { session } = scene;
  const memo = scene.bound === undefined ? memoOf(session) : undefined;
  const done = memo?.get(node);
  if (done !== undefined) return done;
  if (session.depth >= DEEPEST) return gap(scene, node, 'is nested too deeply');
  if (memo === undefined && session.steps++ > MOST_STEPS) return gap(scene, node, 'takes too long to work out');
  session.depth++;
  try {
    const possible = evaluateNode(scene, node);
    memo?.set(node, possible);
    return possible;
  } finally {
    session.depth--;
  }
}

export function gap(scene: Scene, node: Node, reason: string): Possible {
  return unknown(gapAt(placeOf(scene.module, node), reason));
}

export function primitive(scene: Scene, node: Node, value: PrimitiveValue['value']): PrimitiveValue {
  return { kind: 'primitive', value, place: placeOf(scene.module, node), node };
}

function evaluateNode(scene: Scene, node: Node): Possible {
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      if ('regex' in node) return gap(scene, node, 'is a regular expression');
      return known(primitive(scene, node, 'bigint' in node ? BigInt(node.bigint) : node.value));
    case AST_NODE_TYPES.TemplateLiteral:
      return templateOf(scene, node, node.quasis, node.expressions);
    case AST_NODE_TYPES.Identifier:
      return identifierOf(scene, node);
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSTypeAssertion:
      return castOf(scene, node);
    case AST_NODE_TYPES.TSInstantiationExpression:
      return instantiationOf(scene, node);
    case AST_NODE_TYPES.TSSatisfiesExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.ChainExpression:
      return evaluate(scene, node.expression);
    case AST_NODE_TYPES.MemberExpression:
      return memberExpressionOf(scene, node);
    case AST_NODE_TYPES.CallExpression:
      return evaluateCall(scene, node);
    case AST_NODE_TYPES.NewExpression:
      return evaluateNew(scene, node);
    case AST_NODE_TYPES.AwaitExpression:
      return flatMap(evaluate(scene, node.argument), (value) => (value.kind === 'promise' ? value.of : known(value)));
    case AST_NODE_TYPES.ImportExpression:
      return importOf(scene, node);
    case AST_NODE_TYPES.ConditionalExpression:
      return conditionalOf(scene, node);
    case AST_NODE_TYPES.LogicalExpression:
      return logicalOf(scene, node);
    case AST_NODE_TYPES.AssignmentExpression:
      return assignmentOf(scene, node);
    case AST_NODE_TYPES.SequenceExpression:
      return evaluate(scene, node.expressions.at(-1) ?? node);
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === '+' ? sumOf(scene, node) : computedOf(scene, node);
    case AST_NODE_TYPES.UnaryExpression:
      return unaryOf(scene, node);
    case AST_NODE_TYPES.ObjectExpression:
      return objectOf(scene, node);
    case AST_NODE_TYPES.ArrayExpression:
      return arrayOf(scene, node);
    case AST_NODE_TYPES.ArrowFunctionExpression:
    case AST_NODE_TYPES.FunctionExpression:
    case AST_NODE_TYPES.FunctionDeclaration:
    case AST_NODE_TYPES.TSDeclareFunction:
    case AST_NODE_TYPES.TSEmptyBodyFunctionExpression:
      return known(functionOf(scene, node));
    case AST_NODE_TYPES.ClassExpression:
    case AST_NODE_TYPES.ClassDeclaration:
      return known(classOf(scene, node));
    case AST_NODE_TYPES.ThisExpression:
      return thisOf(scene, node);
    case AST_NODE_TYPES.MetaProperty:
      return known({ kind: 'builtin', name: 'import.meta' });
    default:
      return gap(scene, node, 'is an expression that only the running program can answer');
  }
}

function identifierOf(scene: Scene, node: TSESTree.Identifier): Possible {
  const variable = variableOf(scene.module, node);
  if (variable != null) {
    const written = scene.session.narrow ? null : reaching(scene, node, variable);
    const possible = written ?? scene.bound?.get(variable) ?? evaluateVariable(scene, variable, node);
    return narrowed(scene, node, variable, possible);
  }
  if (node.name === 'undefined') return known(primitive(scene, node, undefined));
  if (node.name === 'exports') return known({ kind: 'module', file: scene.module.file });
  return known({ kind: 'builtin', name: node.name });
}

function castOf(scene: Scene, node: TSESTree.TSAsExpression | TSESTree.TSTypeAssertion): Possible {
  const inner = evaluate(scene, node.expression);
  // A cast proves nothing, but it says what the author expects: those values are judged too.
  const open = inner.gaps.length > 0 || inner.values.some((value) => value.kind === 'builtin');
  return !open ? inner : union(inner, unknownType(typeOf(scene, node.typeAnnotation)));
}

function unknownType(type: Possible): Possible {
  return { values: type.values, gaps: [] };
}

function instantiationOf(scene: Scene, node: TSESTree.TSInstantiationExpression): Possible {
  const [argument] = node.typeArguments.params;
  const inner = evaluate(scene, node.expression);
  if (argument === undefined) return inner;
  return flatMap(inner, (value) =>
    known(value.kind === 'callee' ? { ...value, erased: typeOf(scene, argument) } : value),
  );
}

function memberExpressionOf(scene: Scene, node: TSESTree.MemberExpression): Possible {
  const object = evaluate(scene, node.object);
  const place = placeOf(scene.module, node.property);
  const key = plainKey(node.property, node.computed);
  if (key !== null) return flatMap(object, (value) => memberOf(scene, value, key, place));
  const keys = evaluate(scene, node.property);
  const parts = [unknown(...object.gaps)];
  for (const value of object.values) {
    // An unknown key takes any of the values: each of them is judged.
    if (keys.gaps.length > 0 || keys.values.length === 0) parts.push(anyOf(scene, value, node));
    else parts.push(...keys.values.map((each) => keyed(scene, value, each, node)));
  }
  return union(...parts);
}

function keyed(scene: Scene, object: Value, key: Value, node: TSESTree.MemberExpression): Possible {
  if (key.kind !== 'primitive') return anyOf(scene, object, node);
  return memberOf(scene, object, String(key.value), placeOf(scene.module, node.property));
}

function anyOf(scene: Scene, object: Value, node: TSESTree.MemberExpression): Possible {
  const place = placeOf(scene.module, node.property);
  const elements = elementsOf(scene, object, place);
  if (elements === null) return gap(scene, node, 'is looked up with a key that is not known');
  // What is not there is undefined.
  return union(elements, known(primitive(scene, node, undefined)));
}

function importOf(scene: Scene, node: TSESTree.ImportExpression): Possible {
  const specifiers = evaluate(scene, node.source);
  const modules = flatMap(specifiers, (specifier) =>
    specifier.kind === 'primitive' && typeof specifier.value === 'string'
      ? resolveModule(scene, specifier.value, placeOf(scene.module, node.source))
      : gap(scene, node, 'imports what is not a string'),
  );
  return known({ kind: 'promise', of: modules });
}

function logicalOf(scene: Scene, node: TSESTree.LogicalExpression): Possible {
  const left = evaluate(scene, node.left);
  if (node.operator === '&&') return conjunctionOf(scene, node, left);
  const passes = node.operator === '??' ? isNullish : isFalsy;
  const kept = left.values.filter((value) => !passes(value));
  const sure = left.gaps.length === 0 && kept.length > 0 && !kept.some((value) => value.kind === 'builtin');
  if (sure && kept.length === left.values.length) return left;
  return union({ values: kept, gaps: left.gaps }, evaluate(scene, node.right));
}

/** What is falsy on the left, if anything can be, and what stands on the right, if that can be reached. */
function conjunctionOf(scene: Scene, node: TSESTree.LogicalExpression, left: Possible): Possible {
  const isOpen = left.gaps.length > 0 || left.values.some((value) => value.kind === 'builtin');
  const falsy = left.values.filter(isFalsy);
  if (!isOpen && falsy.length === left.values.length && falsy.length > 0) return { values: falsy, gaps: [] };
  // Some falsy value: nobody hands one to a router.
  const other = isOpen ? [primitive(scene, node.left, undefined)] : [];
  return union({ values: [...falsy, ...other], gaps: [] }, evaluate(scene, node.right));
}

function conditionalOf(scene: Scene, node: TSESTree.ConditionalExpression): Possible {
  const test = scene.session.narrow ? undefined : only(evaluate(scene, node.test));
  if (test?.kind === 'primitive') return evaluate(scene, test.value ? node.consequent : node.alternate);
  return union(evaluate(scene, node.consequent), evaluate(scene, node.alternate));
}

function assignmentOf(scene: Scene, node: TSESTree.AssignmentExpression): Possible {
  const right = evaluate(scene, node.right);
  if (node.operator === '=') return right;
  if (!['??=', '||=', '&&='].includes(node.operator)) return gap(scene, node, `is changed with ${node.operator}`);
  const left = evaluate(scene, node.left);
  const passes = node.operator === '??=' ? isNullish : node.operator === '||=' ? isFalsy : (): boolean => false;
  return union({ ...left, values: left.values.filter((value) => !passes(value)) }, right);
}

/** A comparison or a difference of what is known. */
function computedOf(scene: Scene, node: TSESTree.BinaryExpression): Possible {
  const [left, right] = [node.left, node.right].map((side) => only(evaluate(scene, side)));
  const unsure = () => gap(scene, node, `is computed with ${node.operator}`);
  if (left?.kind !== 'primitive' || right?.kind !== 'primitive') return unsure();
  switch (node.operator) {
    case '===':
      return known(primitive(scene, node, left.value === right.value));
    case '!==':
      return known(primitive(scene, node, left.value !== right.value));
    case '-':
      return typeof left.value === 'number' && typeof right.value === 'number'
        ? known(primitive(scene, node, left.value - right.value))
        : unsure();
    default:
      return unsure();
  }
}

function isNullish(value: Value): boolean {
  return value.kind === 'primitive' && value.value == null;
}

function isFalsy(value: Value): boolean {
  return value.kind === 'primitive' && !value.value;
}

function unaryOf(scene: Scene, node: TSESTree.UnaryExpression): Possible {
  if (node.operator === 'void') return known(primitive(scene, node, undefined));
  if (node.operator === '!') {
    return flatMap(evaluate(scene, node.argument), (value) => {
      if (value.kind === 'builtin') return known(primitive(scene, node, true), primitive(scene, node, false));
      return known(primitive(scene, node, value.kind === 'primitive' && !value.value));
    });
  }
  if (node.operator === '-' || node.operator === '+') {
    return flatMap(evaluate(scene, node.argument), (value) => {
      if (value.kind !== 'primitive' || typeof value.value === 'bigint') return gap(scene, node, 'is computed');
      const number = Number(value.value);
      return known(primitive(scene, node, node.operator === '-' ? -number : number));
    });
  }
  return gap(scene, node, `is computed with ${node.operator}`);
}

/** A template's text, of a value or of a type. */
export function templateOf(
  scene: Scene,
  node: Node,
  quasis: readonly TSESTree.TemplateElement[],
  parts: readonly Node[],
  read: (scene: Scene, node: Node) => Possible = evaluate,
): Possible {
  let text: Possible = known(primitive(scene, node, quasis[0]?.value.cooked ?? ''));
  parts.forEach((part, index) => {
    const tail = primitive(scene, node, quasis[index + 1]?.value.cooked ?? '');
    text = joined(scene, node, joined(scene, node, text, read(scene, part), true), known(tail), true);
  });
  return text;
}

/** `a + b + c`, without a stack of calls for a long chain. */
function sumOf(scene: Scene, node: TSESTree.BinaryExpression): Possible {
  const terms: Node[] = [];
  let left: Node = node;
  while (left.type === AST_NODE_TYPES.BinaryExpression && left.operator === '+') {
    terms.push(left.right);
    left = left.left;
  }
  let sum = evaluate(scene, left);
  for (const term of terms.reverse()) sum = joined(scene, node, sum, evaluate(scene, term), false);
  return sum;
}

function joined(scene: Scene, node: Node, left: Possible, right: Possible, asText: boolean): Possible {
  const tooMany = () => gapAt(placeOf(scene.module, node), 'has more than 1,000 possible values');
  return combine(left, right, tooMany, (one, other) => {
    if (one.kind !== 'primitive' || other.kind !== 'primitive') return gap(scene, node, reasonOfPart(one, other));
    if (!asText && typeof one.value === 'number' && typeof other.value === 'number')
      return known(primitive(scene, node, one.value + other.value));
    if (!asText && typeof one.value !== 'string' && typeof other.value !== 'string')
      return gap(scene, node, 'adds what is not text');
    return known(primitive(scene, node, `${String(one.value)}${String(other.value)}`));
  });
}

function reasonOfPart(one: Value, other: Value): string {
  const part = one.kind === 'primitive' ? other : one;
  return part.kind === 'builtin' ? `contains ${part.name}, known only at run time` : 'contains what is not text';
}
