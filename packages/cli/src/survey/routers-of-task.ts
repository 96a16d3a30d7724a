import { nearTasks } from '@taskroute/router/table';
import { listOf, quote, visible } from '@taskroute/source/findings';
import { nameOfRouter } from '../audit/audit-json.ts';
import { CannotRun } from '../exit.ts';
import type { FoundRouter } from './survey.ts';

/** The line of a task in a router's table. */
export function lineOf(router: FoundRouter, task: string): FoundRouter['routes'][number] | undefined {
  return router.routes.find((entry) => entry.task === task);
}

/**
 * The routers that have a line for a task: several only where they share that very line.
 *
 * Errors: `CannotRun` where there is none, with the names it may stand for; and where several have a line of their own.
 */
export function routersOfTask(
  routers: readonly FoundRouter[],
  task: string,
  root: string,
): readonly [FoundRouter, ...FoundRouter[]] {
  const found = routers.filter((router) => lineOf(router, task) !== undefined);
  const [first, ...others] = found;
  if (first === undefined) throw new CannotRun(`no table has a line ${quote(task)}; ${adviceOn(routers, task)}`);
  const places = new Set(found.map((router) => JSON.stringify(lineOf(router, task)?.place)));
  if (places.size > 1) throw new CannotRun(severalHave(found, `have a line ${quote(task)}`, root));
  return [first, ...others];
}

/** The sentence for when one router has to be named. */
export function severalHave(routers: readonly FoundRouter[], what: string, root: string): string {
  const names = routers.map((router) => visible(nameOfRouter(router, root)));
  return `several routers ${what}; name one with --router: ${names.join(', ')}`;
}

function adviceOn(routers: readonly FoundRouter[], task: string): string {
  const near = nearIn(routers, task);
  if (near.length > 0) return `did you mean ${listOf(near)}?`;
  return 'taskroute audit shows the lines there are, taskroute add writes one';
}

/** The names of lines that a misspelt one may stand for. */
export function nearIn(routers: readonly FoundRouter[], task: string): readonly string[] {
  const names = routers.flatMap(({ routes }) => routes.map((entry) => entry.task));
  return nearTasks({ tiers: [''], default: '', routes: Object.fromEntries(names.map((name) => [name, ''])) }, task, 3);
}
