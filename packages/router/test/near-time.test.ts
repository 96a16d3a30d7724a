import { expect, test } from 'vitest';
import { runNode } from './run-node.ts';

// As a ratio to plain work over the same names in the same process: healthy reads some 11, each pair compared to the end 77.
test('ten thousand names as long as the task do not hold up a call', async () => {
  const { stdout, stderr } = await runNode(`
    import { nearTasks } from '@taskroute/router/table';
    const names = Array.from({ length: 10_000 }, (_, line) => 'department-' + (line % 97) + '/some-long-task-' + line);
    const table = { tiers: ['haiku'], default: 'haiku', routes: Object.fromEntries(names.map((name) => [name, 'haiku'])) };
    const best = (work) => Math.min(...Array.from({ length: 9 }, (_, run) => {
      const start = performance.now();
      work('department-' + run + '/other-long-tesk-xx' + run);
      return performance.now() - start;
    }));
    const near = best((task) => nearTasks(table, task));
    const floor = best((task) => {
      let same = 0;
      for (const name of names) for (let unit = 0; unit < task.length; unit++) if (name[unit] === task[unit]) same++;
      return same;
    });
    console.log(near / floor);
  `);
  expect(stderr).toBe('');
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(Number(stdout)).toBeLessThan(40);
});
