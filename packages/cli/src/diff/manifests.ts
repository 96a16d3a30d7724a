import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { posix } from 'node:path';
import type { WrittenTree } from '../git/tree-writer.ts';

/** A package of the repository, as its `package.json` says. */
export interface Manifest {
  /** From the top of the repository; empty for the top itself. */
  readonly folder: string;
  readonly name: string | null;
  readonly text: string;
  /** Names that its users need too. */
  readonly needs: readonly string[];
  /** Those, and the ones for its development. */
  readonly asks: readonly string[];
  /** Whether a package manager puts all packages of the repository beside this one. */
  readonly isWorkspace: boolean;
  /** Files that an import of it means, from its folder: those of `exports`, else of `main`. */
  readonly entries: readonly string[];
}

/** A name that makes a folder of `node_modules`, and not one elsewhere. */
const NAME = /^(?:@[a-z0-9~_-][\w.~-]*\/)?[a-z0-9~_-][\w.~-]*$/i;

/** The conditions that an import is resolved under, as everywhere in taskroute. */
const CONDITIONS = ['node', 'import', 'require', 'default'];

export function isPackageName(name: string): boolean {
  return NAME.test(name);
}

/** What cannot be read says nothing. */
export function readManifests({ folder, files }: WrittenTree): readonly Manifest[] {
  return [...files].flatMap((file) => {
    if (posix.basename(file) !== 'package.json' || file.split('/').includes('node_modules')) return [];
    try {
      const text = readFileSync(join(folder, file), 'utf8');
      return manifestOf(posix.dirname(file), text, JSON.parse(text) as Readonly<Record<string, unknown>> | null);
    } catch {
      return [];
    }
  });
}

function manifestOf(folder: string, text: string, json: Readonly<Record<string, unknown>> | null): Manifest | [] {
  if (json === null) return [];
  const names = (field: string) => Object.keys(Object(json[field]) as object).filter(isPackageName);
  const needs = ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap(names);
  return {
    folder: folder === '.' ? '' : folder,
    name: typeof json['name'] === 'string' && isPackageName(json['name']) ? json['name'] : null,
    text,
    needs,
    asks: [...new Set([...needs, ...names('devDependencies')])],
    isWorkspace: json['workspaces'] !== undefined,
    entries: entriesOf(json),
  };
}

function entriesOf(json: Readonly<Record<string, unknown>>): readonly string[] {
  const { exports, module, main } = json;
  if (exports !== undefined) return targetsOf(exports);
  const [entry] = [module, main].filter((each) => typeof each === 'string');
  return [entry ?? 'index.js'];
}

/** Of the conditions of an export the first that holds is meant; of its subpaths and of a list, each. */
function targetsOf(exports: unknown): readonly string[] {
  if (typeof exports === 'string') return [exports];
  if (Array.isArray(exports)) return exports.flatMap(targetsOf);
  if (typeof exports !== 'object' || exports === null) return [];
  const entries = Object.entries(exports);
  if (entries.some(([key]) => key.startsWith('.'))) return entries.flatMap(([, target]) => targetsOf(target));
  const met = entries.find(([key]) => CONDITIONS.includes(key));
  return met === undefined ? [] : targetsOf(met[1]);
}
