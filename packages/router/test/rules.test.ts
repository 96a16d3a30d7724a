import { describe, expect, test, vi } from 'vitest';
import { createTable } from '../src/create-table.ts';
import { defineRouter } from '../src/define-router.ts';
import { judge } from '../src/judge.ts';
import type { Rule } from '../src/rule.ts';
import { FLEET } from './fleet.ts';
import { freshRouter } from './fresh-router.ts';
import { runNode } from './run-node.ts';
import { recordWarnings } from './warnings.ts';

/** The signals of a call to a writing service. */
interface Signals {
  readonly words?: number;
}

describe('a rule sees', () => {
  test('the task and the signals of the call', () => {
    const when = vi.fn((_task: string, { words = 0 }: Signals) => words > 1_000);
    const { decide } = defineRouter({
      ...FLEET,
      rules: [{ name: 'long-text', when, model: 'opus' }],
      unrouted: 'silent',
    });
    const signals = { words: 2_000 };
    expect(decide('letter', { signals })).toMatchObject({ model: 'opus', via: 'rule', from: 'long-text' });
    expect(when).toHaveBeenLastCalledWith('letter', signals);
    expect(decide('letter', { signals: { words: 10 } })).toMatchObject({ model: 'sonnet', via: 'default' });
  });

  test('an empty object where a call gives no signals', () => {
    const when = vi.fn((_task: string, _signals: Signals) => true);
    const { routeModel } = defineRouter({ ...FLEET, rules: [{ name: 'any', when, model: 'opus' }] });
    routeModel('letter');
    routeModel('letter', {});
    routeModel('letter', { signals: undefined });
    expect(when.mock.calls).toEqual([
      ['letter', {}],
      ['letter', {}],
      ['letter', {}],
    ]);
  });

  test('the same signals from all three calls', () => {
    const rules = [
      { name: 'long', when: (_task: string, { words = 0 }: Signals) => words > 1_000, model: 'opus' },
    ] as const;
    const { routeModel, decide, getTier } = defineRouter({ ...FLEET, rules });
    const options = { signals: { words: 2_000 } };
    expect([routeModel('letter', options), decide('letter', options).model, getTier('letter', options)]).toEqual([
      'opus',
      'opus',
      3,
    ]);
  });

  test('its own rule as `this`', () => {
    const rule = {
      name: 'threshold',
      most: 5,
      when(task: string): boolean {
        return task.length > this.most;
      },
      model: 'opus',
    };
    expect(judge({ ...FLEET, rules: [rule] }, 'long-name').from).toBe('threshold');
  });
});

describe('a rule is asked', () => {
  test('of no task that the table knows, by its own line or by a domain', () => {
    const when = vi.fn(() => true);
    const table = createTable({ ...FLEET, rules: [{ name: 'any', when, model: 'haiku' }] });
    judge(table, 'blog-post');
    judge(table, 'content/anything');
    judge(table, 'content/*');
    expect(when).not.toHaveBeenCalled();
    judge(table, 'else');
    expect(when).toHaveBeenCalledTimes(1);
  });

  test('in order, and not once one before it applied', () => {
    const asked: string[] = [];
    const rule = (name: string, answer: boolean): Rule => ({
      name,
      when: () => {
        asked.push(name);
        return answer;
      },
      model: 'haiku',
    });
    const rules = [rule('first', false), rule('second', true), rule('third', true)];
    expect(judge({ ...FLEET, rules }, 'else').from).toBe('second');
    expect(asked).toEqual(['first', 'second']);
  });

  test('under an override too: what it would have given is part of the decision', () => {
    const rules = [{ name: 'any', when: () => true, model: 'haiku' }];
    expect(judge({ ...FLEET, rules }, 'else', { override: 'opus' })).toMatchObject({
      via: 'override',
      routed: 'haiku',
    });
  });
});

describe('a rule that cannot answer', () => {
  const failure = new RangeError('no such signal');
  const broken = {
    name: 'broken',
    when: (): boolean => {
      throw failure;
    },
    model: 'opus',
  } as const;
  const good = { name: 'good', when: () => true, model: 'haiku' };

  test('does not apply; the next one is asked', () => {
    expect(judge({ ...FLEET, rules: [broken, good] }, 'else').from).toBe('good');
    expect(judge({ ...FLEET, rules: [broken] }, 'else').via).toBe('default');
  });

  test('is told to who judges, with what it threw', () => {
    const report = vi.fn();
    judge({ ...FLEET, rules: [broken] }, 'else', undefined, report);
    expect(report).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'broken' }), failure);
  });

  test.each([
    ['a promise', Promise.resolve(true)],
    ['a number', 1],
    ['zero', 0],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'yes'],
    ['a boolean in an object', Object(true)],
  ])('does not apply when it answers %s, and that is told; the next one is asked', (_what, answer) => {
    const report = vi.fn();
    // What a rule written in JavaScript may answer.
    const rule = { name: 'odd', when: () => answer as unknown as boolean, model: 'opus' };
    expect(judge({ ...FLEET, rules: [rule] }, 'else', undefined, report).via).toBe('default');
    expect(report).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'odd' }), answer);
    expect(judge({ ...FLEET, rules: [rule, good] }, 'else').from).toBe('good');
  });

  test('is warned of by what it answered', async () => {
    const warnings = recordWarnings();
    // What a rule written in JavaScript may answer.
    const rules = [{ name: 'odd', when: () => 'yes' as unknown as boolean, model: 'opus' }] as const;
    (await freshRouter()).defineRouter({ ...FLEET, rules, unrouted: 'silent' }).routeModel('else');
    expect(warnings.map(({ message }) => message)).toEqual([
      `The rule "odd" failed and does not apply: it gave "yes". Mend its 'when'.`,
    ]);
  });

  test.each([
    ['an async function that rejects', `async () => { throw new Error('no such signal'); }`],
    ['a promise of another realm', `() => runInNewContext('Promise.reject(new Error("no such signal"))')`],
    ['a thenable that rejects', `() => ({ then: (_, reject) => reject(new Error('no such signal')) })`],
    ['a thenable that throws', `() => ({ get then() { throw new Error('no such signal'); } })`],
  ])('leaves a process alive and is told once: %s', async (_what, when) => {
    const { code, stdout, stderr } = await runNode(`
      import { runInNewContext } from 'node:vm';
      import { defineRouter } from './src/index.ts';
      const rules = [{ name: 'late', when: ${when}, model: 'opus' }];
      const { routeModel } = defineRouter({ ...${JSON.stringify(FLEET)}, rules, unrouted: 'silent' });
      console.log(routeModel('else'));
      setTimeout(() => console.log('alive'), 20);
    `);
    expect([code, stdout.trim().split('\n')]).toEqual([0, ['sonnet', 'alive']]);
    expect(stderr.match(/TASKROUTE_RULE_FAILED/g)).toHaveLength(1);
  });

  test('leaves the rejection to nobody, even where no one is told of rules', async () => {
    const rejected = vi.fn();
    process.on('unhandledRejection', rejected);
    try {
      // What a rule written in JavaScript may answer.
      const when = (): boolean => Promise.reject(new Error('no such signal')) as unknown as boolean;
      expect(judge({ ...FLEET, rules: [{ name: 'late', when, model: 'opus' }] }, 'else').via).toBe('default');
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(rejected).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', rejected);
    }
  });

  test('is told of nothing when it answers true or false', () => {
    const report = vi.fn();
    const never = { name: 'never', when: () => false, model: 'opus' };
    judge({ ...FLEET, rules: [never, good] }, 'else', undefined, report);
    expect(report).not.toHaveBeenCalled();
  });

  test('is warned of once per process, from whichever call', async () => {
    const warnings = recordWarnings();
    const router = (await freshRouter()).defineRouter({ ...FLEET, rules: [broken], unrouted: 'silent' });
    expect(router.getTier('else')).toBe(2);
    expect(router.routeModel('else')).toBe('sonnet');
    router.decide('another');
    expect(warnings).toEqual([
      {
        message: `The rule "broken" failed and does not apply: no such signal. Mend its 'when'.`,
        type: 'TaskrouteWarning',
        code: 'TASKROUTE_RULE_FAILED',
      },
    ]);
  });

  test('is warned of by what it threw, whatever that is', async () => {
    const warnings = recordWarnings();
    const rules = [
      {
        name: 'thrower',
        when: (): boolean => {
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- a rule may throw anything
          throw 'no signals';
        },
        model: 'opus',
      },
    ] as const;
    const router = (await freshRouter()).defineRouter({ ...FLEET, rules, unrouted: 'silent' });
    router.routeModel('else');
    expect(warnings.map(({ message }) => message)).toEqual([
      `The rule "thrower" failed and does not apply: it gave "no signals". Mend its 'when'.`,
    ]);
  });

  test('is warned of beside another one that fails', async () => {
    const warnings = recordWarnings();
    const { defineRouter: define } = await freshRouter();
    define({ ...FLEET, rules: [broken, { ...broken, name: 'worse' }], unrouted: 'silent' }).routeModel('else');
    expect(warnings.map(({ message }) => /"(.*?)"/.exec(message)?.[1])).toEqual(['broken', 'worse']);
  });
});
