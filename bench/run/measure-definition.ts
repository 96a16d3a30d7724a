import { defineRouter } from '@taskroute/router';
import { measure } from 'mitata';
import { DEFAULT_MODEL, TIERS } from './fleet-table.ts';

export interface Definition {
  readonly routes: number;
  /** Milliseconds for `defineRouter`: checked, copied, hashed and frozen. */
  readonly router: number;
  /** Milliseconds for the copy and the freeze alone. */
  readonly floor: number;
}

/** The time to define a router of so many routes, a tenth of them domains. */
export async function measureDefinition(count: number): Promise<Definition> {
  const routes = Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const domain = `domain-${String(index % (count / 10))}`;
      const key = index < count / 10 ? `${domain}/*` : `${domain}/task-${String(index)}`;
      return [key, TIERS[index % TIERS.length] ?? DEFAULT_MODEL];
    }),
  );
  const router = await measure(() => defineRouter({ tiers: TIERS, default: DEFAULT_MODEL, routes }));
  const floor = await measure(() => Object.freeze(Object.assign(Object.create(null) as object, routes)));
  return { routes: count, router: router.p50 / 1e6, floor: floor.p50 / 1e6 };
}
