import type { Definition, Reference, Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { declaredCallee } from './declared.ts';
import { classOf } from './evaluate-class.ts';
import { functionOf } from './evaluate-function.ts';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { recordOf, withGap } from './evaluate-literal.ts';
import { evaluateParameter } from './evaluate-parameter.ts';
import { typeOf } from './evaluate-type.ts';
import { exportOf, resolveModule } from './follow.ts';
import { gapAt } from './gap.ts';
import { elementsOf, keysOf, memberOf } from './member.ts';
import { nameOf } from './module-exports.ts';
import { mutationOf } from './mutation.ts';
import { placeOf, type Node } from './parse.ts';
import { bindingOf } from './pattern.ts';
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
  const enums = definitions.filter((definition) => isDefinedAs(definition, 'TSEnumName'));
  if (enums.length > 1) return known(mergedEnum(scene, enums));
  const [definition] = definitions.filter((each) => each.node.type !== AST_NODE_TYPES.TSDeclareFunction);
  if (definition !== undefined) return valueOfDefinition(scene, variable, definition, at);
  const [type] = variable.defs;
  return type === undefined
    ? gap(scene, at, 'is defined nowhere')
    : known({ kind: 'type', of: typeOfDefinition(scene, type) });
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
        : known(functionOf(scene, node));
    case AST_NODE_TYPES.ClassDeclaration:
    case AST_NODE_TYPES.ClassExpression:
      return known(classOf(scene, node));
    case AST_NODE_TYPES.TSEnumDeclaration:
      return known(recordOf(placeOf(scene.module, node), enumLines(scene, node)));
    case AST_NODE_TYPES.TSEnumMember:
      return enumMember(scene, node);
    case AST_NODE_TYPES.TSModuleDeclaration:
      return namespaceOf(scene, node);
    default:
      return gap(scene, at, `is ${variable.name}, known only at run time`);
  }
}

/** Everything that is ever written to a variable: the order of execution is not known. */
function assigned(scene: Scene, variable: Variable, declarator: TSESTree.VariableDeclarator): Possible {
  const parts: Possible[] = [];
  for (const definition of variable.defs) {
    if (definition.node.type !== AST_NODE_TYPES.VariableDeclarator) continue;
    const source = sourceOf(scene, definition.node);
    if (source === null) continue;
    parts.push(bindingOf(scene, definition.node.id, definition.name, source) ?? unknown());
  }
  for (const reference of variable.references) {
    if (reference.isWrite() && reference.init !== true) parts.push(written(scene, reference));
  }
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
function withoutPlaceholder({ module }: Scene, variable: Variable, possible: Possible): Possible {
  const writes = variable.references.filter((reference) => reference.isWrite() && reference.init !== true);
  if (writes.length === 0) return possible;
  const isGrown = writes.some(({ identifier }) => {
    const write = parentOf(module, identifier);
    return write?.type === AST_NODE_TYPES.AssignmentExpression && !SETS.has(write.operator);
  });
  const isKept = (value: Value): boolean =>
    value.kind !== 'primitive' || (!isGrown && value.value !== '' && value.value != null);
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
function written(scene: Scene, reference: Reference): Possible {
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

function mergedEnum(scene: Scene, definitions: readonly Definition[]): Value {
  const nodes = definitions
    .map((definition) => definition.node)
    .filter((node) => node.type === AST_NODE_TYPES.TSEnumDeclaration);
  const [first] = nodes;
  const place = placeOf(scene.module, first ?? scene.module.tree);
  return recordOf(
    place,
    nodes.flatMap((node) => enumLines(scene, node)),
  );
}

function enumLines(scene: Scene, node: TSESTree.TSEnumDeclaration): (readonly [string, Possible])[] {
  let next: number | null = 0;
  return node.body.members.map((member) => {
    const key = plainKey(member.id, false) ?? '';
    if (member.initializer == null) {
      const value =
        next === null
          ? gap(scene, member, 'is an enum member that is computed')
          : known(primitive(scene, member, next));
      if (next !== null) next++;
      return [key, value];
    }
    const value = evaluate(scene, member.initializer);
    const [only] = value.values;
    next = only?.kind === 'primitive' && typeof only.value === 'number' ? only.value + 1 : null;
    return [key, value];
  });
}

function enumMember(scene: Scene, node: TSESTree.TSEnumMember): Possible {
  return node.initializer == null ? gap(scene, node, 'is an enum member') : evaluate(scene, node.initializer);
}

function namespaceOf(scene: Scene, node: TSESTree.TSModuleDeclaration): Possible {
  if (node.body?.type !== AST_NODE_TYPES.TSModuleBlock) return gap(scene, node, 'is a namespace that is only declared');
  const scope = variablesOfBlock(scene, node.body);
  const lines: (readonly [string, Possible])[] = [];
  for (const statement of node.body.body) {
    if (statement.type !== AST_NODE_TYPES.ExportNamedDeclaration) continue;
    for (const variable of scope) {
      const name = variable.defs[0]?.name;
      if (name !== undefined && name.range[0] >= statement.range[0] && name.range[1] <= statement.range[1])
        lines.push([variable.name, evaluateVariable(scene, variable, node)]);
    }
  }
  return known(recordOf(placeOf(scene.module, node), lines));
}

function variablesOfBlock(scene: Scene, block: Node): readonly Variable[] {
  return (
    scene.module.scopes.scopes.find((scope) => scope.block === block || scope.block === parentOf(scene.module, block))
      ?.variables ?? []
  );
}

function typeOfDefinition(scene: Scene, definition: Definition): Possible {
  const { node } = definition;
  if (node.type === AST_NODE_TYPES.TSTypeAliasDeclaration) return typeOf(scene, node.typeAnnotation);
  if (node.type === AST_NODE_TYPES.TSInterfaceDeclaration) return typeOf(scene, node.body);
  if (node.type === AST_NODE_TYPES.TSTypeParameter)
    return node.constraint == null
      ? gap(scene, node, 'is of a type that each call chooses')
      : typeOf(scene, node.constraint);
  return gap(scene, node, 'is of a type that is not understood');
}
