import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FoundRouter } from '../survey/survey.ts';
import type { ProjectKind } from './project-kind.ts';
import { routerFile } from './router-file.ts';
import type { InitStep } from './step.ts';

/** What becomes of the router's file; a router that is there already needs no second one. */
export function routerStep(root: string, kind: ProjectKind, routers: readonly FoundRouter[]): InitStep {
  const [found] = routers;
  if (found !== undefined) return { action: 'stands', file: found.file, reason: 'it holds a router' };
  const folder = existsSync(join(root, 'src')) ? join(root, 'src') : root;
  const there = ENDINGS.map((ending) => join(folder, `model-router.${ending}`)).find((file) => existsSync(file));
  if (there !== undefined) return { action: 'stands', file: there, reason: 'it is never overwritten' };
  return { action: 'write', file: join(folder, `model-router.${endingOf(kind)}`), text: routerFile(kind.isTyped) };
}

const ENDINGS = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'];

/** Where a `.js` file is CommonJS, `.mjs` is a module that both kinds can load: `require` too, in every Node that is supported. */
function endingOf({ isTyped, isModule }: ProjectKind): string {
  if (isTyped) return 'ts';
  return isModule ? 'js' : 'mjs';
}

/** The folder that `taskroute.json` stands in, from a folder upwards; null where there is none. */
export function declarationsAbove(folder: string): string | null {
  if (existsSync(join(folder, 'taskroute.json'))) return folder;
  return dirname(folder) === folder ? null : declarationsAbove(dirname(folder));
}
