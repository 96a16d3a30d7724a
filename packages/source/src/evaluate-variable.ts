import type { Definition, Reference, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { declaredCallee } from './declared.ts';
import { classOf } from './evaluate-class.ts';
import { functionOf } from './evaluate-function.ts';
import { builtEnum, enumMember, enumOf } from './enums.ts';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { recordOf, withGap } from './evaluate-literal.ts';
import { evaluateParameter } from './evaluate-parameter.ts';
import { typeOf } from './evaluate-type.ts';
import { typeOfDefinitions } from './type-definition.ts';
import { exportOf, resolveModule } from './follow.ts';
import { gapAt } from './gap.ts';
import { elementsOf, keysOf, memberOf } from './member.ts';
import { nameOf } from './module-exports.ts';
import { mutationOf } from './mutation.ts';
import { placeOf, type Node } from './parse.ts';
import { bindingOf, holds } from './pattern.ts';
import { doNotKeep, memoOf } from './session.ts';
import { isDefinedAs, parentOf, plainKey, topVariable } from './tree.ts';
import { flatMap, known, union, unknown, type Possible, type Value } from './value.ts';

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
    const possible = withMutation(scene, variable, valueOfVariable(scene, variable, at));
    memo?.set(variable, possible);
    return possible;
  } finally {
    session.active.delete(variable);
  }
}

function withMutation(scene: Scene, variable: Variable, possible: Possible): Possible {
  if (!possible.values.some((value) => value.kind === 'object' || value.kind === 'array')) return possible;
  const mutation = mutationOf(scene.module, variable);
  if (mutation === null) return possible;
  const found = gap(scene, mutation, 'is changed after it was made');
  return flatMap(possible, (value) => known(withGap(value, found)));
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
        : union(known(functionOf(scene, node)), ...writesOf(scene, variable));
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
  const all = withoutPlaceholder(scene, variable, union(unknown(), ...parts));
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

/** `let task = '';` before what is written to it is no task, and what is added to a text leaves none as it was written. */
export function withoutPlaceholder({ module }: Scene, variable: Variable, possible: Possible): Possible {
  const writes = variable.references.filter((reference) => reference.isWrite() && reference.init !== true);
  if (writes.length === 0) return possible;
  const isGrown = writes.some(({ identifier }) => {
    const write = parentOf(module, identifier);
    return write?.type === AST_NODE_TYPES.AssignmentExpression && !SETS.has(write.operator);
  });
  const isKept = (value: Value): boolean => value.kind !== 'primitive' || (!isGrown && value.value !== '');
  return { ...possible, values: possible.values.filter(isKept) };
}

/** `declare const x`: something else gives it its value. */
function isDeclared(scene: Scene, declarator: TSESTree.VariableDeclarator): boolean {
  const declaration = parentOf(scene.module, declarator);
  return declaration?.type === AST_NODE_TYPES.VariableDeclaration && declaration.declare;
}

function sourceOf(scene: Scene, declarator: TSESTree.VariableDeclarator): Possible | null {
  if (declarator.init !== null) return evaluate(scene, declarator.init);
  const declaration = parentOf(scene.module, declarator);
  const loop = declaration === undefined ? undefined : parentOf(scene.module, declaration);
  if (loop?.type !== AST_NODE_TYPES.ForOfStatement && loop?.type !== AST_NODE_TYPES.ForInStatement) return null;
  if (loop.left !== declaration) return null;
  return iterated(scene, loop);
}

function iterated(scene: Scene, loop: TSESTree.ForOfStatement | TSESTree.ForInStatement): Possible {
  const place = placeOf(scene.module, loop.right);
  const read = loop.type === AST_NODE_TYPES.ForOfStatement ? elementsOf : keysOf;
  return flatMap(
    evaluate(scene, loop.right),
    (value) => read(scene, value, place) ?? gap(scene, loop.right, reasonOf(value)),
  );
}

function reasonOf(value: Value): string {
  return value.kind === 'builtin'
    ? `goes over ${value.name}, known only at run time`
    : 'goes over what is no list that is known';
}

/** The operators that write what stands on their right. */
const SETS: ReadonlySet<string> = new Set(['=', '||=', '??=', '&&=']);

/** What one assignment writes. */
export function written(scene: Scene, reference: Reference): Possible {
  const node = parentOf(scene.module, reference.identifier);
  if (node?.type === AST_NODE_TYPES.AssignmentExpression && node.left === reference.identifier) {
    if (SETS.has(node.operator)) return evaluate(scene, node.right);
    return gap(scene, node, `is changed with ${node.operator}`);
  }
  if (
    (node?.type === AST_NODE_TYPES.ForOfStatement || node?.type === AST_NODE_TYPES.ForInStatement) &&
    node.left === reference.identifier
  )
    return iterated(scene, node);
  for (let outer = node; outer !== undefined; outer = parentOf(scene.module, outer)) {
    if (outer.type !== AST_NODE_TYPES.AssignmentExpression) continue;
    const bound = bindingOf(scene, outer.left, reference.identifier, evaluate(scene, outer.right));
    if (bound !== null) return bound;
  }
  return gap(scene, reference.identifier, 'is changed at run time');
}

/** Notes an annotation behind which the compiler does not see the lines of an object. */
function widened(scene: Scene, possible: Possible, annotation: Node): Possible {
  const open =
    annotation.type === AST_NODE_TYPES.TSTypeReference ||
    annotation.type === AST_NODE_TYPES.TSMappedType ||
    (annotation.type === AST_NODE_TYPES.TSTypeLiteral &&
      annotation.members.some((member) => member.type === AST_NODE_TYPES.TSIndexSignature));
  if (!open) return possible;
  const note = gapAt(placeOf(scene.module, annotation), 'has a type annotation that hides its lines; write `as const`');
  return flatMap(possible, (value) => known(value.kind === 'object' ? { ...value, widened: note } : value));
}

function imported(
  scene: Scene,
  definition: Definition,
  node: TSESTree.ImportSpecifier | TSESTree.ImportDefaultSpecifier | TSESTree.ImportNamespaceSpecifier,
): Possible {
  const { parent } = definition;
  if (parent?.type !== AST_NODE_TYPES.ImportDeclaration) return gap(scene, node, 'is an import that is not understood');
  const place = placeOf(scene.module, node);
  const modules = resolveModule(scene, parent.source.value, place);
  if (node.type === AST_NODE_TYPES.ImportNamespaceSpecifier) return modules;
  const name = node.type === AST_NODE_TYPES.ImportDefaultSpecifier ? 'default' : nameOf(node.imported);
  return flatMap(modules, (value) =>
    value.kind === 'module' ? exportOf(scene.session, value.file, name, place) : memberOf(scene, value, name, place),
  );
}

function importedEquals(scene: Scene, node: TSESTree.TSImportEqualsDeclaration): Possible {
  const { moduleReference } = node;
  if (moduleReference.type !== AST_NODE_TYPES.TSExternalModuleReference) return evaluateEntity(scene, moduleReference);
  const { expression } = moduleReference;
  return resolveModule(scene, expression.value, placeOf(scene.module, node));
}

/** `a.b.c` as types write it. */
export function evaluateEntity(scene: Scene, node: TSESTree.EntityName): Possible {
  if (node.type !== AST_NODE_TYPES.TSQualifiedName) return evaluate(scene, node);
  const place = placeOf(scene.module, node.right);
  return flatMap(evaluateEntity(scene, node.left), (value) => memberOf(scene, value, node.right.name, place));
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
