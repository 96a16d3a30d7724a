import { join } from 'node:path';
import ts from 'typescript';
import { PACKAGE } from './package-project.ts';

/** The names that a module gives, as the compiler sees them. */
export interface Exports {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** What a declaration file of this package exports, sorted. */
export function exportsOf(declarations: string): Exports {
  const file = join(PACKAGE, declarations);
  const program = ts.createProgram([file], { module: ts.ModuleKind.NodeNext, types: [], noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  if (symbol === undefined) throw new Error(`${declarations} is not a module; build the package first`);
  const names = checker.getExportsOfModule(symbol).map((each) => ({
    name: each.name,
    isValue:
      ((each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each).flags & ts.SymbolFlags.Value) !== 0,
  }));
  const sorted = (wanted: boolean): readonly string[] =>
    names.flatMap(({ name, isValue }) => (isValue === wanted ? [name] : [])).sort();
  return { values: sorted(true), types: sorted(false) };
}
