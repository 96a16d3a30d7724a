import { compile, type Compiler } from './compiler.ts';
import { writeProgram, type Program } from './program.ts';
import type { Workshop } from './workshop.ts';

/**
 * The check time of each program in seconds: the best of the rounds, since neighbours on a machine only ever add. Each round
 * takes the programs in turn, so that a quiet moment serves them all.
 */
export async function time(
  workshop: Workshop,
  compiler: Compiler,
  programs: readonly Program[],
  rounds: number,
): Promise<readonly number[]> {
  const folders = programs.map((program) => {
    const folder = workshop.folder(`time ${Object.values(program).join(' ')}`);
    writeProgram(folder, program);
    return folder;
  });
  const best = programs.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [index, folder] of folders.entries()) {
      const { checkSeconds } = await compile(compiler, folder);
      best[index] = Math.min(best[index] ?? Infinity, checkSeconds);
    }
  }
  return best;
}
