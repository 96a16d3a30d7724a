import { expect, test, vi } from 'vitest';
import { FLEET } from './fleet.ts';
import { freshRouter } from './fresh-router.ts';
import { recordWarnings } from './warnings.ts';

/** The module as a new process finds it. */
async function freshWarnOnce(): Promise<(code: string, subject: string | object, ...about: unknown[]) => void> {
  vi.resetModules();
  const { warnOnce } = await import('../src/warn-once.ts');
  return warnOnce;
}

test('a task is warned of once, whatever there is to say about it', async () => {
  const warnings = recordWarnings();
  const warn = await freshWarnOnce();
  warn('TASKROUTE_UNROUTED', 'letter', 'letter', 'sonnet', FLEET);
  warn('TASKROUTE_UNROUTED', 'letter', 'letter', 'opus', FLEET);
  expect(warnings).toEqual([
    {
      message: 'No route for the task "letter": the default gave it "sonnet". Add a line for it to the table.',
      type: 'TaskrouteWarning',
      code: 'TASKROUTE_UNROUTED',
    },
  ]);
});

test('what fails is warned of once, by what it is and not by its name', async () => {
  const warnings = recordWarnings();
  const warn = await freshWarnOnce();
  const [one, namesake] = [{}, {}];
  warn('TASKROUTE_RULE_FAILED', one, 'long input', new Error('no signals'));
  warn('TASKROUTE_RULE_FAILED', one, 'long input', new Error('too many signals'));
  warn('TASKROUTE_RULE_FAILED', namesake, 'long input', new Error('no signals'));
  expect(warnings.map(({ code }) => code)).toEqual(['TASKROUTE_RULE_FAILED', 'TASKROUTE_RULE_FAILED']);
});

test('a message is made only where it is given', async () => {
  recordWarnings();
  const warn = await freshWarnOnce();
  const message = vi.fn(() => 'no signals');
  const failure = Object.defineProperty(new Error(), 'message', { get: message });
  warn('TASKROUTE_RULE_FAILED', failure, 'letter', failure);
  warn('TASKROUTE_RULE_FAILED', failure, 'letter', failure);
  expect(message).toHaveBeenCalledTimes(1);
});

test('a thousand tasks are warned of, and they hide no failure', async () => {
  const warnings = recordWarnings();
  const warn = await freshWarnOnce();
  for (let index = 1; index <= 1_001; index++)
    warn('TASKROUTE_UNROUTED', `task-${String(index)}`, `task-${String(index)}`, 'sonnet', FLEET);
  expect(warnings).toHaveLength(1_000);
  expect(warnings.at(-1)?.message).toContain('"task-1000"');
  warn('TASKROUTE_RULE_FAILED', {}, 'long input', 'no signals');
  expect(warnings).toHaveLength(1_001);
});

test('failures are bounded too, for a process that defines routers without end', async () => {
  const warnings = recordWarnings();
  const warn = await freshWarnOnce();
  for (let index = 1; index <= 2_001; index++) warn('TASKROUTE_RULE_FAILED', {}, 'long input', 'no signals');
  expect(warnings).toHaveLength(2_000);
});

test('no text that it was told of is kept', async () => {
  recordWarnings();
  const warn = await freshWarnOnce();
  const kept = vi.spyOn(Set.prototype, 'add');
  try {
    warn('TASKROUTE_UNROUTED', 'x'.repeat(1_000_000), 'x', 'sonnet', FLEET);
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
