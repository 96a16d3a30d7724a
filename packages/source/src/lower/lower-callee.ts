import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Scene } from '../evaluate/evaluate.ts';
import { typeOf } from '../evaluate/evaluate-type.ts';
import { evaluateEntity } from '../evaluate/evaluate-import.ts';
import { importedAs, type Imported } from '../module/origin.ts';
import type { Node } from '../text/parse.ts';
import { holds } from '../evaluate/pattern.ts';
import { ROUTER_PACKAGE } from '../module/resolve.ts';
import { mayLead, routersOfImports } from '../router/routers-of.ts';
import { nodesBelow, plainKey, unwrap, variableOf } from '../text/tree.ts';
import { only, type Possible, type Value } from '../evaluate/value.ts';

/** The function whose erased form the README shows: a call of it that leads nowhere is taken for a router's. */
const ERASED_NAME = 'routeModel';

/**
 * Whether a call whose callee cannot be followed looks like a router's: by the name of what it calls, or by a type argument
 * that is a task of a router which the file imports.
 */
export function looksLikeRouter(
  scene: Scene,
  node: TSESTree.CallExpression,
  types: TSESTree.TSTypeParameterInstantiation | null,
  callee: Possible,
): boolean {
  if (isKnown(callee) || leadsNowhere(scene, node.callee)) return false;
  if (
    isNamedRouter(node.callee) ||
    isTypedRouter(scene, node.callee) ||
    importOf(scene, node.callee)?.name === ERASED_NAME
  )
    return true;
  const [type] = types?.params ?? [];
  return type !== undefined && isTask(scene, type);
}

/** The name of what is called; null where it has none. Bundlers and compilers write `(0, module.name)()`. */
export function nameOf(callee: Node): string | null {
  const inner = unwrap(callee);
  if (inner.type === AST_NODE_TYPES.SequenceExpression) return nameOf(inner.expressions.at(-1) ?? inner);
  if (inner.type === AST_NODE_TYPES.Identifier) return inner.name;
  return inner.type === AST_NODE_TYPES.MemberExpression ? plainKey(inner.property, inner.computed) : null;
}

/** Whether a call is one by name of the function whose erased form people write. */
export function isNamedRouter(callee: Node): boolean {
  return nameOf(callee) === ERASED_NAME;
}

/** Whether the callee is something else, which the text shows: a function of the file's own has the name for itself. */
function isKnown({ values, gaps }: Possible): boolean {
  return values.some(isShown) || gaps.some((gap) => gap.noRouter);
}

/** What a type says can be called may be a router's function all the same. */
function isShown(value: Value): boolean {
  if (value.kind === 'primitive') return value.value != null;
  return value.kind !== 'builtin' && !(value.kind === 'object' && value.typed === true);
}

/** Whether the callee is of a package that cannot lead to a router. */
function leadsNowhere(scene: Scene, callee: Node): boolean {
  const file = importOf(scene, callee)?.file ?? null;
  return file !== null && (file.startsWith('node:') || !mayLead(scene.session, file));
}

/** The import that a callee begins with: of `lib` in `lib.a.b`. */
function importOf({ session, module }: Scene, callee: Node): Imported | null {
  let root = unwrap(callee);
  while (root.type === AST_NODE_TYPES.MemberExpression || root.type === AST_NODE_TYPES.CallExpression)
    root = unwrap(root.type === AST_NODE_TYPES.MemberExpression ? root.object : root.callee);
  const variable = variableOf(module, root);
  return variable == null ? null : importedAs(session, module, variable);
}

/** Whether the package's own types say what a parameter or variable is: `pick: RouteModel<…>`. */
function isTypedRouter(scene: Scene, callee: Node): boolean {
  const definition = variableOf(scene.module, unwrap(callee))?.defs[0];
  if (definition === undefined) return false;
  const { name, node } = definition;
  const owners =
    'params' in node ? (node.params as readonly Node[]) : 'id' in node && node.id !== null ? [node.id] : [];
  const owner = owners.find((each) => holds(each, name));
  if (owner === undefined || !('typeAnnotation' in owner) || owner.typeAnnotation == null) return false;
  for (const type of nodesBelow(owner.typeAnnotation)) {
    if (type.type !== AST_NODE_TYPES.TSTypeReference) continue;
    const value = only(evaluateEntity(scene, type.typeName));
    if (value?.kind === 'builtin' && value.name.startsWith(`${ROUTER_PACKAGE}.`)) return true;
  }
  return false;
}

/** Whether a type is the text of a task that a router lists which the file imports. */
function isTask(scene: Scene, type: Node): boolean {
  const possible = typeOf(scene, type);
  // A name that stands for several tasks is as likely the type of what something else holds: `ref<Task>()`.
  const isWritten = type.type === AST_NODE_TYPES.TSLiteralType || type.type === AST_NODE_TYPES.TSTypeQuery;
  const values = isWritten ? possible.values : [only(possible)];
  const texts = values.flatMap((value) => (value?.kind === 'primitive' ? value.value : []));
  if (texts.length === 0) return false;
  const routers = routersOfImports(scene.session, scene.module.file);
  return routers.some(({ routes }) => routes.some(({ task }) => texts.includes(task)));
}
