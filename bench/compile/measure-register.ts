import { execFileSync } from 'node:child_process';
import { inFolder, write } from './app.ts';
import { median, timeOf, times, type Reach } from './figures.ts';

const MOST_FOR_REGISTER = 60;
const RUNS = 15;

/** What `--import @taskroute/unplugin/register` adds to the start of a program that has nothing to lower. */
export async function measureRegister(): Promise<readonly Reach[]> {
  const added = await inFolder((root) => {
    const program = write(root, 'main.ts', "const seen = new Map<string, number>();\nseen.set('', 1);\n");
    const start = (given: readonly string[]): number =>
      timeOf(() => execFileSync(process.execPath, [...given, program], { cwd: root }));
    const pairs = times(RUNS, () => start(['--import', '@taskroute/unplugin/register']) - start([]));
    return median(pairs);
  });
  const figure = `${added.toFixed(0)} ms`;
  const what = `start-up of register, nothing to lower ≤ ${String(MOST_FOR_REGISTER)} ms`;
  return [{ what, figure, isReached: added <= MOST_FOR_REGISTER }];
}
