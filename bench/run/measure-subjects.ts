import { compileFunction } from 'node:vm';
import { measure } from 'mitata';
import type { Subject } from './subjects.ts';

/** Many short rounds over all subjects in turn, so that each meets some quiet moment of a shared machine. */
const ROUNDS = 15;
const ROUND_NANOSECONDS = 30e6;

/**
 * Each subject's time for one call in nanoseconds: the best of the rounds' medians, since neighbours only ever add.
 * Loop and call are in it.
 */
export async function measureSubjects(subjects: readonly Subject[]): Promise<ReadonlyMap<string, number>> {
  const passes = subjects.map((subject) => ({ subject, pass: passOf(subject), rounds: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { subject, pass, rounds } of passes) {
      const { p50 } = await measure(pass, { gc: false, min_cpu_time: ROUND_NANOSECONDS });
      rounds.push(p50 / subject.tasks.length);
    }
  }
  return new Map(passes.map(({ subject, rounds }) => [subject.name, Math.min(...rounds)]));
}

/** Where each pass leaves the sum of its answers, so that no call can be dropped. */
const sink = { length: 0 };

/**
 * One pass over a subject's tasks. Compiled anew for each subject, its name in the text: closures of one text share what
 * the engine learnt about the call, and from the second subject on none would be inlined.
 */
function passOf({ name, ask, tasks }: Subject): () => void {
  const source = `// ${name}
    return () => {
      let length = 0;
      for (const task of tasks) length += ask(task).length;
      sink.length = length;
    };`;
  const make = compileFunction(source, ['ask', 'tasks', 'sink']) as (
    ...given: [Subject['ask'], Subject['tasks'], typeof sink]
  ) => () => void;
  return make(ask, tasks, sink);
}
