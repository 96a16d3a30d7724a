import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { beforeAll, describe, expect, test } from 'vitest';
import { runDay, type Day } from '../src/day.ts';
import type { FleetDecision } from '../src/ledger.ts';
import type { ModelRequest } from '../src/model-client.ts';
import { ROUTES } from '../src/model-router.ts';
import { createOfflineClient } from '../src/offline-client.ts';
import { analyse } from '../src/services/agent-analytics.ts';
import { secondsOf } from '../src/time-of-day.ts';

let day: Day;
beforeAll(async () => {
  day = await runDay();
});

const runsOf = (service: string) => day.runs.filter((run) => run.agent.service === service);
const entriesOf = (service: string) => day.entries.filter(({ run }) => run.agent.service === service);

describe('a day of the fleet', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2_026])(
    'comes out within three points of 65 / 28 / 7 from its timetable, seed %d',
    async (seed) => {
      const { calls, served } = analyse((await runDay({ seed })).entries);
      const shares = [served[1], served[2], served[3]].map((count) => (100 * count) / calls);
      for (const [index, usual] of [65, 28, 7].entries()) {
        expect(Math.abs((shares[index] ?? NaN) - usual), `tier ${String(index + 1)}`).toBeLessThanOrEqual(3);
      }
    },
  );

  test.each([1, 2, 3, 4, 5])('routes each of the 27 tasks by its own line, seed %d', async (seed) => {
    const { entries } = await runDay({ seed });
    const routed = entries.filter(({ decision }) => decision.via === 'route').map(({ decision }) => decision.task);
    expect(new Set(routed)).toStrictEqual(new Set(Object.keys(ROUTES)));
  });

  test('is the same day each time', async () => {
    expect(withoutLoggers(await runDay())).toStrictEqual(withoutLoggers(day));
  });

  test('puts all its agents to work', () => {
    expect(new Set(day.runs.map((run) => run.agent))).toStrictEqual(new Set(day.agents));
  });

  test('keeps its decisions in the order of the clock', () => {
    const times = day.entries.map((entry) => entry.time);
    expect(times).toStrictEqual(times.toSorted((one, other) => one - other));
  });

  test('asks each model for what the router has just decided', async () => {
    const decided: FleetDecision[] = [];
    const mismatched: [ModelRequest, FleetDecision | undefined][] = [];
    let asked = 0;
    // The channel's messages are the decisions of the router that this file imports.
    const listen = (message: unknown) => void decided.push(message as FleetDecision);
    subscribe('taskroute:decision', listen);
    await runDay({
      createClient: (clock) => {
        const offline = createOfflineClient(clock);
        return {
          ask: (request) => {
            asked += 1;
            const last = decided.at(-1);
            if (request.task !== last?.task || request.model !== last.model) mismatched.push([request, last]);
            return offline.ask(request);
          },
        };
      },
    });
    unsubscribe('taskroute:decision', listen);
    expect(mismatched).toStrictEqual([]);
    expect(asked).toBe(decided.length);
  });

  test('hands on what a model client throws, and stops listening', async () => {
    const failing = runDay({ createClient: () => ({ ask: () => Promise.reject(new Error('overloaded')) }) });
    await expect(failing).rejects.toThrow('overloaded');
    const { entries } = await runDay();
    expect(entries).toHaveLength(day.entries.length);
  });
});

describe('the timetable', () => {
  test('sends the research agents out in batches of four, one batch after the other', () => {
    const runs = runsOf('research agents').toSorted((one, other) => one.startedAt - other.startedAt);
    const [first, second] = [runs.slice(0, 4), runs.slice(4)];
    expect(first.map((run) => run.startedAt)).toStrictEqual(Array(4).fill(secondsOf('01:00')));
    const firstDone = Math.max(...first.map((run) => run.endedAt));
    expect(firstDone).toBeGreaterThan(secondsOf('01:00'));
    expect(second.map((run) => run.startedAt)).toStrictEqual(Array(3).fill(firstDone));
  });

  test('lets each research agent explore first, then synthesise', () => {
    for (const { agent } of runsOf('research agents')) {
      const tasks = day.entries.filter(({ run }) => run.agent === agent).map(({ decision }) => decision.task);
      expect(tasks, agent.name).toStrictEqual(['exploration', 'exploration', 'exploration', 'synthesis']);
    }
  });

  test.each([
    ['action extractor', '02:00'],
    ['cross-research synthesizer', '02:15'],
    ['knowledge tracker', '02:30'],
    ['builder', '03:00'],
    ['job digest', '06:00'],
    ['briefing mailer', '07:00'],
    ['playbook', '09:00'],
  ])('starts the %s at %s', (service, time) => {
    expect(Math.min(...runsOf(service).map((run) => run.startedAt))).toBe(secondsOf(time));
  });

  test('checks the server’s health every ten minutes', () => {
    const checks = runsOf('health check').filter((run) => run.agent.subject === 'server');
    expect(checks.map((run) => run.startedAt)).toStrictEqual(Array.from({ length: 144 }, (_, index) => index * 600));
  });

  test('extracts actions from each report, and leaves none of them undone', () => {
    expect(entriesOf('action extractor')).toHaveLength(day.archive.all('report').length);
    expect(day.archive.all('report')).toHaveLength(7);
    expect(day.archive.all('action')).toStrictEqual([]);
  });

  test('scores a job once, however many boards show it however often', () => {
    const scored = entriesOf('job digest').filter(({ decision }) => decision.task === 'classification');
    const listings = day.archive.all('listing').map((note) => note.text);
    expect(scored).toHaveLength(listings.length);
    expect(new Set(listings).size).toBe(listings.length);
  });

  test('overrides one mail of the morning, and only that one', () => {
    const mails = entriesOf('briefing mailer').map(({ run, decision }) => [run.agent.subject, decision.model]);
    expect(Object.fromEntries(mails)).toStrictEqual({
      investors: 'sonnet',
      owner: 'haiku',
      partners: 'haiku',
      team: 'haiku',
    });
  });

  test('raises the large bids by a hint, and no others', () => {
    const reviews = entriesOf('bid desk').filter(({ decision }) => decision.task === 'bid-review');
    expect(reviews.map(({ decision }) => decision.hint).filter((hint) => hint !== null)).toStrictEqual([
      'atLeast',
      'atLeast',
    ]);
    for (const { decision } of reviews) expect(decision.model).toBe(decision.hint === null ? 'sonnet' : 'opus');
  });

  test('lowers the small actions by a hint, and no others', () => {
    const research = entriesOf('builder').filter(({ decision }) => decision.task === 'complex-research');
    const lowered = research.filter(({ decision }) => decision.hint === 'atMost');
    expect(research).toHaveLength(28);
    expect(lowered).toHaveLength(7);
    for (const { decision } of research) expect(decision.model).toBe(decision.hint === null ? 'opus' : 'sonnet');
  });
});

/** A run's logger is a function of its own day. */
function withoutLoggers({ runs, entries, ...rest }: Day) {
  return {
    ...rest,
    archive: rest.archive.all('analytics'),
    runs: runs.map(({ log: _log, ...run }) => run),
    entries: entries.map(({ run: { log: _log, ...run }, ...entry }) => ({ ...entry, run })),
  };
}
