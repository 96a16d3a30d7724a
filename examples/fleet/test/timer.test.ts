import { describe, expect, test } from 'vitest';
import { clockTime, secondsOf } from '../src/time-of-day.ts';
import { at, every, timesOf } from '../src/timer.ts';

describe('a timer', () => {
  test('goes off once a day at its time', () => {
    expect(timesOf(at('02:15')).map(clockTime)).toStrictEqual(['02:15']);
  });

  test('goes off 144 times a day every ten minutes, the last time before midnight', () => {
    const times = timesOf(every(10)).map(clockTime);
    expect(times).toHaveLength(144);
    expect([times[0], times[1], times.at(-1)]).toStrictEqual(['00:00', '00:10', '23:50']);
  });

  test('keeps to its part of the day', () => {
    expect(timesOf(every(30, '08:00', '09:30')).map(clockTime)).toStrictEqual(['08:00', '08:30', '09:00']);
  });
});

describe('a time of day', () => {
  test('is the seconds since midnight', () => {
    expect(['00:00', '06:30', '24:00'].map(secondsOf)).toStrictEqual([0, 23_400, 86_400]);
  });

  test.each(['6:30', '06:60', '25:00', '', '06:30:00'])('is not %j', (text) => {
    expect(() => secondsOf(text)).toThrow(RangeError);
  });
});
