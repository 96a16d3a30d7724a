import type { Engine } from './engine.ts';

/** The engine, loaded with the first module that needs it: nearly every module needs none. */
export type EngineOf = () => Promise<Engine>;

/** One for the process, by its root: builds that follow each other find what was read, and look at the stamps themselves. */
const engines = new Map<string | undefined, Promise<Engine>>();

export function engineAt(root: string | undefined): EngineOf {
  return () => {
    let engine = engines.get(root);
    if (engine === undefined) {
      engine = import('./engine.ts').then(({ createEngine }) => createEngine(root));
      engines.set(root, engine);
    }
    return engine;
  };
}
