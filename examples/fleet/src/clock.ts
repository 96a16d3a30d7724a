import { setImmediate } from 'node:timers/promises';

type Action = () => void | Promise<void>;

/** A clock that jumps from one event to the next, so that a day takes no longer than its work. Times are seconds. */
export interface Clock {
  readonly now: () => number;
  /** Errors: a `RangeError` for a time that has passed. */
  readonly at: (time: number, action: Action) => void;
  readonly wait: (seconds: number) => Promise<void>;
  /** Until nothing is left to happen. Errors: what an action threw, at once. */
  readonly run: () => Promise<void>;
}

/** Two events at one time happen in the order in which they were asked for. */
export function createClock(): Clock {
  const queue: { readonly time: number; readonly action: Action }[] = [];
  let time = 0;
  const failures: unknown[] = [];

  function at(when: number, action: Action): void {
    if (!(when >= time)) throw new RangeError(`It is ${String(time)}; ${String(when)} cannot come any more.`);
    const before = queue.findLastIndex((event) => event.time <= when);
    queue.splice(before + 1, 0, { time: when, action });
  }

  function wait(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      at(time + seconds, resolve);
    });
  }

  /** Not awaited: an action may well wait for a later event. */
  async function start(action: Action): Promise<void> {
    try {
      await action();
    } catch (failure) {
      failures.push(failure);
    }
  }

  async function run(): Promise<void> {
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      time = event.time;
      void start(event.action);
      // Every promise that the event settles has done its part before the next event comes.
      await setImmediate();
      if (failures.length > 0) throw failures[0];
    }
  }

  return { now: () => time, at, wait, run };
}
