import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { parseModule, isGap, type Module, type Node } from '../text/parse.ts';
import { nodesBelow, topVariable, unwrap } from '../text/tree.ts';
import { addToList, type ListNode } from './add-to-list.ts';
import { importedNames, type ImportedName } from './statement-names.ts';
import { lineBreakOf, withEdits, type TextEdit } from './text-edit.ts';

/** What becomes of a flat config of ESLint that is to have one more entry. */
export type FlatConfigEdit =
  | { readonly kind: 'edited'; readonly text: string }
  /** The plugin is imported already. */
  | { readonly kind: 'there' }
  /** It cannot be edited without running it; the reason ends the sentence "the file …". */
  | { readonly kind: 'unclear'; readonly reason: string };

/** An entry and the plugin that it is made of. */
export interface FlatConfigEntry {
  readonly specifier: string;
  /** What the plugin is called where nothing else is called so. */
  readonly name: string;
  /** The entry, with the plugin under some name. */
  readonly write: (name: string) => string;
}

/**
 * A flat config with an import and one entry more; all else stays as it is, byte by byte.
 *
 * Shape: it has to export a list, or a call of ESLint's `defineConfig` or typescript-eslint's `config`, as it stands or by
 * the name of a constant.
 * Errors: none.
 */
export function addToFlatConfig(file: string, text: string, entry: FlatConfigEntry): FlatConfigEdit {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const module = parseModule(file, text);
  if (isGap(module)) return { kind: 'unclear', reason: module.reason };
  const names = importedNames(module.tree);
  if (isImported(module, entry.specifier)) return { kind: 'there' };
  const name = [entry.name, `${entry.name}Plugin`].find((each) => !isTaken(module, each));
  if (name === undefined) return { kind: 'unclear', reason: `has something of its own that is called ${entry.name}` };
  const list = exportedList(module, names);
  if ('reason' in list) return { kind: 'unclear', reason: list.reason };
  const edits = [importEdit(module, names, name, entry.specifier), ...addToList(module.text, list, entry.write(name))];
  const edited = withEdits(module.text, edits);
  return isGap(parseModule(file, edited))
    ? { kind: 'unclear', reason: 'is written in a way that an entry cannot be added to' }
    : { kind: 'edited', text: mark + edited };
}

/** However it is: also where only a part of the file has it. */
function isImported({ tree }: Module, specifier: string): boolean {
  return nodesBelow(tree).some((node) => node.type === AST_NODE_TYPES.Literal && node.value === specifier);
}

function isTaken({ scopes, tree }: Module, name: string): boolean {
  return (
    scopes.scopes.some((scope) => scope.set.get(name)?.defs.length) ||
    nodesBelow(tree).some((node) => node.type === AST_NODE_TYPES.Identifier && node.name === name)
  );
}

function exportedList(module: Module, names: readonly ImportedName[]): ListNode | { readonly reason: string } {
  const [exported, ...others] = exportedValues(module.tree);
  if (exported === undefined || others.length > 0) return { reason: 'has no single default export' };
  return (
    listOf(module, names, exported) ?? { reason: 'exports something else than a list of entries that is written out' }
  );
}

function exportedValues({ body }: TSESTree.Program): readonly Node[] {
  return body.flatMap((statement) => {
    if (statement.type === AST_NODE_TYPES.ExportDefaultDeclaration) return statement.declaration;
    // TypeScript's `export = […]`.
    if (statement.type === AST_NODE_TYPES.TSExportAssignment) return statement.expression;
    if (statement.type !== AST_NODE_TYPES.ExpressionStatement) return [];
    const { expression } = statement;
    return expression.type === AST_NODE_TYPES.AssignmentExpression && isModuleExports(expression.left)
      ? expression.right
      : [];
  });
}

function isModuleExports(node: Node): boolean {
  return (
    node.type === AST_NODE_TYPES.MemberExpression &&
    node.object.type === AST_NODE_TYPES.Identifier &&
    node.object.name === 'module' &&
    node.property.type === AST_NODE_TYPES.Identifier &&
    node.property.name === 'exports'
  );
}

function listOf(module: Module, names: readonly ImportedName[], node: Node): ListNode | null {
  const value = unwrap(node);
  if (value.type === AST_NODE_TYPES.ArrayExpression) return { items: written(value.elements), end: value.range[1] - 1 };
  if (value.type === AST_NODE_TYPES.CallExpression && isConfigCall(value.callee, names)) {
    const [first, ...others] = value.arguments;
    const inner = first === undefined ? null : unwrap(first);
    if (inner?.type === AST_NODE_TYPES.ArrayExpression && others.length === 0) return listOf(module, names, inner);
    return { items: value.arguments, end: value.range[1] - 1 };
  }
  const constant = value.type === AST_NODE_TYPES.Identifier ? constantOf(module, value.name) : null;
  return constant === null ? null : listOf(module, names, constant);
}

function written(elements: readonly (Node | null)[]): readonly Node[] {
  return elements.filter((element) => element !== null);
}

/** What a constant of the file is; null where it may be another thing by the time that it is exported. */
function constantOf(module: Module, name: string): Node | null {
  const [definition, ...others] = topVariable(module, name)?.defs ?? [];
  if (definition?.node.type !== AST_NODE_TYPES.VariableDeclarator || others.length > 0) return null;
  const { node, parent } = definition;
  const isConst = parent?.type === AST_NODE_TYPES.VariableDeclaration && parent.kind === 'const';
  return isConst && node.id.type === AST_NODE_TYPES.Identifier ? node.init : null;
}

/** The functions that take entries and give them back as a list: their package and their name. */
const CONFIG_CALLS = ['eslint/config defineConfig', '@eslint/config-helpers defineConfig', 'typescript-eslint config'];

function isConfigCall(callee: Node, names: readonly ImportedName[]): boolean {
  const inner = unwrap(callee);
  const calls = (local: string, member: string | null): boolean =>
    names.some((each) => {
      if (each.local !== local) return false;
      const called =
        member === null ? each.imported : each.imported === '*' || each.imported === 'default' ? member : '';
      return CONFIG_CALLS.includes(`${each.specifier} ${called}`);
    });
  if (inner.type === AST_NODE_TYPES.Identifier) return calls(inner.name, null);
  return (
    inner.type === AST_NODE_TYPES.MemberExpression &&
    inner.object.type === AST_NODE_TYPES.Identifier &&
    inner.property.type === AST_NODE_TYPES.Identifier &&
    !inner.computed &&
    calls(inner.object.name, inner.property.name)
  );
}

/** The import, behind the others, in their writing. */
function importEdit({ text, tree }: Module, names: readonly ImportedName[], name: string, specifier: string): TextEdit {
  const last = names.findLast(({ statement }) => isLeading(tree, statement))?.statement;
  const isRequire = last === undefined ? isCommonJs(tree) : last.type === AST_NODE_TYPES.VariableDeclaration;
  const sample = last === undefined ? text : text.slice(...last.range);
  const quote = sample.includes('"') && !sample.includes("'") ? '"' : "'";
  const semicolon = last === undefined || sample.endsWith(';') ? ';' : '';
  const written = isRequire
    ? `const ${name} = require(${quote}${specifier}${quote})${semicolon}`
    : `import ${name} from ${quote}${specifier}${quote}${semicolon}`;
  const lineBreak = lineBreakOf(text);
  if (last !== undefined) {
    const [behind = ''] = /^[ \t]*(?:\/\/.*)?(?=\r?\n|$)/.exec(text.slice(last.range[1])) ?? [];
    const end = last.range[1] + behind.length;
    return { range: [end, end], text: lineBreak + written };
  }
  const start = startOf(text, tree);
  return { range: [start, start], text: `${written}${lineBreak}${lineBreak}` };
}

/** Where the first statement begins, with the comment that says its type. */
function startOf(text: string, { body }: TSESTree.Program): number {
  const first = body.find((statement) => !isDirective(statement));
  if (first === undefined) return text.length;
  const before = text.slice(0, first.range[0]);
  return before.trimEnd().endsWith('*/') ? before.lastIndexOf('/*') : first.range[0];
}

function isDirective(statement: Node): boolean {
  return 'directive' in statement && typeof statement.directive === 'string';
}

/** Whether nothing but imports and directives stands before it. */
function isLeading({ body }: TSESTree.Program, statement: Node): boolean {
  const until = body.findIndex((each) => each === statement);
  return body
    .slice(0, until)
    .every(
      (each) =>
        each.type === AST_NODE_TYPES.ImportDeclaration ||
        each.type === AST_NODE_TYPES.VariableDeclaration ||
        isDirective(each),
    );
}

function isCommonJs({ body }: TSESTree.Program): boolean {
  return body.some(
    (statement) =>
      statement.type === AST_NODE_TYPES.ExpressionStatement &&
      statement.expression.type === AST_NODE_TYPES.AssignmentExpression &&
      isModuleExports(statement.expression.left),
  );
}
