import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Program } from 'typescript';

const knowing = new WeakMap<Program, boolean>();
const packages = new Map<string, boolean>();

/** Whether a program has the types of routers at all. */
export function knowsRouters(program: Program): boolean {
  let knows = knowing.get(program);
  if (knows === undefined) {
    knows = program
      .getSourceFiles()
      .some(({ fileName }) => /[\\/]router\.d?\.?ts$/.test(fileName) && isOfRouter(fileName));
    knowing.set(program, knows);
  }
  return knows;
}

/** Whether a file belongs to the package that makes routers. */
export function isOfRouter(file: string): boolean {
  const folder = dirname(file);
  let is = packages.get(folder);
  if (is === undefined) packages.set(folder, (is = nearestName(folder) === '@taskroute/router'));
  return is;
}

function nearestName(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    try {
      const { name } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as { readonly name?: string };
      return name ?? null;
    } catch {
      if (at === dirname(at)) return null;
    }
  }
}
