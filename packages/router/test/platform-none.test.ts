import { afterEach, describe, expect, test, vi } from 'vitest';
import { platform } from '../src/platform-none.ts';
import { FLEET } from './fleet.ts';
import { freshRouter } from './fresh-router.ts';
import { listen } from './listen.ts';

afterEach(() => {
  vi.doUnmock('#platform');
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The router's modules as a browser finds them. */
async function browserRouter(): Promise<typeof import('../src/index.ts')> {
  vi.doMock('#platform', () => import('../src/platform-none.ts'));
  return freshRouter();
}

/** What an action throws. Of a fresh module: its error is of no class that this file knows. */
function failureOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('nobody can listen, and what is published goes nowhere', () => {
  const decision = {} as Parameters<typeof platform.decisions.publish>[0]; // nobody reads it
  for (const channel of [platform.decisions, platform.unrouted]) {
    expect(channel.hasSubscribers).toBe(false);
    expect(() => {
      channel.publish(decision);
    }).not.toThrow();
  }
});

describe('a message', () => {
  test('is the code and the texts that it is about, and nothing else of it', () => {
    expect(platform.say('not-tier', 'routes', 'gpt', 'letter')).toBe('not-tier routes gpt letter');
    expect(platform.say('TASKROUTE_UNKNOWN_MODEL', 'gpt', ['haiku', 'opus'])).toBe('TASKROUTE_UNKNOWN_MODEL gpt');
    expect(platform.say('TASKROUTE_NOT_LOWERED', undefined)).toBe('TASKROUTE_NOT_LOWERED');
    expect(platform.say('not-list', 'tiers', null, 7, true, {}, () => 'x', Symbol('x'), '')).toBe('not-list tiers ');
  });

  test('of an error names what was refused', async () => {
    const { defineRouter } = await browserRouter();
    const { routeModel } = defineRouter({ ...FLEET, unrouted: 'throw' });
    expect(failureOf(() => routeModel('never-heard-of'))).toMatchObject({
      code: 'TASKROUTE_UNROUTED',
      message: 'TASKROUTE_UNROUTED never-heard-of sonnet',
      input: 'never-heard-of',
    });
    expect(failureOf(() => routeModel('blog-post', { atLeast: 'opus', atMost: 'haiku' }))).toMatchObject({
      message: 'TASKROUTE_CONTRADICTORY_HINTS opus haiku',
    });
  });

  test('of a broken table lists each fault, and the error keeps them', async () => {
    const { defineRouter } = await browserRouter();
    const source = { tiers: ['haiku'], default: 'opus', routes: { '/': 'haiku' } } as const;
    // @ts-expect-error -- 'opus' is not a tier
    const error = failureOf(() => defineRouter(source));
    expect(error).toMatchObject({
      code: 'TASKROUTE_BROKEN_TABLE',
      message: 'TASKROUTE_BROKEN_TABLE \n- not-tier default opus\n- not-route routes / /',
      input: {
        source,
        faults: [
          { where: 'default', key: null, message: 'not-tier default opus' },
          { where: 'routes', key: '/', message: 'not-route routes / /' },
        ],
      },
    });
  });
});

describe('a warning', () => {
  test('goes to the console as it is, its code first', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const failure = new Error('no such signal');
    platform.warn('TASKROUTE_RULE_FAILED', 'long-form', failure);
    expect(warn.mock.calls).toEqual([['TASKROUTE_RULE_FAILED', 'long-form', failure]]);
    expect(warn.mock.calls[0]?.[2]).toBe(failure); // the error itself: a console shows where it came from
  });

  test('goes nowhere where there is no console', () => {
    vi.stubGlobal('console', undefined);
    expect(() => {
      platform.warn('TASKROUTE_UNROUTED', 'letter');
    }).not.toThrow();
  });
});

describe('a router on it', () => {
  test('routes, warns once on the console and publishes nothing', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const heard = [listen('taskroute:decision'), listen('taskroute:unrouted')];
    const { routeModel, decide } = (await browserRouter()).defineRouter(FLEET);
    expect([routeModel('blog-post'), decide('content/x').model, routeModel('never-heard-of')]).toEqual([
      'opus',
      'opus',
      'sonnet',
    ]);
    routeModel('never-heard-of');
    expect(warn.mock.calls.map(([code, task, model]: readonly unknown[]) => [code, task, model])).toEqual([
      ['TASKROUTE_UNROUTED', 'never-heard-of', 'sonnet'],
    ]);
    expect(heard).toEqual([[], []]);
  });

  test("names its 'unrouted' function where that failed", async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const failure = new Error('disk full');
    const unrouted = (): void => {
      throw failure;
    };
    (await browserRouter()).defineRouter({ ...FLEET, unrouted }).routeModel('never-heard-of');
    expect(warn.mock.calls).toEqual([['TASKROUTE_UNROUTED_FAILED', failure]]);
  });

  test('routes on where there is no console', async () => {
    const { defineRouter } = await browserRouter();
    const rules = [
      {
        name: 'broken',
        when: (): boolean => {
          throw new Error('no such signal');
        },
        model: 'opus',
      },
    ] as const;
    const { routeModel } = defineRouter({ ...FLEET, rules });
    vi.stubGlobal('console', undefined);
    expect(routeModel('never-heard-of')).toBe('sonnet');
  });

  test.each(['x', '/', 'a/'])('serves a task of a megabyte of %j at once, and refuses it at once', async (text) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { defineRouter } = await browserRouter();
    const task = text.repeat(1_000_000 / text.length);
    const { routeModel } = defineRouter(FLEET);
    const { routeModel: refuse } = defineRouter({ ...FLEET, unrouted: 'throw' });
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(routeModel(task)).toBe('sonnet');
      expect(failureOf(() => refuse(task))).toMatchObject({ code: 'TASKROUTE_UNROUTED', input: task });
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(1_000);
  });
});
