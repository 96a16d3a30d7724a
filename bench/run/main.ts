import { FLEET } from './fleet-table.ts';
import { measureDefinition } from './measure-definition.ts';
import { measureSubjects } from './measure-subjects.ts';
import { BY_HAND, FLOOR, LISTED, SUBJECTS } from './subjects.ts';

/** A decision that nobody listens to costs little more than an object look-up: how much is little. */
const MOST_OVER_FLOOR = 1.5;

const times = await measureSubjects(SUBJECTS);
const timeOf = (name: string): number => times.get(name) ?? NaN;
const overFloor = (name: string): number => timeOf(name) / timeOf(FLOOR);

console.log(`One call, ${String(Object.keys(FLEET).length)} tasks in turn, Node ${process.version}`);
console.log(`${'subject'.padEnd(46)}${'ns'.padStart(8)}${'× floor'.padStart(9)}`);
for (const { name } of SUBJECTS) {
  console.log(`${name.padEnd(46)}${timeOf(name).toFixed(1).padStart(8)}${overFloor(name).toFixed(2).padStart(9)}`);
}

const { routes, router, floor } = await measureDefinition(10_000);
console.log(
  `\ndefineRouter of ${routes.toLocaleString('en')} routes: ${router.toFixed(1)} ms ` +
    `(${((router / routes) * 1e3).toFixed(2)} µs a route); copy and freeze alone: ${floor.toFixed(1)} ms`,
);

const reaches = [
  {
    claim: `a listed task costs at most ${String(MOST_OVER_FLOOR)} × the floor`,
    figure: `${overFloor(LISTED).toFixed(2)} ×`,
    reached: overFloor(LISTED) <= MOST_OVER_FLOOR,
  },
  {
    claim: `a listed task is faster than ${BY_HAND}`,
    figure: `${timeOf(LISTED).toFixed(1)} against ${timeOf(BY_HAND).toFixed(1)} ns`,
    reached: timeOf(LISTED) < timeOf(BY_HAND),
  },
];
console.log('');
for (const { claim, figure, reached } of reaches) {
  console.log(`${reached ? 'reached' : 'MISSED '}  ${claim}: ${figure}`);
}
process.exitCode = reaches.every(({ reached }) => reached) ? 0 : 1;
