import { parseArgs } from 'node:util';
import type { Count } from './count.ts';
import { countAll, readBaseline, writeBaseline, type Counts } from './counts.ts';
import { growths, LARGE, SMALL, type Growth } from './growth.ts';
import { inWorkshop, routerFolder } from './workshop.ts';

/** A count may stand so much above the committed one. Counts are exact: any more is a change of the types. */
const TOLERANCE = 0.02;

/** Healthy types read 2 to 5, a union that is built anew at every call twice this. */
const MOST_GROWTH = 8;

const FIGURES = { once: 'instantiations for the router and its first call', perCall: 'instantiations a call' } as const;

const { values: options } = parseArgs({
  options: { update: { type: 'boolean', default: false }, router: { type: 'string' } },
});

const faults = await inWorkshop(routerFolder(options.router), async (workshop) => {
  const counts = await countAll(workshop);
  const risen = faultsOfCounts(readBaseline(), counts);
  if (options.update) {
    writeBaseline(counts);
    for (const fault of risen) console.log(`accepted  ${fault}`);
  }
  const grown = await growths(workshop);
  console.log(`Check time grows ${grown.map(({ kind, factor }) => `${factor.toFixed(1)} × (${kind})`).join(', ')}.`);
  return [...(options.update ? [] : risen), ...grown.flatMap(faultsOfGrowth)];
});
for (const fault of faults) console.error(`FAILED  ${fault}`);
if (faults.length > 0) {
  console.error('Make the types cheaper, or accept counts as they are with --update.');
  process.exitCode = 1;
} else console.log('The types cost no more than the baseline, and check time does not follow the size of the table.');

function faultsOfCounts(baseline: Counts, counts: Counts): readonly string[] {
  return Object.entries(counts).flatMap(([compiler, kinds]) =>
    Object.entries(kinds).flatMap(([kind, counted]) => {
      const committed = baseline[compiler]?.[kind];
      if (committed === undefined) return [`${compiler}, ${kind}: no baseline`];
      return faultsOfCount(committed, counted).map((fault) => `${compiler}, ${kind}: ${fault}`);
    }),
  );
}

function faultsOfCount(committed: Count, counted: Count): readonly string[] {
  return (['once', 'perCall'] as const)
    .filter((figure) => counted[figure] > committed[figure] * (1 + TOLERANCE))
    .map((figure) => {
      const [now, then] = [String(counted[figure]), String(committed[figure])];
      return `${now} ${FIGURES[figure]}, the baseline is ${then}`;
    });
}

function faultsOfGrowth({ kind, factor }: Growth): readonly string[] {
  if (factor <= MOST_GROWTH) return [];
  const [small, large] = [SMALL, LARGE].map((size) => size.toLocaleString('en'));
  return [
    `TypeScript 6, ${kind}: check time grows ${factor.toFixed(1)} × from ${String(small)} to ${String(large)} routes with ` +
      `as many calls, at most ${String(MOST_GROWTH)} is healthy; look for a union that is built anew at every call`,
  ];
}
