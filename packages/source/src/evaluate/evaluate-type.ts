import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { templateOf } from './evaluate-text.ts';
import { evaluate, gap, primitive, type Scene } from './evaluate.ts';
import { recordOf } from './evaluate-literal.ts';
import { evaluateEntity } from './evaluate-import.ts';
import { resolveModule } from '../module/follow.ts';
import { elementsOf, keysOf, memberOf } from './member.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { ROUTER_PACKAGE } from '../module/resolve.ts';
import { plainKey } from '../text/tree.ts';
import { typeBesideValue } from './type-definition.ts';
import { flatMap, known, union, unknown, type ObjectItem, type Possible, type Value } from './value.ts';

/** Types of the language that keep what their first argument holds. */
const KEEPING = new Set(['Readonly', 'Partial', 'Required', 'NonNullable', 'Awaited', 'NoInfer']);

/** Types of the language that keep a part of what their first argument holds. */
const SELECTING = new Set(['Extract', 'Exclude', 'Pick', 'Omit']);

/** What a value of a type can be, where the type says it: literals, `typeof x`, and what is made of them. */
export function typeOf(scene: Scene, node: Node): Possible {
  const { session } = scene;
  if (session.depth > 200) return gap(scene, node, 'is of a type that is nested too deeply');
  session.depth++;
  try {
    return typeOfNode(scene, node);
  } finally {
    session.depth--;
  }
}

function typeOfNode(scene: Scene, node: Node): Possible {
  switch (node.type) {
    case AST_NODE_TYPES.TSLiteralType:
      return evaluate(scene, node.literal);
    case AST_NODE_TYPES.TSUnionType:
      return union(...node.types.map((each) => typeOf(scene, each)));
    case AST_NODE_TYPES.TSTypeOperator:
      return operatorOf(scene, node);
    case AST_NODE_TYPES.TSTypeQuery:
      return node.exprName.type === AST_NODE_TYPES.TSImportType
        ? importTypeOf(scene, node.exprName)
        : evaluateEntity(scene, node.exprName);
    case AST_NODE_TYPES.TSImportType:
      return flatMap(importTypeOf(scene, node), (value) => known(value.kind === 'class' ? value.instance : value));
    case AST_NODE_TYPES.TSTypeReference:
      return referenceOf(scene, node);
    case AST_NODE_TYPES.TSTypeLiteral:
      return known(membersOf(scene, node, node.members));
    case AST_NODE_TYPES.TSInterfaceBody:
      return known(membersOf(scene, node, node.body));
    case AST_NODE_TYPES.TSIntersectionType:
      return intersectionOf(scene, node);
    case AST_NODE_TYPES.TSIndexedAccessType:
      return indexedOf(scene, node);
    case AST_NODE_TYPES.TSArrayType:
      return known({
        kind: 'array',
        items: [typeOf(scene, node.elementType)],
        gaps: [],
        shuffled: true,
        place: placeOf(scene.module, node),
      });
    case AST_NODE_TYPES.TSTupleType:
      return known({
        kind: 'array',
        items: node.elementTypes.map((each) =>
          typeOf(scene, each.type === AST_NODE_TYPES.TSNamedTupleMember ? each.elementType : each),
        ),
        gaps: [],
        place: placeOf(scene.module, node),
      });
    case AST_NODE_TYPES.TSTemplateLiteralType:
      return templateOf(scene, node, node.quasis, node.types, typeOf);
    case AST_NODE_TYPES.TSUndefinedKeyword:
    case AST_NODE_TYPES.TSVoidKeyword:
      return known(primitive(scene, node, undefined));
    case AST_NODE_TYPES.TSNullKeyword:
      return known(primitive(scene, node, null));
    default:
      return gap(scene, node, 'has a type that allows more than can be listed');
  }
}

/** `'a' | 'b'` of `keyof T & string`; else the lines of all parts. */
function intersectionOf(scene: Scene, node: TSESTree.TSIntersectionType): Possible {
  const parts = node.types.map((each) => typeOf(scene, each));
  const closed = parts.find(({ values, gaps }) => gaps.length === 0 && values.length > 0 && values.every(isText));
  if (closed !== undefined) return closed;
  const place = placeOf(scene.module, node);
  return known({ kind: 'object', items: parts.map((value) => ({ key: null, value, place })), duplicates: [], place });
}

function isText(value: Value): boolean {
  return value.kind === 'primitive' && typeof value.value === 'string';
}

/** `Extract<A, B>`, `Exclude<A, B>` of texts; `Pick<A, B>`, `Omit<A, B>` of lines. */
function selected(scene: Scene, node: TSESTree.TSTypeReference, name: string, first: Node, second: Node): Possible {
  const place = placeOf(scene.module, node);
  const asked = typeOf(scene, second);
  const isAsked = (value: Value): boolean =>
    value.kind === 'primitive' && asked.values.some((each) => each.kind === 'primitive' && each.value === value.value);
  const isKept = (value: Value): boolean => isAsked(value) === (name === 'Extract' || name === 'Pick');
  const of = typeOf(scene, first);
  if (asked.gaps.length > 0) return gap(scene, node, 'has a type that is not understood');
  if (name === 'Extract' || name === 'Exclude') return { ...of, values: of.values.filter(isKept) };
  return flatMap(of, (value) => {
    const keys = keysOf(scene, value, place) ?? gap(scene, node, 'has keys that are not known');
    const lines = keys.values.filter(isKept).flatMap((key) => (key.kind === 'primitive' ? String(key.value) : []));
    const record = typedRecord(
      place,
      lines.map((key) => [key, memberOf(scene, value, key, place)]),
    );
    return keys.gaps.length === 0 ? known(record) : unknown(...keys.gaps);
  });
}

function recordType(scene: Scene, node: TSESTree.TSTypeReference, first: Node, second: Node): Possible {
  const keys = typeOf(scene, first);
  if (keys.gaps.length > 0 || !keys.values.every(isText))
    return gap(scene, node, 'has a type that allows more than can be listed');
  const value = typeOf(scene, second);
  const lines = keys.values.flatMap((key) => (key.kind === 'primitive' ? [[String(key.value), value] as const] : []));
  return known(typedRecord(placeOf(scene.module, node), lines));
}

/** An object that a type tells of: what is of it may hold less. */
function typedRecord(place: Place, lines: readonly (readonly [string, Possible])[]): Value {
  const record = recordOf(place, lines);
  return { ...record, items: record.items.map((item) => ({ ...item, sometimes: true })) };
}

function operatorOf(scene: Scene, node: TSESTree.TSTypeOperator): Possible {
  if (node.typeAnnotation == null) return gap(scene, node, 'has a type that is not understood');
  const inner = typeOf(scene, node.typeAnnotation);
  if (node.operator === 'readonly') return inner;
  if (node.operator !== 'keyof') return gap(scene, node, 'is a symbol');
  const place = placeOf(scene.module, node);
  return flatMap(inner, (value) => keysOf(scene, value, place) ?? gap(scene, node, 'has keys that are not known'));
}

function importTypeOf(scene: Scene, node: TSESTree.TSImportType): Possible {
  const place = placeOf(scene.module, node);
  let found = resolveModule(scene, node.source.value, place);
  const names: string[] = [];
  for (let at: TSESTree.EntityName | null | undefined = node.qualifier; at != null;) {
    if (at.type === AST_NODE_TYPES.TSQualifiedName) {
      names.unshift(at.right.name);
      at = at.left;
    } else {
      if (at.type === AST_NODE_TYPES.Identifier) names.unshift(at.name);
      at = null;
    }
  }
  for (const name of names) found = flatMap(found, (value) => memberOf(scene, value, name, place));
  return flatMap(found, (value) => (value.kind === 'type' ? value.of : known(value)));
}

function referenceOf(scene: Scene, node: TSESTree.TSTypeReference): Possible {
  const [first, second] = node.typeArguments?.params ?? [];
  return flatMap(evaluateEntity(scene, node.typeName), (value) => {
    if (value.kind === 'type') return value.of;
    const beside = value.kind === 'builtin' ? null : typeBesideValue(scene, node.typeName);
    if (beside !== null) return beside;
    if (value.kind === 'object' && value.items.length > 0)
      return elementsOf(scene, value, placeOf(scene.module, node)) ?? unknown();
    if (value.kind === 'class') return known(value.instance);
    if (value.kind !== 'builtin') return known(value);
    if (first === undefined) return gap(scene, node, 'has a type that allows more than can be listed');
    if (KEEPING.has(value.name)) return typeOf(scene, first);
    if (second !== undefined && SELECTING.has(value.name)) return selected(scene, node, value.name, first, second);
    if (second !== undefined && value.name === 'Record') return recordType(scene, node, first, second);
    if (value.name === 'Promise') return known({ kind: 'promise', of: typeOf(scene, first) });
    if (
      value.name === 'ReadonlyArray' ||
      value.name === 'Array' ||
      value.name === 'Set' ||
      value.name === 'ReadonlySet'
    )
      return known({
        kind: 'array',
        items: [typeOf(scene, first)],
        gaps: [],
        shuffled: true,
        place: placeOf(scene.module, node),
      });
    if (value.name === `${ROUTER_PACKAGE}.TaskOf`) return tasksOf(scene, node, typeOf(scene, first));
    return gap(scene, node, 'has a type that allows more than can be listed');
  });
}

/** `TaskOf<typeof router>`: the tasks that a router lists. */
function tasksOf(scene: Scene, node: Node, of: Possible): Possible {
  return flatMap(of, (value) => {
    if (value.kind !== 'router') return gap(scene, node, 'lists the tasks of a router that is not known');
    const { router } = value;
    const tasks = router.routes.filter(({ task }) => !task.endsWith('/*'));
    return {
      values: tasks.map(({ task, place }): Value => ({ kind: 'primitive', value: task, place })),
      gaps: router.gaps,
    };
  });
}

function membersOf(scene: Scene, node: Node, members: readonly TSESTree.TypeElement[]): Value {
  const items: ObjectItem[] = [];
  for (const member of members) {
    const place = placeOf(scene.module, member);
    if (member.type !== AST_NODE_TYPES.TSPropertySignature) {
      if (member.type === AST_NODE_TYPES.TSIndexSignature)
        items.push({ key: null, value: gap(scene, member, 'has a type with keys that are not listed'), place });
      continue;
    }
    const key = plainKey(member.key, member.computed);
    const type = member.typeAnnotation?.typeAnnotation;
    if (key === null) continue;
    const value = type === undefined ? gap(scene, member, 'has no type') : typeOf(scene, type);
    const absent = known(primitive(scene, member, undefined));
    items.push({ key, value: member.optional ? union(value, absent) : value, place, sometimes: true });
  }
  return { ...recordOf(placeOf(scene.module, node), []), kind: 'object', items, typed: true };
}

function indexedOf(scene: Scene, node: TSESTree.TSIndexedAccessType): Possible {
  const object = typeOf(scene, node.objectType);
  const place = placeOf(scene.module, node);
  const index = node.indexType;
  const all = () =>
    flatMap(
      object,
      (value) => elementsOf(scene, value, place) ?? gap(scene, node, 'has a type that is not understood'),
    );
  if (index.type === AST_NODE_TYPES.TSNumberKeyword) return all();
  const keys = typeOf(scene, index);
  if (keys.gaps.length > 0) return all();
  return flatMap(keys, (key) =>
    key.kind === 'primitive'
      ? flatMap(object, (value) => memberOf(scene, value, String(key.value), place))
      : gap(scene, node, 'has a type that is not understood'),
  );
}
