import { nearTasks } from '@taskroute/router/table';

/** The name that a misspelt one may stand for. */
export function nearest(name: string, names: readonly string[]): string | null {
  // Any names can stand for tasks here: there is one way of being near.
  const routes = Object.fromEntries(names.map((each) => [each, '']));
  return nearTasks({ tiers: [''], default: '', routes }, name)[0] ?? null;
}
