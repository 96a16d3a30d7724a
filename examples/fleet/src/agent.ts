import type { EventKind } from './fleet-event.ts';
import type { ServiceName } from './services.ts';
import type { Timer } from './timer.ts';

/** Where an agent lives: always on, on the server; there only while a timer's work lasts; or in the cloud. */
export type AgentKind = 'long-running' | 'timer-triggered' | 'cloud';

/** What makes an agent work. */
export type Trigger = Timer | { readonly on: EventKind };

/** One service at work on one subject: a client, a board, a topic. */
export interface Agent {
  readonly name: string;
  readonly kind: AgentKind;
  readonly service: ServiceName;
  readonly subject: string;
  readonly triggers: readonly Trigger[];
}

export function on(kind: EventKind): Trigger {
  return { on: kind };
}

/** The timers among an agent's triggers. */
export function timersOf(agent: Agent): readonly Timer[] {
  return agent.triggers.filter((trigger): trigger is Timer => !('on' in trigger));
}
