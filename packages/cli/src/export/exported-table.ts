import { createTable } from '@taskroute/router/table';
import { CannotRun } from '../exit.ts';
import { nameOfRouter } from '../audit/audit-json.ts';
import { shownSite, siteOf } from '../survey/site.ts';
import type { FoundRouter } from '../survey/survey.ts';

/** A table for a reader in another language. `schemas/export.json` describes it. */
export interface ExportedTable {
  /** `src/router.ts#router` */
  readonly router: string;
  /** The version that decisions of this table carry. */
  readonly table: string;
  /** Cheapest first. */
  readonly tiers: readonly string[];
  readonly default: string;
  /** Task → model, in the table's order. */
  readonly routes: Readonly<Record<string, string>>;
  /** Domain → the model of its tasks that have no line of their own. */
  readonly domains: Readonly<Record<string, string>>;
  /** The names of rules, which decide at run time and cannot be exported. */
  readonly rules: readonly string[];
}

const DOMAIN = /\/\*$/;

/** Errors: `CannotRun` with every place that keeps the table from being known whole: an export with a gap would lie. */
export function exportTable(router: FoundRouter, root: string): ExportedTable {
  const { tiers, default: fallback, routes, rules } = router;
  const known = routes.flatMap(({ task, model }) => (model === null ? [] : [[task, model] as const]));
  if (isWhole(router) && fallback !== null && rules !== 'unknown') {
    const { version } = createTable({
      tiers,
      default: fallback,
      routes: Object.fromEntries(known),
      // Of rules the version holds the names alone.
      rules: rules.map((name) => ({ name, when: () => false, model: fallback })),
    });
    return {
      router: nameOfRouter(router, root),
      table: version,
      tiers,
      default: fallback,
      routes: Object.fromEntries(known.filter(([task]) => !task.endsWith('/*'))),
      domains: Object.fromEntries(
        known.filter(([task]) => task.endsWith('/*')).map(([task, model]) => [task.replace(DOMAIN, ''), model]),
      ),
      rules,
    };
  }
  const places = doubtsOf(router, root).map((doubt) => `\n  ${doubt}`);
  throw new CannotRun(
    `the table of ${nameOfRouter(router, root)} is not known whole, and part of it would be no export; mend or write out what stands at${places.join('')}`,
  );
}

function isWhole({ faults, gaps, routes }: FoundRouter): boolean {
  return faults.length === 0 && gaps.length === 0 && routes.every(({ model }) => model !== null);
}

function doubtsOf({ faults, gaps, place }: FoundRouter, root: string): readonly string[] {
  const doubts = [
    ...faults.map((fault) => `${shownSite(siteOf(fault.place, root))}  ${fault.message}`),
    ...gaps.map((gap) => `${shownSite(siteOf(gap, root))}  ${gap.reason}`),
  ];
  return doubts.length > 0 ? doubts : [shownSite(siteOf(place, root))];
}
