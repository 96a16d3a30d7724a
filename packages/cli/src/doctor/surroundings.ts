import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pluginUses, type PluginUse } from '@taskroute/source/setup';
import { globSync } from 'tinyglobby';
import { filesBelow } from '../survey/files.ts';

/** A file with what it holds. */
interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** A script of a `package.json`. */
export interface Script {
  readonly file: string;
  readonly name: string;
  readonly command: string;
}

/** A file that uses the build plugin; `uses` is null where its text does not tell how. */
export interface Build extends TextFile {
  readonly uses: readonly PluginUse[] | null;
}

/** What stands around the code: files of hosts, and how they are run. */
export interface Surroundings {
  /** Files that use the build plugin. */
  readonly builds: readonly Build[];
  /** Configurations of ESLint. */
  readonly lints: readonly TextFile[];
  readonly scripts: readonly Script[];
  /** The folders with a `package.json`. */
  readonly packages: readonly string[];
}

/** Errors: none; a file that cannot be read is passed over: the survey says it. */
export function surroundingsOf(root: string): Surroundings {
  const files = filesBelow(root, ['.']).files;
  const texts = files.flatMap((file) => textFile(file));
  const manifests = globSync('**/package.json', {
    cwd: root,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  }).sort();
  return {
    builds: texts.flatMap(buildOf),
    lints: texts.filter(({ file }) => /[/\\]eslint\.config\.[cm]?[jt]s$/.test(file)),
    scripts: manifests.flatMap((file) => scriptsOf(resolve(file))),
    packages: manifests.map((file) => resolve(file, '..')),
  };
}

const PACKAGE = '@taskroute/unplugin';

function buildOf({ file, text }: TextFile): readonly Build[] {
  const uses = text.includes(`${PACKAGE}/`) ? pluginUses(file, text, PACKAGE) : [];
  return uses?.length === 0 ? [] : [{ file, text, uses }];
}

function textFile(file: string): readonly TextFile[] {
  try {
    return [{ file, text: readFileSync(file, 'utf8') }];
  } catch {
    return [];
  }
}

function scriptsOf(file: string): readonly Script[] {
  try {
    const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { readonly scripts?: unknown };
    return Object.entries(Object(scripts) as object).flatMap(([name, command]: [string, unknown]) =>
      typeof command === 'string' ? { file, name, command } : [],
    );
  } catch {
    return [];
  }
}
