import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Decision } from '@taskroute/router';
import type { Clock } from './clock.ts';
import { currentRun, type Run } from './current-run.ts';
import { version, type Model, type Tier } from './model-router.ts';

export type FleetDecision = Decision<string, Model, Tier, Model>;

/** A decision of the fleet's router, when it was made, and for whom. */
export interface Entry {
  readonly time: number;
  readonly run: Run;
  readonly decision: FleetDecision;
}

/** The record of a day: whatever the router published, and nothing that a service says of itself. */
export interface Ledger {
  readonly entries: readonly Entry[];
  readonly close: () => void;
}

const CHANNEL = 'taskroute:decision';

/** Listens until it is closed. What no run asked for, or another router of this process decided, is not the fleet's. */
export function openLedger(clock: Clock): Ledger {
  const entries: Entry[] = [];
  const record = (message: unknown): void => {
    const run = currentRun();
    if (run !== undefined && isOurs(message)) entries.push({ time: clock.now(), run, decision: message });
  };
  subscribe(CHANNEL, record);
  return { entries, close: () => unsubscribe(CHANNEL, record) };
}

/** A channel carries anything; the version is the router's own fingerprint of tiers, default and routes. */
function isOurs(message: unknown): message is FleetDecision {
  return typeof message === 'object' && message !== null && 'version' in message && message.version === version;
}
