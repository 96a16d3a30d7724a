import type { SourceMap } from 'magic-string';
import { fold } from './fold.ts';
import type { HostModule } from './host-module.ts';
import { lower } from './lower.ts';
import type { Project } from '@taskroute/source';

/** What the early pass made of a module. */
export interface Early {
  readonly code: string;
  /** Null where no line and no column has moved. */
  readonly map: SourceMap | null;
  /** The files whose change would change the answer. */
  readonly files: readonly string[];
  /** Whether the module may be left out where nothing of it is used. */
  readonly isPure: boolean;
}

/**
 * The early pass, before anything removes types: it lowers, and folds where that is asked for.
 *
 * Shape: null where the module stays as it is.
 * Errors: one plain error with every call of the module that cannot be lowered.
 */
export function passEarly(project: Project, module: HostModule, isFolding: boolean): Early | null {
  const { file, text } = module;
  const lowered = lower(project, module);
  const folded = isFolding ? fold(project, { ...module, text: lowered }, text) : null;
  const isPure = isFolding && text.includes('defineRouter') && project.foldable(file);
  if (folded === null && lowered === text && !isPure) return null;
  return { code: folded?.text ?? lowered, map: folded?.map ?? null, files: folded?.files ?? [], isPure };
}
