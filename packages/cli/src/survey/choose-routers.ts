import { resolve } from 'node:path';
import { CannotRun } from '../exit.ts';
import { bySite, shownFile } from './site.ts';
import type { FoundRouter } from './survey.ts';

/**
 * The routers that `--router` names: all where it names none. Sorted by place.
 *
 * Errors: `CannotRun` where there is none, or none of that name.
 */
export function chooseRouters(
  routers: readonly FoundRouter[],
  root: string,
  name: string | undefined,
): readonly FoundRouter[] {
  const sorted = [...routers].sort((one, other) => bySite(one.place, other.place));
  if (sorted.length === 0)
    throw new CannotRun(
      'no router was found here; run this where defineRouter is called, declare a hand-written one in taskroute.json, or start with "taskroute init"',
    );
  if (name === undefined) return sorted;
  const [file = '', own] = name.includes('#') ? name.split('#') : [name, undefined];
  const found = sorted.filter((each) => {
    const isFile = each.file === resolve(root, file);
    return own === undefined ? isFile || each.name === name : isFile && each.name === own;
  });
  if (found.length > 0) return found;
  const known = sorted.map((each) => `${shownFile(each.file, root)}#${each.name}`).join(', ');
  throw new CannotRun(`no router is called ${name}; name one of ${known}`);
}
