import { secondsOf } from './time-of-day.ts';

/** What starts an agent by the clock: once at a time of day, or every so many minutes in a part of the day. */
export type Timer = { readonly at: string } | { readonly every: number; readonly from: string; readonly until: string };

export function at(time: string): Timer {
  return { at: time };
}

/** Shape: `minutes` from the first time on, and never at or after the second. */
export function every(minutes: number, from = '00:00', until = '24:00'): Timer {
  return { every: minutes, from, until };
}

/** When a timer goes off in one day, in seconds since midnight. */
export function timesOf(timer: Timer): readonly number[] {
  if ('at' in timer) return [secondsOf(timer.at)];
  const times: number[] = [];
  for (let time = secondsOf(timer.from); time < secondsOf(timer.until); time += timer.every * 60) times.push(time);
  return times;
}
