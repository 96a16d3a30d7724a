import { readFileSync } from 'node:fs';
import { isBlanked } from '@taskroute/source/built';
import { fill } from './fill.ts';
import { hostModule } from './host-module.ts';
import { lower } from './lower.ts';
import { createProjects } from '@taskroute/source';
import { mayNeedLowering } from './typed-call.ts';

const projectOf = createProjects(undefined);

/**
 * The text of a typed file with its erased calls made real, be it as it is on the disk or what somebody has made of that.
 *
 * Errors: one plain error with every call that cannot be lowered.
 */
export function lowerText(file: string, text: string): string {
  const lowered = lowerTyped(file, text);
  if (lowered !== text) return lowered;
  const original = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (original === text || !mayNeedLowering(original)) return text;
  // What cannot be lowered is said first.
  const wanted = lowerTyped(file, original);
  return wanted === original || isBlanked(text, wanted) ? text : fill(projectOf(file), { file, text: original }, text);
}

function lowerTyped(file: string, text: string): string {
  return lower(projectOf(file), hostModule(file, text));
}
