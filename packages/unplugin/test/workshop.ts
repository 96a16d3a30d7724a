import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The folder of this package. */
export const PACKAGE: string = fileURLToPath(new URL('..', import.meta.url));

/** The program that every host builds. */
export const SERVICE: string = join(PACKAGE, 'test/fixtures/service/src');

/** What a user has beside this package. */
const INSTALLED = [
  '@taskroute/router',
  'esbuild',
  'vite',
  'vitest',
  'vue',
  'tsx',
  'rolldown',
  'rollup',
  'rollup-plugin-esbuild',
  'ts-loader',
  'typescript',
  'webpack',
  '@rollup/plugin-node-resolve',
  '@rspack/core',
  '@vitejs/plugin-vue',
];

/** How a process ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder until the end of the test, with these files, in which this package and its hosts are installed. */
export function folderOf(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'taskroute-unplugin-')));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const scope of ['@taskroute', '@rollup', '@rspack', '@vitejs'])
    mkdirSync(join(folder, 'node_modules', scope), { recursive: true });
  symlinkSync(PACKAGE, join(folder, 'node_modules/@taskroute/unplugin'));
  for (const name of INSTALLED) symlinkSync(join(PACKAGE, 'node_modules', name), join(folder, 'node_modules', name));
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }\n', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A copy of the service, with more files among its sources. */
export function serviceWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderOf();
  cpSync(dirname(SERVICE), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'src', name), text);
  return folder;
}

/** Runs a program to its end, whatever that is. */
export function run(
  program: string,
  given: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', ...environment };
    execFile(program, given, { cwd: folder, env, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** What a built program prints. */
export function runBuilt(file: string): Promise<Ended> {
  return run(process.execPath, ['--enable-source-maps', file], dirname(file));
}

/** What a failure says. */
export async function messageOf(failing: Promise<unknown>): Promise<string> {
  return failing.then(
    () => 'nothing failed',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
