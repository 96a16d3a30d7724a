import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a folder tells of the project that it belongs to. */
export interface ProjectKind {
  readonly isTyped: boolean;
  /** Whether a `.js` file is an ES module. */
  readonly isModule: boolean;
  /** Names in any of the manifest's lists of dependencies. */
  readonly dependencies: ReadonlySet<string>;
  readonly manager: Manager;
}

type Manager = 'npm' | 'pnpm' | 'yarn' | 'bun';

const LOCKFILES: readonly (readonly [string, Manager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
];

/** Errors: none; what cannot be read tells nothing. */
export function projectKindOf(root: string): ProjectKind {
  const manifest = manifestOf(root);
  const dependencies = new Set(
    ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((list) =>
      Object.keys(Object(manifest[list]) as object),
    ),
  );
  return {
    isTyped: existsSync(join(root, 'tsconfig.json')) || dependencies.has('typescript'),
    isModule: manifest['type'] === 'module',
    dependencies,
    manager: foldersAbove(root).flatMap(managerIn)[0] ?? 'npm',
  };
}

function managerIn(folder: string): readonly Manager[] {
  return LOCKFILES.flatMap(([file, manager]) => (existsSync(join(folder, file)) ? manager : []));
}

/** The nearest `package.json`. */
function manifestOf(root: string): Readonly<Record<string, unknown>> {
  for (const folder of foldersAbove(root)) {
    try {
      return Object(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))) as Record<string, unknown>;
    } catch {
      // None here, or none that can be read.
    }
  }
  return {};
}

/** A folder and those above it, up to the repository's root. */
export function foldersAbove(root: string): readonly string[] {
  const folders = [root];
  for (let at = root; !existsSync(join(at, '.git')) && dirname(at) !== at;) folders.push((at = dirname(at)));
  return folders;
}

const ADD = { npm: 'npm install', pnpm: 'pnpm add', yarn: 'yarn add', bun: 'bun add' } as const;
const ADD_FOR_WORK = {
  npm: 'npm install --save-dev',
  pnpm: 'pnpm add --save-dev',
  yarn: 'yarn add --dev',
  bun: 'bun add --dev',
} as const;

/** The commands that install what the manifest does not list. */
export function installCommands(
  { manager, dependencies }: ProjectKind,
  forUse: readonly string[],
  forWork: readonly string[],
): readonly string[] {
  const missing = (names: readonly string[]): readonly string[] => names.filter((name) => !dependencies.has(name));
  return [
    [ADD[manager], ...missing(forUse)],
    [ADD_FOR_WORK[manager], ...missing(forWork)],
  ].flatMap((words) => (words.length > 1 ? words.join(' ') : []));
}
