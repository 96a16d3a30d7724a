import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runDay } from '../src/day.ts';
import { report } from '../src/report/report.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The demo as a process whose output goes into a pipe. */
function runDemo(environment: Readonly<Record<string, string>> = {}) {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], { encoding: 'utf8', env: environment });
  return { status, stdout, stderr, seconds: (performance.now() - began) / 1_000 };
}

describe('the demo', () => {
  test('exits with 0 in under 10 s and complains of nothing', () => {
    const { status, stderr, seconds } = runDemo();
    expect({ status, stderr }).toStrictEqual({ status: 0, stderr: '' });
    expect(seconds).toBeLessThan(10);
  });

  test('prints its sections in order', () => {
    const titles = [...runDemo().stdout.matchAll(/^ {2}(\S.*?) {2}─+$/gm)].map(([, title]) => title);
    expect(titles).toStrictEqual([
      'Once, at its time',
      'Again and again',
      'Why this model: the first decision of each kind',
      'Unrouted',
      'Tiers, by service',
      'Tiers, in all',
    ]);
  });

  test('prints the day that the tests look at, in plain text', async () => {
    const page = { width: 100, paint: (_style: string, text: string) => text };
    expect(runDemo().stdout).toBe(report(await runDay(), page));
  });

  test.each([{}, { NO_COLOR: '1' }, { TERM: 'xterm-256color', COLORTERM: 'truecolor' }])(
    'writes no escape codes into a pipe with %j',
    (environment) => {
      expect(runDemo(environment).stdout).not.toContain('\u001b');
    },
  );
});
