import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTable, type TableSource } from '../src/create-table.ts';
import { defineRouter } from '../src/define-router.ts';
import type { Decision } from '../src/decision.ts';
import { judge, type JudgeOptions } from '../src/judge.ts';
import { FLEET } from './fleet.ts';
import { unchecked } from './unchecked.ts';

const TIERS = FLEET.tiers;
const { routeModel, decide, getTier } = defineRouter({ ...FLEET, unrouted: 'silent' });

/** Any sequence of code units: control characters, lone surrogates, null. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

const prototypeName = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name');

/** Few letters, so that names meet: listed, inside a domain, beside one. */
const segment = fc.constantFrom('a', 'b', 'content', 'blog', 'teaser', 'long', '', '*', '__proto__', 'constructor');
const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/'));

const anyTask = fc.oneof(path, anyText, prototypeName, fc.constantFrom(...Object.keys(FLEET.routes)));

/** A sound name of a task or of a domain. */
const name = fc
  .array(fc.constantFrom('a', 'b', 'c', 'constructor', '1'), { minLength: 1, maxLength: 4 })
  .map((segments) => segments.join('/'));
const key = fc.oneof(
  name,
  name.map((domain) => `${domain}/*`),
);

const anyRule = fc.record({ letter: fc.constantFrom('a', 'b', 'c', '1', 'z'), model: fc.constantFrom(...TIERS) });

const anyTable: fc.Arbitrary<TableSource> = fc.record({
  tiers: fc.constant(TIERS),
  default: fc.constantFrom(...TIERS),
  routes: fc.dictionary(key, fc.constantFrom(...TIERS), { maxKeys: 12 }),
  rules: fc.array(anyRule, { maxLength: 3 }).map((rules) =>
    rules.map(({ letter, model }, index) => ({
      name: `rule-${String(index)}`,
      when: (task: string) => task.endsWith(letter),
      model,
    })),
  ),
});

const askedTask = fc.oneof(
  key,
  name.map((task) => `${task}/`),
  name.map((task) => `/${task}`),
  anyText,
);

const anyModel = fc.option(fc.constantFrom(...TIERS), { nil: undefined });

/** Options that some model fits. */
const anyOptions: fc.Arbitrary<JudgeOptions> = fc
  .record({ override: anyModel, atLeast: anyModel, atMost: anyModel })
  .filter(({ atLeast, atMost }) => {
    return atLeast === undefined || atMost === undefined || TIERS.indexOf(atLeast) <= TIERS.indexOf(atMost);
  });

/** The judge once more, as the documentation tells it and with no thought of speed. */
function oracle(
  { tiers, default: fallback, routes, rules = [] }: TableSource,
  task: string,
  options: JudgeOptions,
): Omit<Decision, 'version'> {
  const lines = new Map(Object.entries(routes));
  const segments = task.split('/');
  const domains = segments.map((_, index) => `${segments.slice(0, index).join('/')}/*`).reverse();
  const domain = domains.find((each) => each !== '/*' && lines.has(each));
  const rule = rules.find((each) => each.when(task, undefined as never)); // the rules of this file read no signals
  const isDomainKey = segments.length > 1 && segments.at(-1) === '*';
  const own = isDomainKey ? undefined : lines.get(task);
  const [via, from, routed] =
    own !== undefined
      ? (['route', task, own] as const)
      : domain !== undefined
        ? (['domain', domain, lines.get(domain) ?? ''] as const)
        : rule !== undefined
          ? (['rule', rule.name, rule.model] as const)
          : (['default', null, fallback] as const);
  const { override, atLeast, atMost } = options;
  if (override !== undefined) {
    return {
      task,
      model: override,
      tier: tiers.indexOf(override) + 1,
      via: 'override',
      from: null,
      routed,
      hint: null,
    };
  }
  const floor = atLeast === undefined ? 0 : tiers.indexOf(atLeast);
  const ceiling = atMost === undefined ? tiers.length - 1 : tiers.indexOf(atMost);
  const before = tiers.indexOf(routed);
  const after = Math.min(Math.max(before, floor), ceiling);
  const hint = after > before ? 'atLeast' : after < before ? 'atMost' : null;
  return { task, model: tiers[after] ?? '', tier: after + 1, via, from, routed, hint };
}

describe('any string', () => {
  test('is routed to a listed model, without a throw', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        expect(TIERS).toContain(routeModel(task));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['a megabyte of one letter', 'x'.repeat(1_000_000)],
    ['a megabyte of slashes', '/'.repeat(1_000_000)],
    ['a megabyte of segments', 'a/'.repeat(500_000)],
    ['a megabyte inside a domain', `content/${'a/'.repeat(500_000)}`],
    ['a megabyte of control characters', '\u0000'.repeat(1_000_000)],
    ['a megabyte of lone surrogates', '\ud800'.repeat(1_000_000)],
  ])('is routed at once: %s', (_what, task) => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(TIERS).toContain(routeModel(task));
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

describe('the three calls', () => {
  test('agree on every task and every option', () => {
    fc.assert(
      fc.property(anyTask, anyOptions, (task, options) => {
        const decision = unchecked(decide)(task, options) as Decision;
        expect(unchecked(routeModel)(task, options)).toBe(decision.model);
        expect(unchecked(getTier)(task, options)).toBe(decision.tier);
        expect(decision.task).toBe(task);
        expect(TIERS[decision.tier - 1]).toBe(decision.model);
      }),
    );
  });

  test('agree with the judge on every table', () => {
    fc.assert(
      fc.property(anyTable, askedTask, anyOptions, (source, task, options) => {
        const router = unchecked(defineRouter)({ ...source, unrouted: 'silent' }) as {
          decide: (...input: unknown[]) => unknown;
          routeModel: (...input: unknown[]) => unknown;
        };
        expect(router.decide(task, options)).toEqual(judge(source, task, options));
        expect(router.routeModel(task)).toBe(judge(source, task).model);
      }),
    );
  });
});

describe('the judge', () => {
  test('does what a naive reading of the documentation does', () => {
    fc.assert(
      fc.property(anyTable, askedTask, anyOptions, (source, task, options) => {
        const table = createTable(source);
        expect(judge(table, task, options)).toStrictEqual({ ...oracle(source, task, options), version: table.version });
      }),
      { numRuns: 2_000 },
    );
  });

  test('gives the same for the parts of a table as for the table made of them', () => {
    fc.assert(
      fc.property(anyTable, askedTask, anyOptions, (source, task, options) => {
        expect(judge(source, task, options)).toEqual(judge(createTable(source), task, options));
      }),
    );
  });

  test('never lets a domain stand before a line of its own', () => {
    fc.assert(
      fc.property(anyTable, name, fc.constantFrom(...TIERS), (source, task, model) => {
        const routes = { ...source.routes, [task]: model };
        expect(judge({ ...source, routes }, task)).toMatchObject({ model, via: 'route', from: task });
      }),
    );
  });

  test('gives the same to the same call', () => {
    fc.assert(
      fc.property(anyTable, askedTask, anyOptions, (source, task, options) => {
        const table = createTable(source);
        expect(judge(table, task, options)).toEqual(judge(table, task, options));
      }),
    );
  });

  test('gives the same whatever the order of the lines', () => {
    fc.assert(
      fc.property(anyTable, askedTask, (source, task) => {
        const routes = Object.fromEntries(Object.entries(source.routes).reverse());
        expect(judge({ ...source, routes }, task)).toEqual(judge(source, task));
      }),
    );
  });
});

describe('hints', () => {
  test('only raise, only lower, and keep what they name', () => {
    fc.assert(
      fc.property(anyTable, askedTask, fc.constantFrom(...TIERS), (source, task, model) => {
        const plain = judge(source, task).tier;
        const tier = TIERS.indexOf(model) + 1;
        expect(judge(source, task, { atLeast: model }).tier).toBe(Math.max(plain, tier));
        expect(judge(source, task, { atMost: model }).tier).toBe(Math.min(plain, tier));
      }),
    );
  });

  test('are monotone: a higher hint never gives a cheaper model', () => {
    fc.assert(
      fc.property(anyTable, askedTask, fc.constantFrom('atLeast', 'atMost'), (source, task, hint) => {
        const ranks = TIERS.map((model) => judge(source, task, { [hint]: model }).tier);
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
      }),
    );
  });

  test('are named exactly where they changed the model', () => {
    fc.assert(
      fc.property(anyTable, askedTask, anyOptions, (source, task, options) => {
        const { hint, model, routed, via } = judge(source, task, options);
        expect(hint !== null).toBe(via !== 'override' && model !== routed);
      }),
    );
  });
});
