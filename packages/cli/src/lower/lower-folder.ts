import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createProjects } from '@taskroute/source';
import { lowerBuilt, type WrittenFile } from '@taskroute/source/built';
import { globSync } from 'tinyglobby';
import { CannotRun } from '../exit.ts';
import { bySite, siteOf } from '../survey/site.ts';
import type { Site } from '../survey/survey.ts';

/** A call that cannot be lowered. */
interface LowerFinding extends Site {
  readonly message: string;
}

/** What lowering a folder of built files comes to. Nothing is written yet. */
export interface LoweredFolder {
  /** How many built files there are. */
  readonly files: number;
  readonly lowered: readonly (Pick<Site, 'file'> & { readonly calls: number })[];
  readonly findings: readonly LowerFinding[];
  /** What is to be written where there is no finding. */
  readonly writes: readonly WrittenFile[];
}

/** Errors: `CannotRun` for what is no folder, or has no JavaScript in it. */
export function lowerFolder(root: string, folder: string, at: (done: number, of: number) => void): LoweredFolder {
  const files = builtFiles(root, folder);
  const projectOf = createProjects(undefined, root);
  const lowered: { readonly file: string; readonly calls: number }[] = [];
  const findings: LowerFinding[] = [];
  const writes: WrittenFile[] = [];
  for (const [index, file] of files.entries()) {
    at(index, files.length);
    const { calls, files: written, faults } = lowerBuilt(projectOf(file), file);
    if (calls > 0) lowered.push({ file: siteOf({ file, line: 1, column: 1 }, root).file, calls });
    findings.push(
      ...faults.map(({ place, reason, mend }) => ({ ...siteOf(place, root), message: `${reason}; ${mend}` })),
    );
    writes.push(...written);
  }
  return { files: files.length, lowered, findings: distinct(findings).sort(bySite), writes };
}

function builtFiles(root: string, folder: string): readonly string[] {
  const at = resolve(root, folder);
  if (statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CannotRun(`${folder} is no folder; name the one that tsc writes to, and build first`);
  // What is built is ignored by git as a rule: no .gitignore speaks here.
  const files = globSync('**/*.{js,mjs,cjs,jsx}', {
    cwd: at,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
  });
  if (files.length === 0) throw new CannotRun(`${folder} holds no JavaScript; build first`);
  return files.map((file) => resolve(file)).sort();
}

/** A source that is built twice, as ES modules and as CommonJS, is said once. */
function distinct(findings: readonly LowerFinding[]): LowerFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(Object.values(finding)), finding])).values()];
}
