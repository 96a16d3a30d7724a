import { expect, test } from 'vitest';
import { eventsOf } from '../src/fleet-event.ts';
import { createRandom } from '../src/seeded-random.ts';
import { secondsOf } from '../src/time-of-day.ts';

test('the same seed brings the same events, another seed others', () => {
  const events = (seed: number) => eventsOf('mail', createRandom(seed));
  expect(events(7)).toStrictEqual(events(7));
  expect(events(8)).not.toStrictEqual(events(7));
});

test('events come in order, in their hours, about as many as usual', () => {
  for (let seed = 0; seed < 50; seed++) {
    const times = eventsOf('pipeline', createRandom(seed)).map((event) => event.time);
    expect(times).toStrictEqual(times.toSorted((one, other) => one - other));
    expect(times.every((time) => time >= secondsOf('08:00') && time < secondsOf('19:00'))).toBe(true);
    expect(Math.abs(times.length - 12)).toBeLessThanOrEqual(2);
  }
});

test('the generator gives the numbers of its published source', () => {
  // The reference implementation in C, seed 0, as unsigned 32-bit integers.
  const random = createRandom(0);
  expect([random(), random(), random()].map((value) => value * 2 ** 32)).toStrictEqual([
    1144304738, 1416247, 958946056,
  ]);
});
