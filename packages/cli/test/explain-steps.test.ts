import { createTable, judge } from '@taskroute/router/table';
import type { RouterSource } from '@taskroute/source';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainSteps } from '../src/explain/explain-steps.ts';

const TIERS = ['a', 'b', 'c'];
const part = fc.constantFrom('x', 'y', 'z');
const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const key = fc.oneof(
  name,
  name.map((domain) => `${domain}/*`),
);
const model = fc.constantFrom(...TIERS);
const asked = fc.record({
  routes: fc.dictionary(key, model, { maxKeys: 8 }),
  fallback: model,
  task: fc.oneof(key, fc.string({ maxLength: 8 })),
  options: fc.record({ override: model, atLeast: model, atMost: model }, { requiredKeys: [] }),
});

/** A router of which the steps read the table, the rules and the gaps alone. */
function routerOf(routes: Readonly<Record<string, string>>, fallback: string) {
  const table = createTable({ tiers: TIERS, default: fallback, routes });
  return { table, rules: [], gaps: [] as RouterSource['gaps'] };
}

test('one step serves, and it is the one that the decision names; every line that could have served is told', () => {
  fc.assert(
    fc.property(asked, ({ routes, fallback, task, options }) => {
      fc.pre(!(TIERS.indexOf(options.atLeast ?? 'a') > TIERS.indexOf(options.atMost ?? 'c')));
      const router = routerOf(routes, fallback);
      const decision = judge(router.table, task, options);
      const steps = explainSteps(router, task, options);
      const serving = steps.filter(({ outcome }) => outcome === 'serves');
      expect(serving.map(({ step }) => step)).toEqual([decision.via]);
      if (decision.from !== null) expect(serving[0]?.tried).toBe(decision.from);
      if (decision.via !== 'override') expect(serving[0]?.model).toBe(decision.routed);
      expect(steps.filter(({ outcome }) => outcome === 'changes').map(({ tried }) => tried)).toEqual(
        decision.hint === null ? [] : [decision.hint],
      );
      const able = Object.keys(routes).filter(
        (each) => judge({ tiers: TIERS, default: fallback, routes: { [each]: fallback } }, task).from === each,
      );
      const told = steps.filter(({ step, model: gives }) => (step === 'route' || step === 'domain') && gives !== null);
      expect(told.map(({ tried }) => tried).sort()).toEqual(able.sort());
      const served = steps.findIndex(({ outcome }) => outcome === 'serves');
      const lines = steps.flatMap(({ step, outcome }, index) => (index > served && step !== 'hint' ? [outcome] : []));
      expect(lines.every((outcome) => outcome === 'not reached')).toBe(true);
    }),
  );
});
