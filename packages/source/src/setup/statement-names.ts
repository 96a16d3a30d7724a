import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Node } from '../text/parse.ts';

/** A name that a configuration file takes from a package. */
export interface ImportedName {
  /** As it is called in the file. */
  readonly local: string;
  /** `default` and `*` are names too; a whole `require` is `*`. */
  readonly imported: string;
  readonly specifier: string;
  readonly statement: TSESTree.Statement;
}

/** Every import and every plain `require` at the top of a file. */
export function importedNames({ body }: TSESTree.Program): readonly ImportedName[] {
  return body.flatMap((statement) => {
    if (statement.type === AST_NODE_TYPES.ImportDeclaration) return esNames(statement);
    return statement.type === AST_NODE_TYPES.VariableDeclaration ? requiredNames(statement) : [];
  });
}

function esNames(statement: TSESTree.ImportDeclaration): readonly ImportedName[] {
  return statement.specifiers.map((each) => {
    const rest = { local: each.local.name, specifier: statement.source.value, statement };
    if (each.type === AST_NODE_TYPES.ImportDefaultSpecifier) return { ...rest, imported: 'default' };
    if (each.type === AST_NODE_TYPES.ImportNamespaceSpecifier) return { ...rest, imported: '*' };
    return {
      ...rest,
      imported: each.imported.type === AST_NODE_TYPES.Identifier ? each.imported.name : each.imported.value,
    };
  });
}

function requiredNames(statement: TSESTree.VariableDeclaration): readonly ImportedName[] {
  return statement.declarations.flatMap(({ id, init }) => {
    const specifier = requiredBy(init);
    if (specifier === null) return [];
    if (id.type === AST_NODE_TYPES.Identifier) return { local: id.name, imported: '*', specifier, statement };
    if (id.type !== AST_NODE_TYPES.ObjectPattern) return [];
    return id.properties.flatMap((property) =>
      property.type === AST_NODE_TYPES.Property &&
      property.key.type === AST_NODE_TYPES.Identifier &&
      property.value.type === AST_NODE_TYPES.Identifier
        ? { local: property.value.name, imported: property.key.name, specifier, statement }
        : [],
    );
  });
}

/** What `require('…')` names, also `require('…').default`. */
function requiredBy(node: Node | null): string | null {
  if (node?.type === AST_NODE_TYPES.MemberExpression) return requiredBy(node.object);
  if (node?.type !== AST_NODE_TYPES.CallExpression || node.callee.type !== AST_NODE_TYPES.Identifier) return null;
  const [given] = node.arguments;
  if (node.callee.name !== 'require' || given?.type !== AST_NODE_TYPES.Literal) return null;
  return typeof given.value === 'string' ? given.value : null;
}
