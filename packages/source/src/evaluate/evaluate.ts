import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { withChanges } from './changed.ts';
import { classOf } from './evaluate-class.ts';
import { evaluateCall, evaluateNew, moduleAskedFor } from './evaluate-call.ts';
import { calleeMadeAt } from '../declare/declared.ts';
import { functionMadeAt } from './evaluate-function.ts';
import { memberExpressionOf } from './evaluate-member.ts';
import { arrayOf, objectOf } from './evaluate-literal.ts';
import { superOf, thisOf } from './evaluate-this.ts';
import { typeOf } from './evaluate-type.ts';
import { evaluateVariable } from './evaluate-variable.ts';
import { gapAt } from '../text/gap.ts';
import { narrowed } from './narrow.ts';
import { isReadEarly, isVar } from '../text/order.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { reaching } from './reaching.ts';
import { isRewritten } from './refine.ts';
import { memoOf, type Session } from '../session.ts';
import { variableOf } from '../text/tree.ts';
import { flatMap, known, union, unknown, type Possible, type PrimitiveValue } from './value.ts';
import { assignmentOf, computedOf, conditionalOf, logicalOf, unaryOf } from './evaluate-operator.ts';
import { sumOf, templateOf } from './evaluate-text.ts';

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
    const possible = withChanges(scene, evaluateNode(scene, node));
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
      return callOf(scene, node);
    case AST_NODE_TYPES.NewExpression:
      return evaluateNew(scene, node);
    case AST_NODE_TYPES.AwaitExpression:
      return flatMap(evaluate(scene, node.argument), (value) => (value.kind === 'promise' ? value.of : known(value)));
    case AST_NODE_TYPES.ImportExpression:
      return known({ kind: 'promise', of: moduleAskedFor(scene, node.source) });
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
      return known(functionMadeAt(scene, node));
    case AST_NODE_TYPES.ClassExpression:
    case AST_NODE_TYPES.ClassDeclaration:
      return known(classOf(scene, node));
    case AST_NODE_TYPES.ThisExpression:
      return thisOf(scene, node);
    case AST_NODE_TYPES.Super:
      return superOf(scene, node);
    case AST_NODE_TYPES.MetaProperty:
      return known({ kind: 'builtin', name: 'import.meta' });
    default:
      return gap(scene, node, 'is an expression that only the running program can answer');
  }
}

/** What a declaration says of a function that a call makes, or what the call answers. */
function callOf(scene: Scene, node: TSESTree.CallExpression): Possible {
  const declared = calleeMadeAt(scene, node);
  return declared === null ? evaluateCall(scene, node) : known(declared);
}

function identifierOf(scene: Scene, node: TSESTree.Identifier): Possible {
  const variable = variableOf(scene.module, node);
  if (variable != null) {
    const isWritten = isRewritten(variable);
    const written = isWritten && !scene.session.narrow ? reaching(scene, node, variable) : null;
    const possible = written ?? scene.bound?.get(variable) ?? soFar(scene, variable, node);
    return isWritten || scene.session.narrow ? possible : narrowed(scene, node, variable, possible);
  }
  if (node.name === 'undefined') return known(primitive(scene, node, undefined));
  if (node.name === 'exports') return known({ kind: 'module', file: scene.module.file });
  return known({ kind: 'builtin', name: node.name });
}

/** What a variable can be where it is read: before its declaration has run a `var` is undefined, and any other one throws. */
function soFar(scene: Scene, variable: Variable, node: Node): Possible {
  const possible = evaluateVariable(scene, variable, node);
  const declarator = variable.defs[0]?.node;
  if (scene.session.narrow || declarator?.type !== AST_NODE_TYPES.VariableDeclarator || declarator.init === null)
    return possible;
  if (!isReadEarly(scene.module, declarator, node)) return possible;
  return isVar(scene.module, declarator)
    ? union(possible, known(primitive(scene, node, undefined)))
    : gap(scene, node, `is ${variable.name}, which is read before it is written`);
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
