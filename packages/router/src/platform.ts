import type { Decision } from './decision.ts';

/** What the host gives. Export conditions choose the module that fills it. */
export interface Platform {
  readonly decisions: Listeners;
  readonly unrouted: Listeners;
  readonly warn: (code: string, ...about: unknown[]) => void;
  /** The message of an error or a fault, from its code and what it is about. */
  readonly say: (code: string, ...about: unknown[]) => string;
}

interface Listeners {
  readonly hasSubscribers: boolean;
  publish(decision: Decision): void;
}
