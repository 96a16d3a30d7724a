import { createProject } from '@taskroute/source';
import { mayHoldErasedCall } from '@taskroute/source/guard';
import taskroute from '@taskroute/unplugin/vite';
import { inFolder, write, writeOneCall } from './app.ts';
import { median, timeOf, times, type Reach } from './figures.ts';
import { installedTexts, type Text } from './texts.ts';

const MOST_FOR_GUARD = 10;
const MOST_FOR_LOWERING = 6;
const SIZE = 8_192;
const ROUNDS = 9;
/** Files of a usual size, in characters. */
const USUAL = [2_000, 20_000] as const;

/** What the guard costs on every file, the plugin's hook on a file that it leaves alone, and lowering on one that it does not. */
export async function measureLowering(): Promise<readonly Reach[]> {
  const texts = installedTexts();
  const typed = texts.filter(({ name }) => name.endsWith('.ts'));
  const hook = hookOf();
  const left = typed.filter((each) => hook(each) === null);
  const guard = timePerSize(texts, ({ text }) => mayHoldErasedCall(text));
  const whole = timePerSize(left, hook);
  const lowering = await timeOfLowering(typed);
  return [
    {
      what: `guard, of 8 kB, ${String(texts.length)} files of ai, eslint, rollup ≤ ${String(MOST_FOR_GUARD)} µs`,
      figure: `${guard.toFixed(1)} µs`,
      isReached: guard <= MOST_FOR_GUARD,
    },
    {
      what: `plugin, of 8 kB that it leaves alone, ${String(left.length)} of ${String(typed.length)} files of ai ≤ ${String(MOST_FOR_GUARD)} µs`,
      figure: `${whole.toFixed(1)} µs`,
      isReached: whole <= MOST_FOR_GUARD,
    },
    {
      what: `lowering, files of ai with a call in each ≤ ${String(MOST_FOR_LOWERING)} ms`,
      figure: `${lowering.toFixed(1)} ms`,
      isReached: lowering <= MOST_FOR_LOWERING,
    },
  ];
}

/** The hook as Vite calls it, after its own filter. */
function hookOf(): (text: Text) => unknown {
  const [plugin] = taskroute();
  const transform = plugin?.transform;
  if (typeof transform !== 'object') throw new Error('Expected a hook with a filter.');
  // Of the context nothing is used where nothing is lowered.
  const handler = transform.handler as unknown as (this: unknown, code: string, id: string) => unknown;
  const context = { meta: { viteVersion: '8.0.0' } };
  return ({ name, text }) => handler.call(context, text, `/${name}`);
}

/** Microseconds for a text of 8 kB: the median of some rounds over all. */
function timePerSize(texts: readonly Text[], run: (text: Text) => unknown): number {
  const size = texts.reduce((sum, { text }) => sum + text.length, 0);
  const rounds = times(ROUNDS, () => timeOf(() => texts.filter(run)));
  return ((median(rounds) * 1_000) / size) * SIZE;
}

/** Milliseconds for one file. */
function timeOfLowering(texts: readonly Text[]): Promise<number> {
  return inFolder((root) => {
    writeOneCall(root, 100);
    const project = createProject({ root });
    const usual = texts.filter(({ text }) => text.length >= USUAL[0] && text.length <= USUAL[1]);
    const costs = usual.map(({ text: installed }, index) => {
      const text = `${installed}\nimport { routeModel as ask } from './router.ts';\nask<'domain-1/task-1'>();\n`;
      const file = write(root, `hit-${String(index)}.ts`, text);
      return timeOf(() => {
        const { calls, faults } = project.lower({ file, text });
        if (calls !== 1 || faults.length > 0) throw new Error(`Expected one call to be lowered in ${file}`);
      });
    });
    return median(costs);
  });
}
