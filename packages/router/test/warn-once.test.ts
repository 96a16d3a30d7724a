import { expect, test, vi } from 'vitest';
import { FLEET } from './fleet.ts';
import { freshRouter } from './fresh-router.ts';
import { recordWarnings } from './warnings.ts';

/** The module as a new process finds it. */
async function freshWarnOnce(): Promise<(code: string, subject: string, ...about: unknown[]) => void> {
  vi.resetModules();
  const { warnOnce } = await import('../src/warn-once.ts');
  return warnOnce;
}

test('a subject is warned of once, under its code', async () => {
  const warnings = recordWarnings();
  const warn = await freshWarnOnce();
  warn('TASKROUTE_RULE_FAILED', 'letter', 'no signals');
  warn('TASKROUTE_RULE_FAILED', 'letter', 'no signals');
  expect(warnings).toEqual([
    {
      message: `The rule "letter" failed and does not apply: it gave "no signals". Mend its 'when'.`,
      type: 'TaskrouteWarning',
      code: 'TASKROUTE_RULE_FAILED',
    },
  ]);
});

test('a subject is warned of once, whatever there is to say about it', async () => {
  const warnings = recordWarnings();
  const warn = await freshWarnOnce();
  warn('TASKROUTE_RULE_FAILED', 'letter', 'no signals');
  warn('TASKROUTE_RULE_FAILED', 'letter', new Error('too many signals'));
  expect(warnings).toHaveLength(1);
});

test('the same subject under another code is another warning', async () => {
  const warnings = recordWarnings();
  const warn = await freshWarnOnce();
  warn('TASKROUTE_UNROUTED', 'letter', 'sonnet', FLEET);
  warn('TASKROUTE_RULE_FAILED', 'letter');
  expect(warnings.map(({ code }) => code)).toEqual(['TASKROUTE_UNROUTED', 'TASKROUTE_RULE_FAILED']);
});

test('a message is made only where it is given', async () => {
  recordWarnings();
  const warn = await freshWarnOnce();
  const message = vi.fn(() => 'no signals');
  const failure = Object.defineProperty(new Error(), 'message', { get: message });
  warn('TASKROUTE_RULE_FAILED', 'letter', failure);
  warn('TASKROUTE_RULE_FAILED', 'letter', failure);
  expect(message).toHaveBeenCalledTimes(1);
});

test('a thousand subjects are warned of, then nothing, of whatever code', async () => {
  const warnings = recordWarnings();
  const warn = await freshWarnOnce();
  for (let index = 1; index <= 1_000; index++) warn('TASKROUTE_RULE_FAILED', `rule-${String(index)}`);
  expect(warnings).toHaveLength(1_000);
  expect(warnings.at(-1)?.message).toContain('"rule-1000"');
  warn('TASKROUTE_RULE_FAILED', 'one-too-many');
  warn('TASKROUTE_UNROUTED', 'a-task', 'sonnet', FLEET);
  warn('TASKROUTE_RULE_FAILED', 'rule-1');
  expect(warnings).toHaveLength(1_000);
});

test('nothing that it was told of is kept: neither a text nor what is about it', async () => {
  recordWarnings();
  const warn = await freshWarnOnce();
  const kept = vi.spyOn(Set.prototype, 'add');
  try {
    warn('TASKROUTE_RULE_FAILED', 'x'.repeat(1_000_000), new Error('no signals'));
    expect(kept.mock.calls).toEqual([[expect.stringMatching(/^[0-9a-z]{1,7}$/)]]);
  } finally {
    kept.mockRestore();
  }
});

test('a thousand repeats of one task leave room for the next', async () => {
  const warnings = recordWarnings();
  const { routeModel } = (await freshRouter()).defineRouter(FLEET);
  for (let index = 0; index < 2_000; index++) routeModel('the-same-one');
  routeModel('another');
  expect(warnings).toHaveLength(2);
});

test('run-time names cannot flood a process: 5,000 of them give 1,000 warnings, and route all the same', async () => {
  const warnings = recordWarnings();
  const { routeModel } = (await freshRouter()).defineRouter(FLEET);
  for (let index = 0; index < 5_000; index++) expect(routeModel(`order-${String(index)}`)).toBe('sonnet');
  expect(warnings).toHaveLength(1_000);
});
