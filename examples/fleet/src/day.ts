import type { Agent, Trigger } from './agent.ts';
import { AGENTS } from './agents.ts';
import { createArchive, type Archive } from './archive.ts';
import { createClock, type Clock } from './clock.ts';
import { runAs, type Run } from './current-run.ts';
import { eventsOf, type FleetEvent } from './fleet-event.ts';
import { openLedger, type Entry } from './ledger.ts';
import type { ModelClient } from './model-client.ts';
import { createOfflineClient } from './offline-client.ts';
import { createRandom } from './seeded-random.ts';
import { SERVICES, type Service } from './services.ts';
import { timesOf } from './timer.ts';

/** What happened in one day. */
export interface Day {
  readonly agents: readonly Agent[];
  /** In the order in which they ended. */
  readonly runs: readonly FinishedRun[];
  /** Every decision, in order. */
  readonly entries: readonly Entry[];
  /** What the runs logged. */
  readonly log: readonly string[];
  readonly archive: Archive;
}

export interface FinishedRun extends Run {
  readonly endedAt: number;
}

export interface DayOptions {
  /** What reaches the fleet from outside, and when, comes from it. */
  readonly seed?: number;
  readonly agents?: readonly Agent[];
  readonly createClient?: (clock: Clock) => ModelClient;
}

interface Start {
  readonly time: number;
  readonly agent: Agent;
  readonly trigger: Trigger;
  readonly event: FleetEvent | null;
}

/** Runs one day of the fleet, from midnight to the end of the last work that began before midnight. */
export async function runDay({
  seed = 1,
  agents = AGENTS,
  createClient = createOfflineClient,
}: DayOptions = {}): Promise<Day> {
  const clock = createClock();
  const model = createClient(clock);
  const archive = createArchive();
  const ledger = openLedger(clock);
  const runs: FinishedRun[] = [];
  const log: string[] = [];

  async function work({ agent, trigger, event }: Start): Promise<void> {
    const startedAt = clock.now();
    const run: Run = { agent, trigger, startedAt, log: (line) => log.push(line) };
    const desk = { agent, event, startedAt, model, archive, decisions: ledger.entries };
    await runAs(run, () => SERVICES[agent.service].work(desk));
    runs.push({ ...run, endedAt: clock.now() });
  }

  try {
    for (const together of startsOf(agents, seed)) {
      const [{ time, agent }] = together;
      const { batch = together.length }: Service = SERVICES[agent.service];
      clock.at(time, async () => {
        for (let first = 0; first < together.length; first += batch) {
          await Promise.all(together.slice(first, first + batch).map(work));
        }
      });
    }
    await clock.run();
  } finally {
    ledger.close();
  }
  return { agents, runs, entries: ledger.entries, log, archive };
}

/** All the starts of a day; those of one service at one moment stand together. */
function startsOf(agents: readonly Agent[], seed: number): readonly (readonly [Start, ...Start[]])[] {
  const random = createRandom(seed);
  const together = new Map<string, [Start, ...Start[]]>();
  for (const agent of agents) {
    for (const start of agent.triggers.flatMap((trigger) => startsBy(agent, trigger, random))) {
      const moment = `${String(start.time)} ${agent.service}`;
      const others = together.get(moment);
      if (others === undefined) together.set(moment, [start]);
      else others.push(start);
    }
  }
  return [...together.values()];
}

function startsBy(agent: Agent, trigger: Trigger, random: () => number): readonly Start[] {
  if ('on' in trigger) {
    return eventsOf(trigger.on, random).map((event) => ({ time: event.time, agent, trigger, event }));
  }
  return timesOf(trigger).map((time) => ({ time, agent, trigger, event: null }));
}
