import type { ProjectOf, RouterSource } from '@taskroute/source';
import { join, resolve } from 'node:path';
import { CannotRun } from '../exit.ts';
import type { FoundRouter, Survey } from './survey.ts';

/** A surveyed router with its table: where it is made, or else where it is called. */
export function readRouter(
  projectOf: ProjectOf,
  { root, calls }: Survey,
  { id, file, name }: FoundRouter,
): RouterSource {
  const callers = calls.filter(({ router }) => router === id).map((call) => resolve(root, call.file));
  for (const each of new Set([file, ...callers])) {
    const report = projectOf(each).callsIn(each);
    const found = [...report.routers, ...report.calls.map(({ router }) => router)].find((router) => router.id === id);
    if (found !== undefined) return found;
  }
  const declared = projectOf(join(root, 'x'))
    .declared()
    .find((router) => router.id === id);
  if (declared !== undefined) return declared;
  throw new CannotRun(`the router ${name} changed while it was read; run the command again`);
}
