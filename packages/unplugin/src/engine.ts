import { passEarly, type Early } from './early.ts';
import type { HostModule } from './host-module.ts';
import { checkModule, checkWritten } from './check.ts';
import { createProjects } from '@taskroute/source';

/** What needs a parser. */
export interface Engine {
  /** Errors: one plain error with every call of the module that cannot be lowered. */
  readonly passEarly: (module: HostModule, isFolding: boolean) => Early | null;
  /** Errors: one plain error with every call of the module that has no task. */
  readonly check: (module: HostModule) => void;
  /** The same by the text of the module's file. */
  readonly checkWritten: (module: HostModule, written: string) => void;
  /** Whether a file exports a router, or a function of one, under whichever name. */
  readonly exportsRouter: (file: string) => boolean;
  /** Whether a module may be left out where nothing of it is used. */
  readonly isPure: (file: string) => boolean;
}

export function createEngine(root: string | undefined): Engine {
  const projectOf = createProjects(root);
  return {
    passEarly: (module, isFolding) => passEarly(projectOf(module.file), module, isFolding),
    check: (module) => {
      checkModule(projectOf(module.file), module);
    },
    checkWritten: (module, written) => {
      checkWritten(projectOf(module.file), module, written);
    },
    exportsRouter: (file) => projectOf(file).routersOf(file).length > 0,
    isPure: (file) => projectOf(file).foldable(file),
  };
}
