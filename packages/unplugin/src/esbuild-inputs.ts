import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Metafile, PartialMessage, PluginBuild } from 'esbuild';
import { languageOfLoader, loaderOf } from './esbuild-loaders.ts';
import { readStranger, strangerOf } from './esbuild-strangers.ts';
import { isFailure } from './failure.ts';
import type { HostModule } from './host-module.ts';
import type { LatePass } from './late.ts';
import type { EngineOf } from './lazy-engine.ts';

/**
 * The late pass of esbuild, which hands a module to the first plugin that takes it, and shows nobody what became of it: so each
 * file that went in and was not handed to this plugin is looked at as it stands on the disk, and what no file stands behind is
 * asked for once more, where it imports a router.
 */
export function checkInputs(build: PluginBuild, late: LatePass, engineOf: EngineOf, seen: ReadonlySet<string>): void {
  const { initialOptions } = build;
  const isAsked = initialOptions.metafile === true;
  // It lists what went in.
  initialOptions.metafile = true;
  build.onEnd(async (result) => {
    const { metafile } = result;
    if (metafile === undefined || result.errors.length > 0) return;
    if (!isAsked) delete (result as { metafile?: Metafile }).metafile;
    try {
      return { warnings: await checkAll({ build, metafile, engineOf }, seen, late) };
    } catch (error) {
      if (!isFailure(error)) throw error;
      return { errors: [{ text: error.message }] };
    }
  });
}

interface Built {
  readonly build: PluginBuild;
  readonly metafile: Metafile;
  readonly engineOf: EngineOf;
}

async function checkAll(built: Built, seen: ReadonlySet<string>, late: LatePass): Promise<PartialMessage[]> {
  const modules = modulesIn(built);
  const warnings: PartialMessage[] = [];
  for (const [id, module] of modules) {
    if (!seen.has(module.file)) await late.check(id, module);
    else {
      late.note(id, module.text);
      // It was lowered: there is nothing to find in it.
      modules.set(id, { ...module, text: '' });
    }
  }
  for (const id of await strangersIn(built)) {
    const text = await textOfStranger(built, id);
    if (text === null)
      warnings.push({ text: `${id} imports a router, and cannot be read: its calls are not verified` });
    else {
      const module: HostModule = { file: fileOf(built, id) ?? nameOf(built, id), text, language: 'js', parse: null };
      modules.set(id, module);
      await late.checkAlone(id, module);
    }
  }
  await late.checkOtherNames({
    moduleOf: (id) => modules.get(id) ?? null,
    importersOf: (id) => importersIn(built, id),
  });
  return warnings;
}

/** What went in and stands on the disk, by its name in the metafile. */
function modulesIn(built: Built): Map<string, HostModule> {
  const { initialOptions } = built.build;
  const modules = new Map<string, HostModule>();
  for (const [id, input] of Object.entries(built.metafile.inputs)) {
    const file = fileOf(built, id);
    if (input.with !== undefined || file === null) continue;
    const language = file.endsWith('.vue') ? 'vue' : languageOfLoader(loaderOf(initialOptions, file));
    if (language !== null) modules.set(id, { file, text: readFileSync(file, 'utf8'), language, parse: null });
  }
  const { absWorkingDir = process.cwd(), stdin } = initialOptions;
  // It is handed to no plugin.
  if (stdin !== undefined) {
    const { contents, loader = 'js', resolveDir = absWorkingDir, sourcefile = '<stdin>' } = stdin;
    const module = { file: resolve(resolveDir, sourcefile), text: String(contents), parse: null };
    modules.set(sourcefile, { ...module, language: languageOfLoader(loader) ?? 'js' });
  }
  return modules;
}

/** The modules that no file shows, or none that this plugin can read, and that import a router, be it through one another. */
async function strangersIn(built: Built): Promise<readonly string[]> {
  const { inputs } = built.metafile;
  const strangers = Object.keys(inputs).filter((id) => isStranger(built, id));
  const leading = new Set<string>();
  let size = -1;
  while (size < leading.size) {
    size = leading.size;
    for (const id of strangers) if (!leading.has(id) && (await leads(built, id, leading))) leading.add(id);
  }
  return [...leading];
}

function isStranger(built: Built, id: string): boolean {
  const input = built.metafile.inputs[id];
  // Only a module of JavaScript has a format.
  if (input?.format === undefined || input.with !== undefined || input.imports.length === 0) return false;
  const file = fileOf(built, id);
  if (file === null) return id !== (built.build.initialOptions.stdin?.sourcefile ?? '<stdin>');
  return !file.endsWith('.vue') && languageOfLoader(loaderOf(built.build.initialOptions, file)) === null;
}

async function leads(built: Built, id: string, leading: ReadonlySet<string>): Promise<boolean> {
  for (const { path, external } of built.metafile.inputs[id]?.imports ?? []) {
    const file = external === true ? null : fileOf(built, path);
    if (leading.has(path) || (file !== null && (await built.engineOf()).exportsRouter(file))) return true;
  }
  return false;
}

function textOfStranger(built: Built, id: string): Promise<string | null> {
  const stranger = strangerOf(built.metafile, id, (each) => fileOf(built, each));
  return stranger === null ? Promise.resolve(null) : readStranger(built.build, stranger, 'taskroute');
}

/** The file behind a name of the metafile: a plugin's own namespace often holds files all the same. */
function fileOf(built: Built, id: string): string | null {
  const path = nameOf(built, id.replace(/^[\w-]+:(?=\/)/, ''));
  const plain = path.replace(/[?#].*$/s, '');
  return existsSync(path) ? path : existsSync(plain) ? plain : null;
}

function nameOf({ build }: Built, id: string): string {
  return resolve(build.initialOptions.absWorkingDir ?? process.cwd(), id);
}

function importersIn({ metafile: { inputs } }: Built, id: string): readonly string[] {
  return Object.keys(inputs).filter((importer) => inputs[importer]?.imports.some(({ path }) => path === id));
}
