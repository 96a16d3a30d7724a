import { dirname } from 'node:path';
import taskroute from '@taskroute/unplugin/vite';
import { build, type PluginOption } from 'vite';
import { EVERY, inFolder, MODULES, writeApp } from './app.ts';
import { least, type Reach } from './figures.ts';

const MOST_FOR_BUILD = 1.02;
const ROUNDS = 30;
const WARM_UP = 3;

/**
 * Vite's build of one application: with the plugin its calls are erased, without it they are values. What is compared is
 * processor time, over all threads: how long a build takes hangs on what else the machine does. So does this, a little: what
 * disturbs a build makes it dearer, never cheaper, and the cheapest third of the rounds is compared.
 */
export async function measureBuild(): Promise<readonly Reach[]> {
  const { plain, lowered } = await inFolder((values) =>
    inFolder(async (erased) => {
      const without = writeApp(values, 'value');
      const withPlugin = writeApp(erased, 'erased');
      const costs: { readonly plain: number; readonly lowered: number }[] = [];
      // In turn, and each as often first as the other; the first rounds warm up.
      for (let round = 0; round < ROUNDS + WARM_UP; round++) {
        const first = round % 2 === 0 ? await costOfBuild(without, []) : null;
        const lowered = await costOfBuild(withPlugin, [taskroute()]);
        costs.push({ plain: first ?? (await costOfBuild(without, [])), lowered });
      }
      const warm = costs.slice(WARM_UP);
      return { plain: least(warm.map((each) => each.plain)), lowered: least(warm.map((each) => each.lowered)) };
    }),
  );
  const ratio = lowered / plain;
  const what = `Vite build, ${String(MODULES)} modules, 1 in ${String(EVERY)} asks, with / without ≤ ${MOST_FOR_BUILD.toFixed(2)}`;
  const figure = `${ratio.toFixed(3)} (${lowered.toFixed(0)} / ${plain.toFixed(0)} ms)`;
  return [{ what, figure, isReached: ratio <= MOST_FOR_BUILD }];
}

/** Milliseconds of processor time. */
async function costOfBuild(entry: string, plugins: PluginOption[]): Promise<number> {
  const before = process.cpuUsage();
  await build({
    configFile: false,
    root: dirname(entry),
    logLevel: 'silent',
    plugins,
    build: { write: false, sourcemap: true, minify: true, lib: { entry, formats: ['es'] } },
  });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
