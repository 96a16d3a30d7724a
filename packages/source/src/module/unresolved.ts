import { asksOf, type Ask } from './asks.ts';
import { isDeclaredIn } from '../declare/declared-function.ts';
import type { Scene } from '../evaluate/evaluate.ts';
import { exportedNames } from './exported-names.ts';
import { exportOf, importOf } from './follow.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { memberOf } from '../evaluate/member.ts';
import { namesOf } from './module-exports.ts';
import { ROUTER_FUNCTIONS } from '../router/router-functions.ts';
import { placeOf } from '../text/parse.ts';
import { faultBehind, isRelative, resolve, ROUTER_PACKAGE } from './resolve.ts';
import { asking } from '../session.ts';
import { lostImports } from './lost-imports.ts';
import { unfollowed } from './unfollowed.ts';
import { flatMap, type Possible } from '../evaluate/value.ts';

/** What a module that is called a router hands on when it is one of ours: other libraries have routers too. */
const HANDED_ON = new Set(['router', 'tasks', 'default', '*']);

/** Imports that look like a router and lead nowhere: silence about them would be taken for a clean file. */
export function unresolvedRouters(scene: Scene): readonly Gap[] {
  const { session, module } = scene;
  // A declaration file calls nothing, and what it imports is often shipped as declarations alone.
  if (/\.d\.[cm]?ts$/.test(module.file)) return [];
  const findings: Gap[] = [];
  for (const ask of asksOf(module)) {
    if (!looksLikeRouter(ask)) continue;
    const problem = asking(session, true, () => problemOf(scene, ask));
    if (problem === null) continue;
    const reason = `imports ${JSON.stringify(ask.specifier)}, which looks like a router and ${problem}`;
    findings.push(gapAt(placeOf(module, ask.node), reason));
  }
  findings.push(...asking(session, true, () => lostImports(scene)));
  return findings;
}

/** The first import that means nothing while a configuration cannot be read: what it would have been is not known. */
export function hinderedImport({ session, module }: Scene): Gap | null {
  if (!session.caches.resolver.hindered || /\.d\.[cm]?ts$/.test(module.file)) return null;
  for (const { specifier, node } of asksOf(module)) {
    if (isRelative(specifier) || resolve(session, module.file, specifier) !== null) continue;
    const fault = faultBehind(session, module.file, specifier);
    if (fault !== '')
      return gapAt(placeOf(module, node), `imports ${JSON.stringify(specifier)}, which cannot be resolved${fault}`);
  }
  return null;
}

/** Whether any import of a text can look like a router, without a look at its tree: true as soon as a word of it is there. */
export function mayLookLikeRouter(text: string): boolean {
  return /\\u|\b(?:routeModel|getTier|decide|defineRouter)\b|router(?:\.[cm]?[jt]sx?)?['"`]/.test(text);
}

/** Whether an import would be one of a router, could it be resolved. */
function looksLikeRouter({ specifier, names, calls }: Ask): boolean {
  if (names.includes('routeModel') || calls.length > 0) return true;
  // Words that others use too.
  const common = names.filter((name) => ROUTER_FUNCTIONS.includes(name)).length;
  if (common > 1 || (common > 0 && /rout|model/i.test(specifier))) return true;
  const isNear = specifier.startsWith('.');
  // Other libraries have a `defineRouter` of their own.
  if (names.includes('defineRouter')) return isNear || specifier.startsWith(`${ROUTER_PACKAGE}/`);
  if (!isNear || !/[/-](?:model-)?router(?:\.[cm]?[jt]sx?)?$/.test(specifier)) return false;
  // No name at all is the module as a whole.
  return names.length === 0 || names.some((name) => HANDED_ON.has(name));
}

/** Why nothing can be known of what is imported, on whichever module of the way; null where it can. */
function problemOf(scene: Scene, ask: Ask): string | null {
  const { session, module } = scene;
  const { specifier, names, calls } = ask;
  const target = resolve(session, module.file, specifier);
  if (target === null) return `cannot be resolved${faultBehind(session, module.file, specifier)}`;
  if (target === ROUTER_PACKAGE || target.startsWith('node:') || isDeclaredIn(session, target)) return null;
  const exported = namesOf(session, target);
  if ('reason' in exported) return `cannot be read: ${exported.reason}`;
  for (const name of names) {
    const problem = problemOfName(scene, ask, target, name);
    if (problem !== null) return problem;
  }
  for (const path of calls) {
    const gap = unfollowed(reached(scene, ask, target, path));
    if (gap !== null) return `cannot be followed: ${path.join('.')} ${gap.reason}`;
  }
  return null;
}

function problemOfName({ session, module }: Scene, { node }: Ask, target: string, name: string): string | null {
  const isWhole = name === '*';
  if (!isWhole && !ROUTER_FUNCTIONS.includes(name) && !HANDED_ON.has(name)) return null;
  const possible = isWhole
    ? { values: [], gaps: exportedNames(session, target).gaps }
    : exportOf(session, target, name, placeOf(module, node));
  const gap = possible.values.length === 0 ? possible.gaps.find((each) => each.lost) : undefined;
  if (gap?.file === module.file && name !== 'default') return `exports no ${name}`;
  if (gap !== undefined && gap.file !== module.file)
    return `leads nowhere: what stands in ${nameOfFile(gap.file)} ${gap.reason}`;
  const other = ROUTER_FUNCTIONS.includes(name) ? unfollowed(possible) : null;
  return other === null ? null : `cannot be followed: ${name} ${other.reason}`;
}

/** What stands at the end of `default.routeModel`, from what a module is imported as. */
function reached({ session, module }: Scene, { node }: Ask, target: string, path: readonly string[]): Possible {
  const place = placeOf(module, node);
  const [first = '', ...rest] = path;
  return rest.reduce(
    (possible, key) => flatMap(possible, (value) => memberOf({ session }, value, key, place)),
    importOf(session, module.file, target, first, place),
  );
}

function nameOfFile(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
