import { describe, expect, test } from 'vitest';
import { createTable } from '../src/create-table.ts';
import { judge } from '../src/judge.ts';
import { LONGEST_NAME } from '../src/limits.ts';
import { faultsOf } from '../src/validate.ts';
import { FLEET } from './fleet.ts';

/** A name of so many characters; the last ones are given. */
function nameOf(length: number, end = ''): string {
  return 'n'.repeat(length - end.length) + end;
}

test('the limit is the one that the message of a fault names', () => {
  expect(LONGEST_NAME).toBe(1_000);
  const [fault] = faultsOf({ ...FLEET, routes: { [nameOf(LONGEST_NAME)]: 'opus' } });
  expect(fault?.message).toContain('under 1,000 characters');
});

describe("a route's name", () => {
  test.each(['', '/*', '/task'])('of 999 characters is sound, one more is a fault: …%s', (end) => {
    expect(faultsOf({ ...FLEET, routes: { [nameOf(999, end)]: 'opus' } })).toEqual([]);
    const key = nameOf(1_000, end);
    expect(faultsOf({ ...FLEET, routes: { [key]: 'opus' } })).toMatchObject([{ where: 'routes', key }]);
  });

  test('does not flood the message, however long it is', () => {
    const [fault] = faultsOf({ ...FLEET, routes: { [nameOf(1_000_000)]: 'opus' } });
    expect(fault?.message.length).toBeLessThan(300);
    expect(fault?.message).toContain('(1000000 characters)');
  });
});

describe('the longest domain that there can be', () => {
  const key = nameOf(999, '/*');
  const domain = key.slice(0, -2);
  const table = createTable({ ...FLEET, routes: { [key]: 'opus' } });

  test.each([
    ['a name in it', `${domain}/x`],
    ['its own key', key],
    ['a deep name', `${domain}/${'a/'.repeat(2_000)}x`],
    ['a name of a megabyte', `${domain}/${'x'.repeat(1_000_000)}`],
  ])('serves %s', (_what, task) => {
    expect(judge(table, task)).toMatchObject({ model: 'opus', via: 'domain', from: key });
  });

  test('serves nothing beside it', () => {
    expect(judge(table, `${domain}n/x`).via).toBe('default');
    expect(judge(table, domain).via).toBe('default');
  });
});

test('a domain is found from a task with slashes on both sides of the limit', () => {
  const routes = { 'a/*': 'opus', [`${'a/'.repeat(400)}*`]: 'haiku' } as const;
  const table = createTable({ ...FLEET, routes });
  expect(judge(table, `a/${'b/'.repeat(600)}x`).from).toBe('a/*');
  expect(judge(table, `${'a/'.repeat(700)}x`).from).toBe(`${'a/'.repeat(400)}*`);
});
