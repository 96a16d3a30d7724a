import { defineRouter } from '@taskroute/router';
import { expect, test } from 'vitest';
import { on } from '../src/agent.ts';
import { createClock } from '../src/clock.ts';
import { currentRun, runAs, type Run } from '../src/current-run.ts';
import { openLedger } from '../src/ledger.ts';
import { routeModel } from '../src/model-router.ts';

const mail = on('mail');
const run: Run = {
  agent: { name: 'a test', kind: 'long-running', service: 'inbox triage', subject: 'test', triggers: [mail] },
  trigger: mail,
  startedAt: 0,
  log: () => undefined,
};

test('the ledger keeps each decision with its time and its run, across what the run waits for', async () => {
  const clock = createClock();
  const ledger = openLedger(clock);
  clock.at(60, () =>
    runAs(run, async () => {
      await clock.wait(5);
      routeModel('classification');
    }),
  );
  await clock.run();
  ledger.close();
  expect(ledger.entries).toMatchObject([{ time: 65, decision: { task: 'classification', model: 'haiku', tier: 1 } }]);
  expect(ledger.entries[0]?.run).toBe(run);
});

test('the ledger keeps no decision of another router, of no run, or after it is closed', () => {
  const other = defineRouter({ tiers: ['haiku'], default: 'haiku', routes: { classification: 'haiku' } });
  const ledger = openLedger(createClock());
  runAs(run, () => other.routeModel('classification'));
  routeModel('classification');
  ledger.close();
  runAs(run, () => routeModel('classification'));
  expect(ledger.entries).toStrictEqual([]);
});

test('a run is over where its work is', () => {
  expect(runAs(run, currentRun)).toBe(run);
  expect(currentRun()).toBeUndefined();
});
