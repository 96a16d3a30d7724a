import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Metafile, PluginBuild } from 'esbuild';
import { languageOfLoader, loaderOf } from './esbuild-loaders.ts';
import { isFailure } from './failure.ts';
import type { HostModule } from './host-module.ts';
import type { LatePass } from './late.ts';

/**
 * The late pass of esbuild, which hands a file to the first plugin that takes it, and shows nobody what became of it: so each
 * file that went in and was not handed to this plugin is looked at as it stands on the disk.
 */
export function checkInputs(build: PluginBuild, late: LatePass, seen: ReadonlySet<string>): void {
  const { initialOptions } = build;
  const isAsked = initialOptions.metafile === true;
  // It lists what went in.
  initialOptions.metafile = true;
  build.onEnd(async (result) => {
    const { metafile } = result;
    if (metafile === undefined || result.errors.length > 0) return;
    if (!isAsked) delete (result as { metafile?: Metafile }).metafile;
    try {
      await checkAll(metafile, modulesIn(metafile, build, seen), late);
    } catch (error) {
      if (!isFailure(error)) throw error;
      return { errors: [{ text: error.message }] };
    }
    return;
  });
}

async function checkAll(metafile: Metafile, modules: ReadonlyMap<string, HostModule>, late: LatePass): Promise<void> {
  for (const [id, module] of modules) await late.check(id, module);
  await late.checkOtherNames({
    moduleOf: (id) => modules.get(id) ?? null,
    importersOf: (id) => importersIn(metafile, id),
  });
}

/** What went in past this plugin, by its name in the metafile. */
function modulesIn(
  metafile: Metafile,
  { initialOptions }: PluginBuild,
  seen: ReadonlySet<string>,
): ReadonlyMap<string, HostModule> {
  const { absWorkingDir = process.cwd(), stdin } = initialOptions;
  const modules = new Map<string, HostModule>();
  for (const id of Object.keys(metafile.inputs)) {
    // A plugin's own namespace often holds files all the same.
    const file = resolve(absWorkingDir, id.replace(/^[\w-]+:(?=\/)/, ''));
    const loader = loaderOf(initialOptions, file);
    const language = file.endsWith('.vue') ? 'vue' : languageOfLoader(loader);
    const text = language === null || seen.has(file) ? null : textOf(file);
    if (language !== null && text !== null) modules.set(id, { file, text, language, parse: null });
  }
  // It is handed to no plugin.
  if (stdin !== undefined) {
    const { contents, loader = 'js', resolveDir = absWorkingDir, sourcefile = '<stdin>' } = stdin;
    const module = { file: resolve(resolveDir, sourcefile), text: String(contents), parse: null };
    modules.set(sourcefile, { ...module, language: languageOfLoader(loader) ?? 'js' });
  }
  return modules;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function importersIn({ inputs }: Metafile, id: string): readonly string[] {
  return Object.keys(inputs).filter((importer) => inputs[importer]?.imports.some(({ path }) => path === id));
}
