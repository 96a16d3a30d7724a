import { statSync } from 'node:fs';
import { compile, type Compiler } from './compiler.ts';
import { literalOf, routerText, tableText, writeProject } from './program.ts';
import { makeTable, TIERS } from './table.ts';
import type { Workshop } from './workshop.ts';

/** How large the declarations of a router are that is written in one way. */
export interface Declaration {
  readonly form: string;
  /** Of the `.d.ts` of the file that defines the router; a table in a file of its own is not in it. */
  readonly bytes: number;
}

const ANNOTATED = `import type { Router } from '@taskroute/router';
import { ROUTES } from './routes.js';
type Written = typeof ROUTES;
export interface Routes extends Written {}
export const router: Router<readonly ${JSON.stringify(TIERS)}, 'sonnet', Routes>`;

/** What a project that imports a router of so many routes has to read, by the way the router is written. */
export async function declarations(
  workshop: Workshop,
  compiler: Compiler,
  routes: number,
): Promise<readonly Declaration[]> {
  const table = makeTable(routes);
  const inline = literalOf(table);
  const forms = {
    'destructured, table inline': routerText('export const { routeModel, getTier, decide, tasks }', inline),
    'export const router, table inline': routerText('export const router', inline),
    'export const router, table beside it': `import { ROUTES } from './routes.js';\n${routerText('export const router')}`,
    'annotated over typeof ROUTES': routerText(ANNOTATED),
  };
  const declared: Declaration[] = [];
  for (const [form, router] of Object.entries(forms)) {
    const folder = workshop.folder(`declarations ${compiler.name} ${form}`);
    const options = { noEmit: false, declaration: true, emitDeclarationOnly: true };
    writeProject(folder, { 'routes.ts': tableText(table), 'router.ts': router }, options);
    await compile(compiler, folder);
    declared.push({ form, bytes: statSync(`${folder}/router.d.ts`).size });
  }
  return declared;
}
