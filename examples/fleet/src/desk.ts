import type { Agent } from './agent.ts';
import type { Archive } from './archive.ts';
import type { FleetEvent } from './fleet-event.ts';
import type { Entry } from './ledger.ts';
import type { ModelClient } from './model-client.ts';

/** What an agent has before it when it is started. */
export interface Desk {
  readonly agent: Agent;
  /** What reached it; null where a timer started it. */
  readonly event: FleetEvent | null;
  /** Seconds since midnight. */
  readonly startedAt: number;
  readonly model: ModelClient;
  readonly archive: Archive;
  /** The decisions of the day so far. */
  readonly decisions: readonly Entry[];
}
