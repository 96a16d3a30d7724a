import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { boundNames, nameOf } from './bound-names.ts';
import type { Export } from './module-exports.ts';
import type { Node } from '../text/parse.ts';

interface Collection {
  readonly names: Map<string, Export>;
  readonly stars: string[];
}

/** Notes what a statement exports. True for a statement that only ES modules have. */
export function collectStatement({ names, stars }: Collection, statement: TSESTree.ProgramStatement): boolean {
  switch (statement.type) {
    case AST_NODE_TYPES.ExportNamedDeclaration:
      collectNamed(names, statement);
      return true;
    case AST_NODE_TYPES.ExportDefaultDeclaration:
      names.set('default', defaultExport(statement.declaration));
      return true;
    case AST_NODE_TYPES.ExportAllDeclaration: {
      const specifier = statement.source.value;
      if (statement.exported === null) stars.push(specifier);
      else names.set(nameOf(statement.exported), { kind: 'from', specifier, name: '*' });
      return true;
    }
    case AST_NODE_TYPES.ImportDeclaration:
      return true;
    default:
      return false;
  }
}

function collectNamed(names: Map<string, Export>, statement: TSESTree.ExportNamedDeclaration): void {
  const { declaration, source } = statement;
  for (const { local, exported } of statement.specifiers) {
    const from = nameOf(local);
    names.set(
      nameOf(exported),
      source === null ? { kind: 'variable', name: from } : { kind: 'from', specifier: source.value, name: from },
    );
  }
  for (const name of declaredNames(declaration)) names.set(name, { kind: 'variable', name });
}

function defaultExport(declaration: TSESTree.ExportDefaultDeclaration['declaration']): Export {
  if (declaration.type === AST_NODE_TYPES.Identifier) return { kind: 'variable', name: declaration.name };
  if (
    (declaration.type === AST_NODE_TYPES.FunctionDeclaration || declaration.type === AST_NODE_TYPES.ClassDeclaration) &&
    declaration.id !== null
  )
    return { kind: 'variable', name: declaration.id.name };
  const node: Node = declaration;
  return { kind: 'expression', node, writes: [{ node, path: [] }], sure: true };
}

function declaredNames(declaration: TSESTree.Node | null): string[] {
  if (declaration === null) return [];
  if (declaration.type === AST_NODE_TYPES.VariableDeclaration)
    return declaration.declarations.flatMap(({ id }) => boundNames(id));
  if ('id' in declaration && declaration.id?.type === AST_NODE_TYPES.Identifier) return [declaration.id.name];
  return [];
}
