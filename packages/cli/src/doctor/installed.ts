import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shownFile } from '../survey/site.ts';
import type { Check } from './check.ts';

/** One copy of a package. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  /** Where it was found, from the folder that was looked at; copies that are one by links are one. */
  readonly path: string;
}

/** What is looked for. Those of the first list bring their own copies of others, perhaps. */
const OURS = ['@taskroute/eslint-plugin', '@taskroute/unplugin', 'taskroute', '@taskroute/source'];
const OTHERS = ['@taskroute/router', 'typescript', 'eslint'];

/** Every copy that is found from some folders, and from the packages found there. By name, then by path. */
export function installedFrom(root: string, folders: readonly string[]): readonly Installed[] {
  const found = new Map<string, Installed>();
  const from = new Set(folders);
  for (const name of OURS) for (const folder of from) note(name, folder, from);
  for (const name of OTHERS) for (const folder of from) note(name, folder);
  return [...found.values()].sort((one, other) => (`${one.name} ${one.path}` < `${other.name} ${other.path}` ? -1 : 1));

  function note(name: string, folder: string, also?: Set<string>): void {
    const copy = copyOf(name, folder);
    if (copy === null) return;
    if (!found.has(copy.folder))
      found.set(copy.folder, { name, version: copy.version, path: shownFile(copy.place, root) });
    // A linter and a build read tables by their own copy of the router.
    if (name.startsWith('@taskroute/') || name === 'taskroute') also?.add(copy.folder);
  }
}

/** `folder` is the copy itself; `place` is where it was found, which may be a link. */
interface Copy {
  readonly folder: string;
  readonly place: string;
  readonly version: string;
}

function copyOf(name: string, folder: string): Copy | null {
  for (let at = folder; ; at = dirname(at)) {
    const place = join(at, 'node_modules', name);
    const version = versionIn(place);
    if (version !== null) return { folder: realpathSync(place), place, version };
    if (dirname(at) === at) return null;
  }
}

function versionIn(folder: string): string | null {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly version?: unknown;
    };
    return typeof version === 'string' ? version : null;
  } catch {
    return null;
  }
}

/** What is too old, and what is there in two versions. */
export function versionChecks(installed: readonly Installed[], node: string): readonly Check[] {
  const checks = [
    ...(isNode(node)
      ? []
      : [finding(`Node ${node} runs this`, 'take Node 20.19 or later of 20, 22.13 or later of 22, or 24 and later')]),
    ...installed.flatMap(({ name, version, path }) => {
      const least = LEAST[name];
      if (least === undefined || isAtLeast(version, least)) return [];
      return finding(`${name} is ${version} (${path})`, `take ${least.join('.')} or later`);
    }),
    ...[...OURS, ...OTHERS].filter((name) => name.includes('taskroute')).flatMap((name) => severalOf(name, installed)),
  ];
  const [first] = checks;
  if (first !== undefined) return checks;
  return [{ check: 'versions', status: 'ok', message: `Node ${node} and all that is installed go together` }];
}

function severalOf(name: string, installed: readonly Installed[]): readonly Check[] {
  const copies = installed.filter((each) => each.name === name);
  if (new Set(copies.map(({ version }) => version)).size < 2) return [];
  const list = copies.map(({ version, path }) => `${version} (${path})`).join(', ');
  return [
    finding(`${name} is there in several versions: ${list}`, 'bring them to one: what is checked may not be what runs'),
  ];
}

function finding(message: string, mend: string): Check {
  return { check: 'versions', status: 'finding', message, mend };
}

const LEAST: Readonly<Record<string, readonly [number, number]>> = { typescript: [5, 9], eslint: [9, 39] };

function isAtLeast(version: string, [leastMajor, leastMinor]: readonly [number, number]): boolean {
  const [major, minor] = numbersOf(version);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** As `engines` says. */
function isNode(version: string): boolean {
  const [major, minor] = numbersOf(version);
  return major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19);
}

function numbersOf(version: string): readonly [number, number] {
  const [, major = '0', minor = '0'] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  return [Number(major), Number(minor)];
}
