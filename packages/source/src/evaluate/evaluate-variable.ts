import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { withChangesThrough } from './changed.ts';
import { declaredCallee } from '../declare/declared.ts';
import { withDefinitions } from '../module/defined-on.ts';
import { classOf } from './evaluate-class.ts';
import { functionMadeAt } from './evaluate-function.ts';
import { builtEnum, enumMember, enumOf } from './enums.ts';
import { gap, primitive, type Scene } from './evaluate.ts';
import { recordOf } from './evaluate-literal.ts';
import { evaluateParameter } from './evaluate-parameter.ts';
import { typeOf } from './evaluate-type.ts';
import { typeOfDefinitions } from './type-definition.ts';
import { gapAt } from '../text/gap.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { bindingOf, holds } from './pattern.ts';
import { doNotKeep, memoOf } from '../session.ts';
import { isDefinedAs, parentOf, topVariable } from '../text/tree.ts';
import { flatMap, known, union, unknown, type Possible } from './value.ts';
import { namesWritten, sourceOf, withoutPlaceholder, written } from './written.ts';
import { imported, importedEquals } from './evaluate-import.ts';

/** What a variable can be, wherever it is read. `at` is where it is asked. */
export function evaluateVariable(scene: Scene, variable: Variable, at: Node): Possible {
  const { session } = scene;
  // What depends on a call's arguments is another thing at the next call.
  const memo = scene.bound === undefined ? memoOf(session) : undefined;
  const done = memo?.get(variable);
  if (done !== undefined) return done;
  if (session.active.has(variable)) {
    doNotKeep(session);
    return gap(scene, at, `is made from itself (${variable.name})`);
  }
  session.active.add(variable);
  try {
    const made = valueOfVariable(scene, variable, at);
    const define = withDefinitions(scene, variable);
    const possible = withChangesThrough(
      scene,
      variable,
      flatMap(made, (value) => known(define(value))),
    );
    memo?.set(variable, possible);
    return possible;
  } finally {
    session.active.delete(variable);
  }
}

function valueOfVariable(scene: Scene, variable: Variable, at: Node): Possible {
  if (topVariable(scene.module, variable.name) === variable) {
    const declared = declaredCallee(scene.session, scene.module.file, variable.name);
    if (declared !== null) return known(declared);
  }
  const definitions = variable.defs.filter((definition) => !isDefinedAs(definition, 'Type'));
  const enums = definitions.flatMap(({ node }) => (node.type === AST_NODE_TYPES.TSEnumDeclaration ? node : []));
  if (enums.length > 1) return enumOf(scene, enums);
  const [definition] = definitions.filter((each) => each.node.type !== AST_NODE_TYPES.TSDeclareFunction);
  if (definition !== undefined) return valueOfDefinition(scene, variable, definition, at);
  const [type] = variable.defs;
  return type === undefined
    ? gap(scene, at, 'is defined nowhere')
    : known({ kind: 'type', of: typeOfDefinitions(scene, variable) });
}

function valueOfDefinition(scene: Scene, variable: Variable, definition: Definition, at: Node): Possible {
  const { node } = definition;
  switch (node.type) {
    case AST_NODE_TYPES.VariableDeclarator:
      return assigned(scene, variable, node);
    case AST_NODE_TYPES.ImportSpecifier:
    case AST_NODE_TYPES.ImportDefaultSpecifier:
    case AST_NODE_TYPES.ImportNamespaceSpecifier:
      return imported(scene, definition, node);
    case AST_NODE_TYPES.TSImportEqualsDeclaration:
      return importedEquals(scene, node);
    case AST_NODE_TYPES.FunctionDeclaration:
    case AST_NODE_TYPES.FunctionExpression:
    case AST_NODE_TYPES.ArrowFunctionExpression:
    case AST_NODE_TYPES.TSEmptyBodyFunctionExpression:
      return isDefinedAs(definition, 'Parameter')
        ? evaluateParameter(scene, variable, definition.name, node)
        : union(known(functionMadeAt(scene, node)), ...writesOf(scene, variable));
    case AST_NODE_TYPES.ClassDeclaration:
    case AST_NODE_TYPES.ClassExpression:
      return known(classOf(scene, node));
    case AST_NODE_TYPES.TSEnumDeclaration:
      return enumOf(scene, [node]);
    case AST_NODE_TYPES.TSEnumMember:
      return enumMember(scene, node);
    case AST_NODE_TYPES.TSModuleDeclaration:
      return namespaceOf(scene, variable);
    default:
      return gap(scene, at, `is ${variable.name}, known only at run time`);
  }
}

function writesOf(scene: Scene, variable: Variable): readonly Possible[] {
  return variable.references
    .filter((reference) => reference.isWrite() && reference.init !== true)
    .map((reference) => written(scene, reference));
}

/** Everything that is ever written to a variable: the order of execution is not known. */
function assigned(scene: Scene, variable: Variable, declarator: TSESTree.VariableDeclarator): Possible {
  const built = builtEnum(scene, variable, declarator);
  if (built !== null) return built;
  const parts: Possible[] = [];
  for (const definition of variable.defs) {
    if (definition.node.type !== AST_NODE_TYPES.VariableDeclarator) continue;
    const source = sourceOf(scene, definition.node);
    if (source === null) {
      if (!isDeclared(scene, definition.node)) parts.push(known(primitive(scene, definition.node, undefined)));
      continue;
    }
    parts.push(bindingOf(scene, definition.node.id, definition.name, source) ?? unknown());
  }
  parts.push(...writesOf(scene, variable));
  const annotation = declarator.id.typeAnnotation?.typeAnnotation;
  const all = withoutPlaceholder(scene, variable, namesWritten(variable), union(unknown(), ...parts));
  if (annotation === undefined) {
    if (parts.length > 0) return all;
    return isDeclared(scene, declarator)
      ? gap(scene, declarator, 'is a variable that is only declared')
      : known(primitive(scene, declarator, undefined));
  }
  if (parts.length > 0 && all.gaps.length === 0) return widened(scene, all, annotation);
  const type = bindingOf(scene, declarator.id, variable.defs[0]?.name ?? declarator.id, typeOf(scene, annotation));
  // The compiler holds an annotated variable to its type: a closed one is complete.
  if (type === null || type.values.length === 0) {
    if (parts.length > 0) return widened(scene, all, annotation);
    // To answer with nothing at all would be taken for a complete list.
    return type !== null && type.gaps.length > 0 ? type : gap(scene, declarator, 'is a variable without a value');
  }
  return type.gaps.length === 0 ? type : union(all, type);
}

/** `declare const x`: something else gives it its value. */
function isDeclared(scene: Scene, declarator: TSESTree.VariableDeclarator): boolean {
  const declaration = parentOf(scene.module, declarator);
  return declaration?.type === AST_NODE_TYPES.VariableDeclaration && declaration.declare;
}

/** Notes an annotation behind which the compiler does not see the lines of an object. */
function widened(scene: Scene, possible: Possible, annotation: Node): Possible {
  const open =
    annotation.type === AST_NODE_TYPES.TSTypeReference ||
    annotation.type === AST_NODE_TYPES.TSMappedType ||
    (annotation.type === AST_NODE_TYPES.TSTypeLiteral &&
      annotation.members.some((member) => member.type === AST_NODE_TYPES.TSIndexSignature));
  if (!open || hasClosedKeys(scene, annotation)) return possible;
  const note = gapAt(placeOf(scene.module, annotation), 'has a type annotation that hides its lines; write `as const`');
  return flatMap(possible, (value) => known(value.kind === 'object' ? { ...value, widened: note } : value));
}

/** `Record<'a' | 'b', …>`: neither more lines nor fewer. */
function hasClosedKeys(scene: Scene, annotation: Node): boolean {
  if (annotation.type !== AST_NODE_TYPES.TSTypeReference) return false;
  const { typeName, typeArguments } = annotation;
  const keys = typeArguments?.params[0];
  if (typeName.type !== AST_NODE_TYPES.Identifier || typeName.name !== 'Record' || keys === undefined) return false;
  const { values, gaps } = typeOf(scene, keys);
  return values.length > 0 && gaps.length === 0;
}

/** What a namespace exports, in each of its parts. */
function namespaceOf(scene: Scene, variable: Variable): Possible {
  const lines: (readonly [string, Possible])[] = [];
  for (const { node } of variable.defs) {
    if (node.type !== AST_NODE_TYPES.TSModuleDeclaration) continue;
    if (node.body?.type !== AST_NODE_TYPES.TSModuleBlock)
      return gap(scene, node, 'is a namespace that is only declared');
    const own = variablesOfBlock(scene, node.body);
    for (const statement of node.body.body) {
      if (statement.type !== AST_NODE_TYPES.ExportNamedDeclaration) continue;
      for (const each of own)
        if (each.defs[0] !== undefined && holds(statement, each.defs[0].name))
          lines.push([each.name, evaluateVariable(scene, each, node)]);
    }
  }
  return known(recordOf(placeOf(scene.module, variable.defs[0]?.node ?? scene.module.tree), lines));
}

function variablesOfBlock(scene: Scene, block: Node): readonly Variable[] {
  return (
    scene.module.scopes.scopes.find((scope) => scope.block === block || scope.block === parentOf(scene.module, block))
      ?.variables ?? []
  );
}
