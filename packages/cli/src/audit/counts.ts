import type { Survey } from '../survey/survey.ts';

/** How many calls a tier serves, over all routers that have it. A call of several tasks counts for each tier that it can reach. */
interface TierCount {
  readonly tier: number;
  readonly model: string;
  readonly calls: number;
}

export interface Counts {
  readonly files: number;
  readonly calls: number;
  readonly findings: number;
  readonly tiers: readonly TierCount[];
  /** By what stands before the last `/` of a task; `''` for a task without one. */
  readonly domains: readonly { readonly domain: string; readonly calls: number }[];
  /** By what gave the decision. */
  readonly via: Readonly<Record<string, number>>;
}

export function countsOf({ files, routers, calls, findings }: Survey): Counts {
  const all = routers.flatMap((router) =>
    router.tiers.map((model, index): TierCount => ({ tier: index + 1, model, calls: 0 })),
  );
  const tiers = new Map(all.map((count) => [JSON.stringify([count.tier, count.model]), count]));
  const domains = new Map<string, number>();
  const via: Record<string, number> = {};
  for (const call of calls) {
    for (const key of new Set(call.decisions.map(({ tier, model }) => JSON.stringify([tier, model])))) {
      const [tier, model] = JSON.parse(key) as [number, string];
      tiers.set(key, { tier, model, calls: (tiers.get(key)?.calls ?? 0) + 1 });
    }
    for (const domain of new Set(call.tasks.map(domainOf))) domains.set(domain, (domains.get(domain) ?? 0) + 1);
    for (const each of new Set(call.decisions.map((decision) => decision.via))) via[each] = (via[each] ?? 0) + 1;
  }
  return {
    files,
    calls: calls.length,
    findings: findings.length,
    tiers: [...tiers.values()].sort((one, other) => one.tier - other.tier || (one.model < other.model ? -1 : 1)),
    domains: [...domains]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([domain, count]) => ({ domain, calls: count })),
    via,
  };
}

function domainOf(task: string): string {
  return task.slice(0, Math.max(0, task.lastIndexOf('/')));
}
