import { readFileSync } from 'node:fs';
import type { HostModule } from './host-module.ts';
import type { EngineOf } from './lazy-engine.ts';
import { callsImportEmpty, hasEmptyCall, suspicionOf } from './suspicion.ts';
import { mayNeedLowering } from './typed-call.ts';

/** The modules of an output, as far as a host tells. */
export interface ModuleGraph {
  readonly moduleOf: (id: string) => HostModule | null;
  readonly importersOf: (id: string) => readonly string[];
}

/**
 * The late pass: it finds calls of a router that have reached the output without a task, which throw when they run. They come
 * from a plugin that removed the types before the early pass saw them, or from a file whose types were gone already.
 */
export interface LatePass {
  /** Keeps in mind whether a module may hand on a router's function under another name. */
  readonly note: (id: string, text: string) => void;
  /** Errors: one plain error with every such call of the module. */
  readonly check: (id: string, module: HostModule) => Promise<void>;
  /** The same where no graph will ever say who imports whom. */
  readonly checkAlone: (id: string, module: HostModule) => Promise<void>;
  /**
   * The same by what is written in the module's file: where types are removed first, a function that is injected under another
   * name leaves nothing to find it by.
   */
  readonly checkWritten: (module: HostModule) => Promise<void>;
  /** The same for modules that have a router's function under another name, say from a barrel; once all are known. */
  readonly checkOtherNames: (graph: ModuleGraph) => Promise<void>;
}

export function createLatePass(engineOf: EngineOf, names: readonly string[]): LatePass {
  /** Modules that may hand on a router's function under a name of their own. */
  const renaming = new Set<string>();

  async function checkNow(module: HostModule): Promise<void> {
    const engine = await engineOf();
    engine.check(module);
  }

  function note(id: string, text: string): boolean {
    const { mayCall, mayRename } = suspicionOf(text, names);
    if (mayRename) renaming.add(id);
    else renaming.delete(id);
    return mayCall;
  }

  async function check(id: string, module: HostModule): Promise<void> {
    if (note(id, module.text)) await checkNow(module);
  }

  async function checkAlone(id: string, module: HostModule): Promise<void> {
    // What is installed is large, and has no router under a name of this project's own.
    if (!module.file.includes('/node_modules/') && callsImportEmpty(module.text)) await checkNow(module);
    else await check(id, module);
  }

  async function checkWritten(module: HostModule): Promise<void> {
    if (!hasEmptyCall(module.text)) return;
    const written = textOf(module.file);
    if (written !== null && mayNeedLowering(written)) (await engineOf()).checkWritten(module, written);
  }

  async function checkOtherNames({ moduleOf, importersOf }: ModuleGraph): Promise<void> {
    const seen = new Set<string>();
    const waiting = [...renaming];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const file = moduleOf(id)?.file;
      // Most have a name of their own for use inside alone.
      if (file === undefined || !(await engineOf()).exportsRouter(file)) continue;
      for (const importer of importersOf(id)) {
        const user = seen.has(importer) ? null : moduleOf(importer);
        if (user === null) continue;
        if (hasEmptyCall(user.text)) await checkNow(user);
        waiting.push(importer);
      }
    }
  }

  return { note, check, checkAlone, checkWritten, checkOtherNames };
}

/** Shape: null where no file stands behind a module. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
