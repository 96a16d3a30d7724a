import { secondsOf } from './time-of-day.ts';

/** Something that reaches one agent from outside. */
export interface FleetEvent {
  readonly kind: EventKind;
  readonly time: number;
  readonly about: string;
}

interface Inflow {
  /** How many reach one agent on a usual day; a day has up to a fifth more or fewer. */
  readonly perDay: number;
  readonly from: string;
  readonly until: string;
  /** What they are about, in turn. */
  readonly about: readonly string[];
}

const INFLOW = {
  pipeline: {
    perDay: 12,
    from: '08:00',
    until: '19:00',
    about: ['a call was logged', 'the stage changed', 'a contact was added', 'an offer was opened'],
  },
  message: {
    perDay: 10,
    from: '08:30',
    until: '18:00',
    about: ['question', 'question', 'meeting', 'question', 'complaint', 'question', 'contract', 'question', 'meeting'],
  },
  mail: {
    perDay: 18,
    from: '06:00',
    until: '22:00',
    about: ['request', 'newsletter', 'request', 'spam'],
  },
  tender: {
    perDay: 4,
    from: '09:00',
    until: '17:00',
    about: ['worth 40,000', 'worth 180,000', 'worth 25,000', 'worth 60,000'],
  },
} as const satisfies Readonly<Record<string, Inflow>>;

export type EventKind = keyof typeof INFLOW;

/** What reaches one agent in one day, in order. */
export function eventsOf(kind: EventKind, random: () => number): readonly FleetEvent[] {
  const { perDay, from, until, about }: Inflow = INFLOW[kind];
  const spread = Math.floor(perDay / 5);
  const count = perDay - spread + Math.floor(random() * (2 * spread + 1));
  const [first, last] = [secondsOf(from), secondsOf(until)];
  const times = Array.from({ length: count }, () => first + Math.floor(random() * (last - first)));
  times.sort((one, other) => one - other);
  return times.map((time, index) => ({ kind, time, about: about[index % about.length] ?? '' }));
}
