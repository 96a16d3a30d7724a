import { describe, expect, test } from 'vitest';
import { createClock } from '../src/clock.ts';

describe('the virtual clock', () => {
  test('lets events happen in the order of their times, whatever the order of asking', async () => {
    const clock = createClock();
    const seen: [string, number][] = [];
    for (const [name, time] of [
      ['noon', 43_200],
      ['night', 3_600],
      ['evening', 72_000],
    ] as const) {
      clock.at(time, () => {
        seen.push([name, clock.now()]);
      });
    }
    await clock.run();
    expect(seen).toStrictEqual([
      ['night', 3_600],
      ['noon', 43_200],
      ['evening', 72_000],
    ]);
  });

  test('lets events of one time happen in the order of asking', async () => {
    const clock = createClock();
    const seen: number[] = [];
    for (const number of [1, 2, 3]) clock.at(60, () => void seen.push(number));
    await clock.run();
    expect(seen).toStrictEqual([1, 2, 3]);
  });

  test('lets two that wait take turns', async () => {
    const clock = createClock();
    const seen: string[] = [];
    const work = (name: string, seconds: number) => async () => {
      for (let turn = 0; turn < 3; turn++) {
        await clock.wait(seconds);
        seen.push(`${name} ${String(clock.now())}`);
      }
    };
    clock.at(0, work('quick', 10));
    clock.at(0, work('slow', 15));
    await clock.run();
    expect(seen).toStrictEqual(['quick 10', 'slow 15', 'quick 20', 'slow 30', 'quick 30', 'slow 45']);
  });

  test('finishes whatever an event sets off before the next event comes', async () => {
    const clock = createClock();
    const seen: string[] = [];
    clock.at(1, async () => {
      for (let step = 0; step < 50; step++) await Promise.resolve();
      seen.push('first');
    });
    clock.at(2, () => void seen.push('second'));
    await clock.run();
    expect(seen).toStrictEqual(['first', 'second']);
  });

  test('passes a year at once', async () => {
    const clock = createClock();
    clock.at(365 * 86_400, () => undefined);
    const before = performance.now();
    await clock.run();
    expect(clock.now()).toBe(365 * 86_400);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test.each([10, NaN])('refuses an event at %d when it is later than that', async (time) => {
    const clock = createClock();
    clock.at(20, () => {
      clock.at(time, () => undefined);
    });
    await expect(clock.run()).rejects.toThrow(RangeError);
  });

  test('hands on what an event threw, and stops there', async () => {
    const clock = createClock();
    const seen: string[] = [];
    clock.at(1, async () => {
      await clock.wait(1);
      throw new Error('out of paper');
    });
    clock.at(3, () => void seen.push('later'));
    await expect(clock.run()).rejects.toThrow('out of paper');
    expect(seen).toStrictEqual([]);
  });
});
