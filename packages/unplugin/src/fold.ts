import MagicString, { type SourceMap } from 'magic-string';
import type { Project } from '@taskroute/source';
import { sourceOf, type HostModule } from './host-module.ts';
import { readSingleFile } from './single-file.ts';

/** A module with its certain calls folded away. */
export interface Folded {
  readonly text: string;
  readonly map: SourceMap;
  /** The files whose change would change the answer. */
  readonly files: readonly string[];
}

/**
 * Shape: null where nothing is folded. `original` is the text as it is on the disk, which is as long as the module's.
 * Errors: none; a call that is not certain stays a call.
 */
export function fold(project: Project, module: HostModule, original: string): Folded | null {
  if (!/\b(?:import|require)\b/.test(module.text)) return null;
  const source = module.language === 'vue' ? scriptOf(module) : sourceOf(module);
  if (source === null) return null;
  const { edits, files } = project.fold(source);
  if (edits.length === 0) return null;
  const text = new MagicString(module.text);
  // Ranges do not count a byte order mark.
  const shift = module.text.startsWith('\uFEFF') ? 1 : 0;
  for (const { range, text: written } of edits) {
    const [start, end] = [range[0] + shift, range[1] + shift];
    if (start === end) text.appendLeft(start, written);
    else text.overwrite(start, end, written);
  }
  const map = text.generateMap({ source: module.file, hires: 'boundary' });
  map.sourcesContent = [original];
  return { text: text.toString(), map, files };
}

/** In a template a folded call's quotes could end the attribute that it stands in: there it stays a call. */
function scriptOf({ file, text }: HostModule): { readonly file: string; readonly text: string } | null {
  const single = readSingleFile(file, text);
  return single === null ? null : { file: `${file}.${single.language}`, text: single.script };
}
