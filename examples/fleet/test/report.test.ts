import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { runDay, type Day } from '../src/day.ts';
import type { Page } from '../src/report/page.ts';
import { report } from '../src/report/report.ts';
import { pageFor } from '../src/report/terminal.ts';

const ESCAPE = '\u001b[';

let day: Day;
beforeAll(async () => {
  day = await runDay();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function plain(width: number): Page {
  return { width, paint: (_style, text) => text };
}

/** A terminal that tells colours by the environment, as a real one does. */
function terminal(columns: number) {
  const getColorDepth = (): number => WriteStream.prototype.getColorDepth();
  return Object.assign(new PassThrough(), { isTTY: true, columns, getColorDepth });
}

function stubColours(environment: { NO_COLOR?: string }) {
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.stubEnv('NODE_DISABLE_COLORS', undefined);
  vi.stubEnv('TERM', 'xterm-256color');
  // Node takes an unknown CI for a terminal without colours.
  vi.stubEnv('CI', undefined);
  vi.stubEnv('NO_COLOR', environment.NO_COLOR);
}

describe('the report', () => {
  test.each([80, 100, 120])('fits %d columns', (width) => {
    const lines = report(day, plain(width)).split('\n');
    expect(lines.filter((line) => line.length > width)).toStrictEqual([]);
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(width - 5);
    expect(lines.filter((line) => line !== line.trimEnd())).toStrictEqual([]);
  });

  test('is the same text for the same day', async () => {
    expect(report(await runDay(), plain(100))).toBe(report(day, plain(100)));
  });

  test('is another text for another day', async () => {
    expect(report(await runDay({ seed: 2 }), plain(100))).not.toBe(report(day, plain(100)));
  });

  test('shows the timetable with what the table did not decide alone', () => {
    const text = report(day, plain(120));
    expect(text).toMatch(/01:00–01:10 +research agents ×7 \(4 \+ 3\) +exploration ●○○ ×21 +synthesis ●●○ ×7\n/);
    expect(text).toMatch(/07:00 +briefing mailer ×4 +email-draft ●●○ ×1 override +email-draft ●○○ ×3\n/);
    expect(text).toMatch(/on each tender +bid desk ×2 .*bid-review ●●● ×2 atLeast\n/);
    expect(text).toMatch(/03:00–\d\d:\d\d +builder ×2 +analysis ●●○ ×56 .*\n +complex-research ●●○ ×7 atMost\n/);
    expect(text).toMatch(/16:00 +invoice reminders +invoice-reminder ●●○ ×3 unrouted\n/);
    expect(text).toMatch(/every 10 min +health check +health-check ●○○ ×144\n/);
  });

  test('shows each kind of decision, and no call twice', () => {
    const counts = [...report(day, plain(80)).matchAll(/^ {2}(route|override|atLeast|atMost|default) +×(\d+) /gm)];
    expect(counts.map(([, kind]) => kind)).toStrictEqual(['route', 'override', 'atLeast', 'atMost', 'default']);
    expect(counts.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(day.entries.length);
  });

  test('keeps the line that mends a table in one piece, however wide the page', () => {
    for (let width = 80; width <= 120; width++) {
      expect(report(day, plain(width)).match(/'invoice-reminder': 'sonnet',/g), String(width)).toHaveLength(3);
    }
  });

  test('says so where nothing is unrouted', () => {
    expect(report({ ...day, log: [] }, plain(80))).toContain('Nothing: each task has its line.');
  });

  test('draws a bar for each service, as long as all others', () => {
    const section = report(day, plain(100)).split('Tiers, by service')[1]?.split('Tiers, in all')[0] ?? '';
    const bars = section.match(/[░▒█]+/g) ?? [];
    const busy = new Set(day.entries.map(({ run }) => run.agent.service));
    expect(bars).toHaveLength(busy.size);
    expect(new Set(bars.map((bar) => bar.length)).size).toBe(1);
  });
});

describe('the terminal', () => {
  test('gets colours', () => {
    stubColours({});
    expect(report(day, pageFor(terminal(80)))).toContain(ESCAPE);
  });

  test('gets no colours under NO_COLOR', () => {
    stubColours({ NO_COLOR: '1' });
    expect(report(day, pageFor(terminal(80)))).not.toContain(ESCAPE);
  });

  test('gets the same text with colours as without', () => {
    stubColours({});
    // eslint-disable-next-line no-control-regex -- escape codes are what is taken out
    const uncoloured = report(day, pageFor(terminal(100))).replace(/\u001b\[\d+m/g, '');
    expect(uncoloured.replace(/ +$/gm, '')).toBe(report(day, plain(100)));
  });

  test.each([
    [40, 80],
    [97, 97],
    [300, 120],
  ])('of %d columns gets a page of %d', (columns, width) => {
    expect(pageFor(terminal(columns)).width).toBe(width);
  });

  test('that is none gets a page of 100', () => {
    expect(pageFor(new PassThrough()).width).toBe(100);
  });
});
