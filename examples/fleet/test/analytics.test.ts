import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { runDay } from '../src/day.ts';
import type { FleetDecision } from '../src/ledger.ts';
import { ROUTES, tiers } from '../src/model-router.ts';
import { analyse } from '../src/services/agent-analytics.ts';

/** The day, and beside it what the channel itself said. */
async function listenToDay() {
  const events: FleetDecision[] = [];
  // The channel's messages are the decisions of the router that this file imports.
  const listen = (message: unknown) => void events.push(message as FleetDecision);
  subscribe('taskroute:decision', listen);
  const day = await runDay();
  unsubscribe('taskroute:decision', listen);
  return { day, events };
}

function countTiers(models: readonly string[]) {
  const [one = 0, two = 0, three = 0] = tiers.map((tier) => models.filter((model) => model === tier).length);
  return { 1: one, 2: two, 3: three };
}

test('the analytics agree with the published events', async () => {
  const { day, events } = await listenToDay();
  const table: Readonly<Record<string, string>> = ROUTES;
  const analytics = analyse(day.entries);
  expect(events.length).toBeGreaterThan(500);
  expect(analytics.calls).toBe(events.length);
  expect(analytics.served).toStrictEqual(countTiers(events.map((event) => event.model)));
  expect(analytics.listed).toStrictEqual(countTiers(events.map((event) => table[event.task] ?? 'sonnet')));
  expect(analytics.moved).toBe(events.filter((event) => event.via === 'override' || event.hint !== null).length);
});

test('the service’s own note, at the end of the day, misses no event', async () => {
  const { day, events } = await listenToDay();
  const { 1: one, 2: two, 3: three } = countTiers(events.map((event) => event.model));
  expect(day.archive.all('analytics').map((note) => note.text)).toStrictEqual([
    `${String(events.length)} calls, tier 1: ${String(one)}, tier 2: ${String(two)}, tier 3: ${String(three)}, moved: 10`,
  ]);
});

test('the services add up to the whole, most calls first', async () => {
  const { services, served } = analyse((await runDay()).entries);
  const tallies = [...services.values()];
  for (const tier of [1, 2, 3] as const) {
    expect(tallies.reduce((sum, tally) => sum + tally[tier], 0)).toBe(served[tier]);
  }
  const sizes = tallies.map((tally) => tally[1] + tally[2] + tally[3]);
  expect(sizes).toStrictEqual(sizes.toSorted((one, other) => other - one));
});
