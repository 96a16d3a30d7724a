import { join } from 'node:path';
import ts from 'typescript';
import { PACKAGE } from './package-project.ts';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  allowJs: true,
  checkJs: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [join(PACKAGE, 'node_modules/@types')],
};

/** Files of installed packages do not change between two tests; reading and parsing them takes most of the time. */
const installed = new Map<string, ts.SourceFile | undefined>();

/** The compiler's complaints about a file and what it imports, as a user of TypeScript 6 reads them. */
export function complaintsOf(file: string): readonly string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (!name.includes('/node_modules/')) return parse(name, ...rest);
    if (!installed.has(name)) installed.set(name, parse(name, ...rest));
    return installed.get(name);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], OPTIONS, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
