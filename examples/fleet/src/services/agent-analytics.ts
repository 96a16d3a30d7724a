import type { Desk } from '../desk.ts';
import type { Entry } from '../ledger.ts';
import { getTier, type Tier } from '../model-router.ts';

/** Calls by tier. */
export type Tally = Readonly<Record<Tier, number>>;

export interface Analytics {
  readonly calls: number;
  /** What served the calls. */
  readonly served: Tally;
  /** What the table alone would have given them. */
  readonly listed: Tally;
  /** The calls that an override or a hint moved to another tier. */
  readonly moved: number;
  /** What served the calls of each service, most calls first. */
  readonly services: ReadonlyMap<string, Tally>;
}

/** The distribution of a day's decisions over the tiers. */
export function analyse(entries: readonly Entry[]): Analytics {
  const services = Map.groupBy(entries, ({ run }) => run.agent.service);
  const bySize = [...services].sort(([, one], [, other]) => other.length - one.length);
  return {
    calls: entries.length,
    served: tally(entries, ({ decision }) => decision.tier),
    listed: tally(entries, ({ decision }) => getTier(decision.task)),
    moved: entries.filter(({ decision }) => decision.tier !== getTier(decision.task)).length,
    services: new Map(bySize.map(([name, own]) => [name, tally(own, ({ decision }) => decision.tier)])),
  };
}

/** Leaves the day's distribution for whoever opens the archive. */
export function reportTiers({ agent, archive, decisions }: Desk): void {
  const { calls, served, moved } = analyse(decisions);
  const shares = ([1, 2, 3] as const).map((tier) => `tier ${String(tier)}: ${String(served[tier])}`);
  archive.add('analytics', agent.subject, `${String(calls)} calls, ${shares.join(', ')}, moved: ${String(moved)}`);
}

function tally(entries: readonly Entry[], tierOf: (entry: Entry) => Tier): Tally {
  const counts = { 1: 0, 2: 0, 3: 0 };
  for (const entry of entries) counts[tierOf(entry)] += 1;
  return counts;
}
