import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place for generated programs, in which `@taskroute/router` is one build of it. */
export interface Workshop {
  /** The path of a folder inside, by any name. */
  readonly folder: (name: string) => string;
}

/** Works in a new temporary folder and removes it, however the work ends. `router` is the folder of a built package. */
export async function inWorkshop<Result>(
  router: string,
  work: (workshop: Workshop) => Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'taskroute-types-'));
  try {
    const scope = join(root, 'node_modules', '@taskroute');
    mkdirSync(scope, { recursive: true });
    symlinkSync(resolve(router), join(scope, 'router'), 'junction');
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    return await work({ folder: (name) => join(root, name.replaceAll(' ', '-')) });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** This repository's router; `--router <folder>` on the command line puts another build in its place. */
export function routerFolder(argument: string | undefined): string {
  return argument ?? fileURLToPath(new URL('..', import.meta.resolve('@taskroute/router')));
}
