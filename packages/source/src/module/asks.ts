import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { boundNames, nameOf } from './bound-names.ts';
import { requiredBy } from './exports-name.ts';
import { ROUTER_FUNCTIONS } from '../router/router-functions.ts';
import type { Module, Node } from '../text/parse.ts';
import { plainKey } from '../text/tree.ts';

/** What a statement brings in from one module. */
export interface Ask {
  readonly specifier: string;
  /** By their names there; `*` is the module as a whole. */
  readonly names: readonly string[];
  /** The ways to a `routeModel` that the file calls on what is brought in: `default.routeModel`. */
  readonly calls: readonly (readonly string[])[];
  readonly node: Node;
}

/** What the statements of a module bring in as values. */
export function asksOf(module: Module): readonly Ask[] {
  const mayCall = module.text.includes('.routeModel');
  const asks: Ask[] = [];
  for (const statement of module.tree.body) {
    for (const { specifier, names, locals, node } of asksOfStatement(statement))
      asks.push({ specifier, names, node, calls: mayCall ? locals.flatMap((local) => callsOn(module, local)) : [] });
  }
  return asks;
}

/** A name that holds a whole module, or its default. */
interface Local {
  readonly name: string;
  readonly path: readonly string[];
}

function callsOn({ text }: Module, { name, path }: Local): readonly (readonly string[])[] {
  const ways = [];
  if (text.includes(`${name}.routeModel`)) ways.push([...path, 'routeModel']);
  if (text.includes(`${name}.default.routeModel`)) ways.push([...path, 'default', 'routeModel']);
  return ways;
}

const NOTHING: readonly never[] = [];

type StatementAsk = Omit<Ask, 'calls'> & { readonly locals: readonly Local[] };

function asksOfStatement(statement: TSESTree.ProgramStatement): readonly StatementAsk[] {
  switch (statement.type) {
    case AST_NODE_TYPES.ImportDeclaration:
      return asksOfImport(statement);
    case AST_NODE_TYPES.FunctionDeclaration:
    case AST_NODE_TYPES.ExpressionStatement:
      return NOTHING;
    case AST_NODE_TYPES.ExportNamedDeclaration: {
      if (statement.source === null || statement.exportKind === 'type') return NOTHING;
      const names = statement.specifiers.map((each) => nameOf(each.local));
      return [{ specifier: statement.source.value, names, locals: [], node: statement.source }];
    }
    case AST_NODE_TYPES.ExportAllDeclaration:
      if (statement.exportKind === 'type') return [];
      return [{ specifier: statement.source.value, names: ['*'], locals: [], node: statement.source }];
    case AST_NODE_TYPES.VariableDeclaration:
      return statement.declarations.flatMap(asksOfRequire);
    default:
      return NOTHING;
  }
}

function asksOfImport(statement: TSESTree.ImportDeclaration): readonly StatementAsk[] {
  // What is imported as a type is not called.
  if (statement.importKind === 'type') return [];
  const locals: Local[] = [];
  const names = statement.specifiers.flatMap((each) => {
    if (each.type === AST_NODE_TYPES.ImportSpecifier) return each.importKind === 'type' ? [] : [nameOf(each.imported)];
    const isDefault = each.type === AST_NODE_TYPES.ImportDefaultSpecifier;
    locals.push({ name: each.local.name, path: isDefault ? ['default'] : [] });
    return isDefault ? ['default'] : ['*'];
  });
  if (names.length === 0 && statement.specifiers.length > 0) return [];
  return [{ specifier: statement.source.value, names, locals, node: statement.source }];
}

function asksOfRequire({ id, init }: TSESTree.VariableDeclarator): readonly StatementAsk[] {
  if (init === null) return [];
  // Compilers wrap it: `__importStar(require('…'))`.
  const [inner] = init.type === AST_NODE_TYPES.CallExpression ? init.arguments : [];
  const specifier = requiredBy(init) ?? (inner === undefined ? null : requiredBy(inner));
  if (specifier === null) return [];
  const locals = id.type === AST_NODE_TYPES.Identifier ? [{ name: id.name, path: [] }] : [];
  return [{ specifier, names: requiredNames(id), locals, node: init }];
}

/** What `const … = require('…')` takes out, by its names there; a plain variable holds the whole. */
function requiredNames(id: TSESTree.BindingName): readonly string[] {
  if (id.type === AST_NODE_TYPES.Identifier) return ROUTER_FUNCTIONS.includes(id.name) ? [id.name] : ['*'];
  if (id.type !== AST_NODE_TYPES.ObjectPattern) return boundNames(id);
  return id.properties.map((each) =>
    each.type === AST_NODE_TYPES.Property ? (plainKey(each.key, each.computed) ?? '*') : '*',
  );
}
