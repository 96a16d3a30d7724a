import { runInNewContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import type { Decision } from '../src/decision.ts';
import { defineRouter } from '../src/define-router.ts';
import { faultsOf } from '../src/validate.ts';
import { FLEET } from './fleet.ts';
import { freshRouter } from './fresh-router.ts';
import { listen } from './listen.ts';
import { runNode } from './run-node.ts';
import { thrown } from './thrown.ts';
import { recordWarnings } from './warnings.ts';

describe("'warn'", () => {
  test('warns once per task, naming the task and the model', async () => {
    const warnings = recordWarnings();
    const { routeModel, decide } = (await freshRouter()).defineRouter({ ...FLEET, unrouted: 'warn' });
    expect(routeModel('never-heard-of')).toBe('sonnet');
    routeModel('never-heard-of');
    decide('never-heard-of');
    expect(warnings).toEqual([
      {
        message:
          'No route for the task "never-heard-of": the default gave it "sonnet". Add a line for it to the table.',
        type: 'TaskrouteWarning',
        code: 'TASKROUTE_UNROUTED',
      },
    ]);
    decide('nor-of-this');
    expect(warnings).toHaveLength(2);
  });

  test('names the listed task that was meant, when one is close', async () => {
    const warnings = recordWarnings();
    const { routeModel } = (await freshRouter()).defineRouter(FLEET);
    routeModel('blog-psot');
    expect(warnings.map(({ message }) => message)).toEqual([
      'No route for the task "blog-psot": the default gave it "sonnet". ' +
        'Did you mean "blog-post"? Else add a line for it to the table.',
    ]);
  });

  test('names what the default gave, not what a hint made of it', async () => {
    const warnings = recordWarnings();
    const { routeModel } = (await freshRouter()).defineRouter(FLEET);
    expect(routeModel('never-heard-of', { atLeast: 'opus' })).toBe('opus');
    expect(warnings.map(({ message }) => message)).toEqual([
      'No route for the task "never-heard-of": the default gave it "sonnet". Add a line for it to the table.',
    ]);
  });

  test('is what happens where nothing is said', async () => {
    const warnings = recordWarnings();
    const { defineRouter: define } = await freshRouter();
    define(FLEET).routeModel('left-out');
    define({ ...FLEET, unrouted: undefined }).routeModel('undefined');
    expect(warnings).toHaveLength(2);
  });

  test('warns once per process, not per router', async () => {
    const warnings = recordWarnings();
    const { defineRouter: define } = await freshRouter();
    define(FLEET).routeModel('never-heard-of');
    define(FLEET).routeModel('never-heard-of');
    expect(warnings).toHaveLength(1);
  });

  test('says nothing of a task that a line, a domain, a rule or an override served, nor of getTier', async () => {
    const warnings = recordWarnings();
    const { defineRouter: define } = await freshRouter();
    const { routeModel, getTier } = define(FLEET);
    routeModel('blog-post');
    routeModel('content/anything');
    routeModel('else', { override: 'opus' });
    getTier('else');
    define({ ...FLEET, rules: [{ name: 'any', when: () => true, model: 'opus' }] }).routeModel('else');
    expect(warnings).toEqual([]);
  });

  test('prints to the error stream of a process, and the process goes on', async () => {
    const { code, stdout, stderr } = await runNode(`
      import { defineRouter } from './src/index.ts';
      const { routeModel } = defineRouter(${JSON.stringify(FLEET)});
      console.log(routeModel('never-heard-of'), routeModel('never-heard-of'));
    `);
    expect([code, stdout.trim()]).toEqual([0, 'sonnet sonnet']);
    expect(
      stderr.match(/\[TASKROUTE_UNROUTED\] TaskrouteWarning: No route for the task "never-heard-of"/g),
    ).toHaveLength(1);
  });
});

describe("'throw'", () => {
  const { routeModel, decide, getTier } = defineRouter({ ...FLEET, unrouted: 'throw' });

  test('throws from routeModel and decide, with the task', () => {
    for (const call of [() => routeModel('blog-psot'), () => decide('blog-psot')]) {
      const error = thrown(call);
      expect(error.code).toBe('TASKROUTE_UNROUTED');
      expect(error.input).toBe('blog-psot');
      expect(error.message).toBe(
        'No route for the task "blog-psot": the default gave it "sonnet". ' +
          'Did you mean "blog-post"? Else add a line for it to the table.',
      );
    }
  });

  test('does not throw from getTier, nor for a task that is served otherwise', () => {
    expect(getTier('blog-psot')).toBe(2);
    expect(routeModel('blog-post')).toBe('opus');
    expect(routeModel('content/anything')).toBe('opus');
    expect(routeModel('blog-psot', { override: 'opus' })).toBe('opus');
  });

  test('does not warn', async () => {
    const warnings = recordWarnings();
    const router = (await freshRouter()).defineRouter({ ...FLEET, unrouted: 'throw' });
    expect(() => router.routeModel('never-heard-of')).toThrow('No route for the task');
    expect(warnings).toEqual([]);
  });
});

describe("'silent'", () => {
  test('does nothing', async () => {
    const warnings = recordWarnings();
    const { routeModel } = (await freshRouter()).defineRouter({ ...FLEET, unrouted: 'silent' });
    expect(routeModel('never-heard-of')).toBe('sonnet');
    expect(warnings).toEqual([]);
  });
});

describe('a function', () => {
  test('is called at every fall-through, with the decision', async () => {
    const warnings = recordWarnings();
    const owner = vi.fn<(decision: Decision) => void>();
    const { routeModel, decide } = (await freshRouter()).defineRouter({ ...FLEET, unrouted: owner });
    routeModel('never-heard-of');
    routeModel('never-heard-of', { atLeast: 'opus' });
    const decision = decide('never-heard-of');
    expect(owner).toHaveBeenCalledTimes(3);
    expect(owner.mock.calls[1]?.[0]).toMatchObject({ task: 'never-heard-of', model: 'opus', via: 'default' });
    expect(owner.mock.lastCall?.[0]).toBe(decision);
    expect(warnings).toEqual([]);
  });

  test('is not called otherwise', () => {
    const owner = vi.fn<(decision: Decision) => void>();
    const { routeModel, getTier } = defineRouter({ ...FLEET, unrouted: owner });
    routeModel('blog-post');
    routeModel('content/anything');
    routeModel('never-heard-of', { override: 'opus' });
    getTier('never-heard-of');
    expect(owner).not.toHaveBeenCalled();
  });

  test('that throws does not reach the caller, and is told once', async () => {
    const warnings = recordWarnings();
    const owner = (): void => {
      throw new Error('disk full');
    };
    const { routeModel, decide } = (await freshRouter()).defineRouter({ ...FLEET, unrouted: owner });
    expect(routeModel('never-heard-of')).toBe('sonnet');
    expect(decide('nor-of-this').model).toBe('sonnet');
    expect(warnings).toEqual([
      {
        message: "The router's 'unrouted' function failed: disk full. Mend it.",
        type: 'TaskrouteWarning',
        code: 'TASKROUTE_UNROUTED_FAILED',
      },
    ]);
  });

  test('that rejects does not reach the caller either, then or later', async () => {
    const warnings = recordWarnings();
    const owner: () => unknown = () => Promise.reject(new Error('disk full'));
    const { routeModel } = (await freshRouter()).defineRouter({ ...FLEET, unrouted: owner });
    expect(routeModel('never-heard-of')).toBe('sonnet');
    await vi.waitFor(() => {
      expect(warnings.map(({ code, message }) => [code, message])).toEqual([
        ['TASKROUTE_UNROUTED_FAILED', "The router's 'unrouted' function failed: disk full. Mend it."],
      ]);
    });
  });

  test('that rejects leaves a process alive', async () => {
    const { code, stdout, stderr } = await runNode(`
      import { defineRouter } from './src/index.ts';
      const unrouted = async () => { throw new Error('disk full'); };
      const { routeModel } = defineRouter({ ...${JSON.stringify(FLEET)}, unrouted });
      routeModel('never-heard-of');
      setTimeout(() => console.log('alive'), 20);
    `);
    expect([code, stdout.trim()]).toEqual([0, 'alive']);
    expect(stderr).toContain(
      "[TASKROUTE_UNROUTED_FAILED] TaskrouteWarning: The router's 'unrouted' function failed: disk full. Mend it.",
    );
  });

  test.each([
    ['a promise of another realm', () => runInNewContext('Promise.reject(new Error("disk full"))') as unknown],
    [
      'another kind of promise',
      () => ({
        then: (_: unknown, reject: (error: Error) => void) => {
          reject(new Error('disk full'));
        },
      }),
    ],
  ])('may reject by %s', async (_what, owner) => {
    const warnings = recordWarnings();
    const { routeModel } = (await freshRouter()).defineRouter({ ...FLEET, unrouted: owner });
    expect(routeModel('never-heard-of')).toBe('sonnet');
    await vi.waitFor(() => {
      expect(warnings.map(({ code }) => code)).toEqual(['TASKROUTE_UNROUTED_FAILED']);
    });
  });

  test('is called before the call returns, and what it promises is not waited for', () => {
    const order: string[] = [];
    const unrouted = async (): Promise<void> => {
      order.push('asked');
      await Promise.resolve();
      order.push('done');
    };
    const owner: (decision: Decision) => unknown = unrouted;
    defineRouter({ ...FLEET, unrouted: owner }).routeModel('never-heard-of');
    order.push('routed');
    expect(order).toEqual(['asked', 'routed']);
  });

  test('may ask the router again, even for an unrouted task', async () => {
    recordWarnings();
    const { defineRouter: define } = await freshRouter();
    const router = define({
      ...FLEET,
      unrouted: () => {
        router.routeModel('never-heard-of');
      },
    });
    expect(router.routeModel('never-heard-of')).toBe('sonnet');
  });
});

describe('the event', () => {
  test.each(['warn', 'throw', 'silent', () => undefined] as const)('is published under %s', (unrouted) => {
    recordWarnings();
    const heard = listen('taskroute:unrouted');
    const { routeModel } = defineRouter({ ...FLEET, unrouted });
    try {
      routeModel('never-heard-of');
    } catch (error) {
      expect(error).toMatchObject({ code: 'TASKROUTE_UNROUTED' });
    }
    expect(heard).toMatchObject([{ task: 'never-heard-of', via: 'default' }]);
  });
});

describe('what is said to happen', () => {
  test.each(['warn', 'throw', 'silent', undefined, () => undefined])('may be %s', (unrouted) => {
    expect(faultsOf({ ...FLEET, unrouted })).toEqual([]);
  });

  test.each([
    ['shout', '"shout"'],
    ['', '""'],
    [null, 'null'],
    [false, 'false'],
    [{}, 'a value of type object'],
  ])('may not be %o', (unrouted, shown) => {
    expect(faultsOf({ ...FLEET, unrouted })).toEqual([
      {
        where: 'unrouted',
        key: null,
        message: `unrouted is ${shown}; write 'warn', 'throw', 'silent' or a function (decision) => void`,
      },
    ]);
  });
});
