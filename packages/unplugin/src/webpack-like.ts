import type { UnpluginOptions } from 'unplugin';
import { earlyPlugin, MODULES, TYPED, type Receive } from './early-plugin.ts';
import type { Engine } from './engine.ts';
import { compiledModule, type HostModule } from './host-module.ts';
import { createLatePass, type LatePass } from './late.ts';
import { engineAt } from './lazy-engine.ts';
import type { Options } from './options.ts';
import { routerNames } from './router-names.ts';

/** What is used of webpack's compiler, and of Rspack's, which has the same hooks. */
interface Compiler {
  readonly options: { readonly module: { readonly rules: unknown[] } };
  readonly hooks: {
    readonly beforeCompile: Hook<[unknown]>;
    readonly compilation: { readonly tap: (name: string, handler: (compilation: Compilation) => void) => void };
  };
}

interface Compilation {
  readonly errors: unknown[];
  readonly hooks: { readonly finishModules: Hook<[Iterable<Module>]> };
  readonly moduleGraph: {
    readonly getIncomingConnections: (module: Module) => Iterable<{ readonly originModule?: Module | null }>;
  };
}

interface Module {
  /** What it is where it runs: code, or a text, or an address. */
  readonly type: string;
  readonly identifier: () => string;
  readonly resource?: string | undefined;
  readonly originalSource?: () => { readonly source: () => string | Buffer } | null;
}

interface Hook<Given extends readonly unknown[]> {
  readonly tapPromise: (name: string, handler: (...given: Given) => Promise<void>) => void;
}

const NAME = 'taskroute';

/** The plugin of a host that has webpack's hooks. */
export function webpackLike(options: Options = {}): UnpluginOptions {
  const engineOf = engineAt(options.root);
  const names = routerNames(options.root);
  const install = (compiler: unknown): void => {
    // The two hosts' own types differ in much that is not used here.
    const { options: given, hooks } = compiler as Compiler;
    if (options.fold === true) {
      let engine: Engine | undefined;
      hooks.beforeCompile.tapPromise(NAME, async () => {
        engine = await engineOf();
      });
      // A router's module is left out where all calls are folded.
      given.module.rules.push({
        resource: (file: string) => MODULES.test(file) && engine?.isPure(file),
        sideEffects: false,
      });
    }
    hooks.compilation.tap(NAME, (compilation) => {
      compilation.hooks.finishModules.tapPromise(NAME, (modules) =>
        checkAll(createLatePass(engineOf, names), compilation, modules),
      );
    });
  };
  return { ...earlyPlugin(engineOf, options, receive), webpack: install, rspack: install };
}

/** What unplugin says of the module that a loader works on. */
interface Context {
  readonly getNativeBuildContext?: () => { readonly loaderContext?: { readonly _module?: Pick<Module, 'type'> } };
}

/** Of a module whose text is handed out as it is there is nothing to lower. */
const receive: Receive = (module, _id, context) => {
  const made = (context as Context).getNativeBuildContext?.().loaderContext?._module;
  return made === undefined || isCode(made) ? module : null;
};

function isCode({ type }: Pick<Module, 'type'>): boolean {
  return type.startsWith('javascript/');
}

/** What the loaders have made of the modules: here no order of plugins can hide anything. */
async function checkAll(late: LatePass, compilation: Compilation, modules: Iterable<Module>): Promise<void> {
  const known = new Map<string, Module>();
  // A file may be in more modules than one, and its name may be any.
  for (const module of modules)
    if (module.resource !== undefined && isCode(module)) known.set(module.identifier(), module);
  const moduleOf = (id: string): HostModule | null => {
    const module = known.get(id);
    const source = module?.originalSource?.()?.source();
    return source === undefined || module?.resource === undefined
      ? null
      : compiledModule(module.resource, String(source));
  };
  const importersOf = (id: string): readonly string[] => {
    const module = known.get(id);
    const connections = module === undefined ? [] : compilation.moduleGraph.getIncomingConnections(module);
    return [...connections].flatMap(({ originModule }) => originModule?.identifier() ?? []);
  };
  const attempt = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      compilation.errors.push(error);
    }
  };
  for (const id of known.keys()) {
    const module = moduleOf(id);
    if (module === null) continue;
    await attempt(() => late.check(id, module));
    if (TYPED.test(module.file) && !module.file.includes('/node_modules/'))
      await attempt(() => late.checkWritten(module));
  }
  await attempt(() => late.checkOtherNames({ moduleOf, importersOf }));
}
