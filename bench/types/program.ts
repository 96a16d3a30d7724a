import { mkdirSync, writeFileSync } from 'node:fs';
import { FLOOR, makeCalls, type Kind } from './calls.ts';
import { makeTable, TIERS, type Table } from './table.ts';

/** What one compilation is of. */
export interface Program {
  readonly kind: Kind;
  /** The size of the table. */
  readonly routes: number;
  readonly calls: number;
}

/** Writes a program as a user would: the table and its router in one file, the calls in another. */
export function writeProgram(folder: string, { kind, routes, calls }: Program): void {
  const name = kind === FLOOR ? 'ROUTES' : 'routeModel';
  const router = kind === FLOOR ? '' : routerText('export const { routeModel }');
  const table = makeTable(routes);
  const lines = makeCalls(kind, table, calls).map((call, index) => `export const call${String(index)} = ${call};\n`);
  writeProject(folder, {
    'model-router.ts': tableText(table) + router,
    'calls.ts': `import { ${name} } from './model-router.js';\n${lines.join('')}${TYPED}`,
  });
}

/** Lets no program compile in which the router could not be read: its calls would be of type `any`, and cost nothing. */
const TYPED = `// @ts-expect-error -- a call gives a model
export const wrong: 'no model' = call0;
`;

/** Writes a project of the given files. `options` stand beside the compiler options that all share. */
export function writeProject(folder: string, files: Readonly<Record<string, string>>, options: object = {}): void {
  const shared = { target: 'es2023', lib: ['es2023'], module: 'nodenext', types: [], strict: true, skipLibCheck: true };
  const config = { compilerOptions: { ...shared, noEmit: true, ...options }, include: ['*.ts'] };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries({ ...files, 'tsconfig.json': JSON.stringify(config) }))
    writeFileSync(`${folder}/${name}`, text);
}

/** The table as a module writes it. */
export function tableText(table: Table): string {
  return `export const ROUTES = ${literalOf(table)} as const;\n`;
}

/** The table as an object literal. */
export function literalOf({ routes }: Table): string {
  return `{\n${routes.map(([key, model]) => `  '${key}': '${model}',\n`).join('')}}`;
}

/** A router of `ROUTES`, or of a literal in its place, under any declaration. */
export function routerText(declaration: string, routes = 'ROUTES'): string {
  return `import { defineRouter } from '@taskroute/router';
${declaration} = defineRouter({ tiers: ${JSON.stringify(TIERS)}, default: 'sonnet', routes: ${routes} });
`;
}
