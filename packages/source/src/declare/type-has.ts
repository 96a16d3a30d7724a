import { nameOf } from '../module/bound-names.ts';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { exportsOf } from '../module/module-exports.ts';
import type { Module, Node } from '../text/parse.ts';
import { resolve, ROUTER_PACKAGE } from '../module/resolve.ts';
import { moduleAt, type Session } from '../session.ts';
import { plainKey, topVariable } from '../text/tree.ts';

type Answer = 'yes' | 'no' | 'unknown';

/** Types of the language that have the properties of their first argument. */
const SAME = new Set(['Readonly', 'Partial', 'Required', 'NonNullable', 'NoInfer']);

/** More steps than this are a circle. */
const DEEPEST = 50;

/** Whether a type has a property, and that one the next: as far as the text alone is sure of it. */
export function typeHas(
  session: Session,
  module: Module,
  type: Node | null,
  keys: readonly string[],
  depth = 0,
): Answer {
  const [key, ...more] = keys;
  if (key === undefined) return 'yes';
  if (type === null || depth > DEEPEST) return 'unknown';
  const ask = (inner: Node, at = module): Answer => typeHas(session, at, inner, keys, depth + 1);
  switch (type.type) {
    case AST_NODE_TYPES.TSStringKeyword:
    case AST_NODE_TYPES.TSNumberKeyword:
    case AST_NODE_TYPES.TSBooleanKeyword:
    case AST_NODE_TYPES.TSLiteralType:
      return 'no';
    case AST_NODE_TYPES.TSTypeLiteral:
      return amongMembers(type.members);
    case AST_NODE_TYPES.TSInterfaceDeclaration: {
      const own = amongMembers(type.body.body);
      return own === 'no' && type.extends.length > 0 ? 'unknown' : own;
    }
    case AST_NODE_TYPES.TSTypeAliasDeclaration:
      return ask(type.typeAnnotation);
    case AST_NODE_TYPES.TSUnionType:
      return ofAll(type.types.filter((each) => !isNothing(each)).map((each) => ask(each)));
    case AST_NODE_TYPES.TSIntersectionType: {
      const parts = type.types.map((each) => ask(each));
      return parts.includes('yes') ? 'yes' : ofAll(parts);
    }
    case AST_NODE_TYPES.TSTypeReference:
      return ofReference(type);
    default:
      return 'unknown';
  }

  function amongMembers(members: readonly TSESTree.TypeElement[]): Answer {
    for (const member of members) {
      if (member.type !== AST_NODE_TYPES.TSPropertySignature && member.type !== AST_NODE_TYPES.TSMethodSignature)
        return 'unknown';
      const name = plainKey(member.key, member.computed);
      if (name === null) return 'unknown';
      if (name !== key) continue;
      if (member.type === AST_NODE_TYPES.TSMethodSignature) return more.length === 0 ? 'yes' : 'unknown';
      return typeHas(session, module, member.typeAnnotation?.typeAnnotation ?? null, more, depth + 1);
    }
    return 'no';
  }

  function ofReference({ typeName, typeArguments }: TSESTree.TSTypeReference): Answer {
    if (typeName.type !== AST_NODE_TYPES.Identifier) return 'unknown';
    const [argument] = typeArguments?.params ?? [];
    const found = definitionOf(session, module, typeName.name);
    if (found !== null) return ask(found.node, found.module);
    return argument !== undefined && SAME.has(typeName.name) ? ask(argument) : 'unknown';
  }
}

function ofAll(answers: readonly Answer[]): Answer {
  const [first = 'unknown'] = answers;
  return answers.every((each) => each === first) ? first : 'unknown';
}

function isNothing({ type }: Node): boolean {
  return type === AST_NODE_TYPES.TSUndefinedKeyword || type === AST_NODE_TYPES.TSNullKeyword;
}

/** The one definition of a type, in the module or where that imports it from. */
function definitionOf(session: Session, module: Module, name: string): { node: Node; module: Module } | null {
  const [definition, ...more] = topVariable(module, name)?.defs ?? [];
  if (definition === undefined || more.length > 0) return null;
  const { node, parent } = definition;
  if (node.type !== AST_NODE_TYPES.ImportSpecifier || parent?.type !== AST_NODE_TYPES.ImportDeclaration)
    return { node, module };
  const file = resolve(session, module.file, parent.source.value);
  if (file === null || file === ROUTER_PACKAGE || file.startsWith('node:')) return null;
  const other = moduleAt(session, file);
  const own = other === null ? undefined : exportsOf(other).names.get(nameOf(node.imported));
  if (other === null || own?.kind !== 'variable') return null;
  const [there, ...others] = topVariable(other, own.name)?.defs ?? [];
  return there === undefined || others.length > 0 ? null : { node: there.node, module: other };
}
