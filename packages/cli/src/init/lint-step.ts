import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { addToFlatConfig } from '@taskroute/source/setup';
import { CannotRun, reasonOf } from '../exit.ts';
import { foldersAbove, type ProjectKind } from './project-kind.ts';
import { declarationsAbove } from './router-step.ts';
import type { InitStep } from './step.ts';

const PLUGIN = '@taskroute/eslint-plugin';

/** What becomes of ESLint's configuration. `routers` are the files that it is to name. */
export function lintStep(root: string, kind: ProjectKind, routers: readonly string[]): InitStep {
  const folders = foldersAbove(root);
  const flat = folders.flatMap((folder) => filesLike(folder, /^eslint\.config\.[cm]?[jt]s$/))[0];
  if (flat !== undefined) return editStep(flat, entryFor(dirname(flat), routers));
  const old = folders.flatMap((folder) => filesLike(folder, /^\.eslintrc(?:\.(?:[cm]?js|ya?ml|json))?$/))[0];
  const file = join(root, kind.isModule ? 'eslint.config.js' : 'eslint.config.mjs');
  const entry = entryFor(root, routers);
  if (old !== undefined)
    return byHand(file, `it would put ${basename(old)} out of use; move that one to it first`, entry);
  return { action: 'write', file, text: lintFile(kind.isTyped, entry) };
}

function editStep(file: string, entry: string): InitStep {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotRun(`${file} cannot be read (${reasonOf(error)})`);
  }
  const edit = addToFlatConfig(file, text, {
    specifier: PLUGIN,
    name: 'taskroute',
    write: (name) => entry.replace(/^taskroute/, name),
  });
  if (edit.kind === 'there') return { action: 'stands', file, reason: 'it has the plugin' };
  if (edit.kind === 'edited') return { action: 'edit', file, text: edit.text };
  return byHand(file, `it ${edit.reason}`, entry);
}

function byHand(file: string, reason: string, entry: string): InitStep {
  return { action: 'by-hand', file, reason, lines: [importLine(file), `${entry},`] };
}

function importLine(file: string): string {
  return file.endsWith('.cjs') ? `const taskroute = require('${PLUGIN}');` : `import taskroute from '${PLUGIN}';`;
}

/** With the routers named, so that it is right under `--cache` too. Their paths start where `taskroute.json` is, else at the configuration. */
function entryFor(folder: string, routers: readonly string[]): string {
  if (routers.length === 0) return 'taskroute.config()';
  const base = declarationsAbove(folder) ?? folder;
  const names = routers.map((file) => `'${relative(base, file).split(sep).join('/').replace(/['\\]/g, '\\$&')}'`);
  return `taskroute.config({ routers: [${names.join(', ')}] })`;
}

function lintFile(isTyped: boolean, entry: string): string {
  if (!isTyped) return `import taskroute from '${PLUGIN}';\n\nexport default [${entry}];\n`;
  return `import taskroute from '${PLUGIN}';
import parser from '@typescript-eslint/parser';

export default [
  { ignores: ['**/dist/'] },
  { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser } },
  ${entry},
];
`;
}

function filesLike(folder: string, name: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((each) => name.test(each))
    .sort()
    .map((each) => join(folder, each));
}
