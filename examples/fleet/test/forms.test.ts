import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

const FLEET = dirname(import.meta.dirname);

test('one call answers alike as a value, erased and folded', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['forms/main.ts'], { cwd: FLEET, encoding: 'utf8' });
  expect({ status, stderr }).toStrictEqual({ status: 0, stderr: '' });
  const rows = [...stdout.matchAll(/^ {2}(\w+) +(\S+) +(\w+) {3}/gm)].map(([, ...columns]) => columns);
  expect(rows).toStrictEqual([
    ['value', "routeModel('blog-post')", 'opus'],
    ['erased', "routeModel<'blog-post'>()", 'opus'],
    ['folded', '"opus"', 'opus'],
  ]);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});
