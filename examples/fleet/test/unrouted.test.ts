import { defineRouter } from '@taskroute/router';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runDay } from '../src/day.ts';
import { routeModel, ROUTES, tiers, type Model } from '../src/model-router.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an unrouted task', () => {
  test('is logged once for each call that the default served, and nothing else is', async () => {
    const { entries, log } = await runDay();
    const unrouted = entries.filter(({ decision }) => decision.via === 'default');
    expect(unrouted.map(({ decision }) => decision.task)).toStrictEqual(Array(3).fill('invoice-reminder'));
    expect(log).toHaveLength(unrouted.length);
    for (const report of log) {
      expect(report).toContain("16:00 invoice reminders · overdue invoices asked for 'invoice-reminder'");
    }
  });

  test('is settled by the very line that its log gives', async () => {
    const { log } = await runDay();
    const [, task = '', model = ''] =
      /ROUTES in src\/model-router\.ts: '([^']+)': '([^']+)',$/.exec(log[0] ?? '') ?? [];
    expect(tiers).toContain(model);
    // The line above holds it to one of the tiers.
    const mended = defineRouter({ tiers, default: 'sonnet', routes: { ...ROUTES, [task]: model as Model } });
    expect(mended.decide('invoice-reminder')).toMatchObject({ via: 'route', model: 'sonnet' });
  });

  test('is logged to the console where no agent is at work, at every call', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    routeModel('never-heard-of');
    routeModel('never-heard-of');
    expect(warn.mock.calls).toStrictEqual(
      Array(2).fill([
        "somebody asked for 'never-heard-of', which the table does not list, and got the default, 'sonnet'. " +
          "Add its line to ROUTES in src/model-router.ts: 'never-heard-of': 'sonnet',",
      ]),
    );
  });
});
