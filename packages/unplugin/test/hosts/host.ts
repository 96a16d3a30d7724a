import { stripTypeScriptTypes } from 'node:module';
import type { Options } from '../../src/options.ts';

/** A plugin beside taskroute's: what all hosts with Rollup's hooks take. */
export interface OtherPlugin {
  name: string;
  resolveId?: (specifier: string) => string | null;
  load?: (id: string) => { code: string; moduleType: 'js' | 'ts' } | null;
  transform?: (code: string, id: string) => { code: string; map: null; moduleType: 'js' } | null;
}

/** One build of a program. */
interface Job {
  readonly entry: string;
  /** Where the output goes. */
  readonly folder: string;
  readonly options?: Options;
  /** Whether a plugin that removes types stands where it sees each file before taskroute does. */
  readonly isWrong?: boolean;
  readonly minify?: boolean;
  /** Plugins beside it, for hosts that have Rollup's hooks. */
  readonly plugins?: readonly OtherPlugin[];
}

/** Builds a program, and says which file to run. */
export type Host = (job: Job) => Promise<string>;

/** What any plugin does that removes types: here as Node does it. */
export function withoutTypes(code: string): string {
  return stripTypeScriptTypes(code);
}

/** Such a plugin for the hosts that have Rollup's hooks; it insists on being first. */
export const typeRemover = {
  name: 'remove-types',
  enforce: 'pre' as const,
  transform: {
    order: 'pre' as const,
    handler: (code: string, id: string) => (id.endsWith('.ts') ? { code: withoutTypes(code), map: null } : null),
  },
};
