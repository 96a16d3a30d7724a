import { PACKAGE, runProcess } from './package-project.ts';

/** The files that a published package would hold, sorted. */
export async function packedFiles(): Promise<readonly string[]> {
  const { stdout } = await runProcess('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], PACKAGE);
  const [packed] = JSON.parse(stdout) as readonly [{ readonly files: readonly { readonly path: string }[] }];
  return packed.files.map(({ path }) => path).sort();
}
