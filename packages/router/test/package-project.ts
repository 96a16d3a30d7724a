import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Ended } from './run-node.ts';

/** The folder of this package. */
export const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

/** A user's project: it stands outside the workspace and has the built package among its dependencies. */
export interface Project {
  readonly folder: string;
  /** Runs one of its files with the workspace's Node. */
  readonly run: (file: string) => Promise<Ended>;
}

/** A project of these files, by name, until the end of the test. */
export async function projectOf(files: Readonly<Record<string, string>>): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'taskroute-project-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const scope = join(folder, 'node_modules/@taskroute');
  await mkdir(scope, { recursive: true });
  await symlink(PACKAGE, join(scope, 'router'));
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }\n', ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return { folder, run: (file) => runProcess(process.execPath, [file], folder) };
}

/** Runs a program to its end, whatever that is. */
export function runProcess(program: string, given: readonly string[], folder: string): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, given, { cwd: folder, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
