import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A compiler that is installed here. */
export interface Compiler {
  /** Its name in reports and in the baseline. */
  readonly name: 'TypeScript 6' | 'TypeScript 7';
  /** What comes after `node`. */
  readonly command: readonly string[];
}

export const TYPESCRIPT_6: Compiler = { name: 'TypeScript 6', command: [binary('typescript', 'tsc6')] };

/** One thread: in several, each counts what it builds for itself, and the sum differs from run to run. */
const TYPESCRIPT_7: Compiler = {
  name: 'TypeScript 7',
  command: [binary('typescript-native', 'tsc'), '--singleThreaded'],
};

export const COMPILERS: readonly Compiler[] = [TYPESCRIPT_7, TYPESCRIPT_6];

/** What one compilation cost. */
export interface Cost {
  readonly instantiations: number;
  readonly checkSeconds: number;
}

/** Compiles a folder. Errors: when the program does not compile, with the compiler's first words. */
export async function compile(compiler: Compiler, folder: string, ...more: readonly string[]): Promise<Cost> {
  const report = await output(compiler, ['--project', folder, '--extendedDiagnostics', ...more]);
  return { instantiations: figure(report, 'Instantiations'), checkSeconds: figure(report, 'Check time') };
}

async function output({ name, command }: Compiler, more: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [...command, ...more], { maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }; // what `execFile` rejects with
    throw new Error(`${name} refused a generated program: ${(stdout + stderr).slice(0, 2_000)}`, { cause: error });
  }
}

function figure(report: string, name: string): number {
  const found = new RegExp(`^${name}:\\s*([\\d.]+)`, 'm').exec(report)?.[1];
  if (found === undefined) throw new Error(`the compiler's report has no line '${name}':\n${report}`);
  return Number(found);
}

function binary(name: string, file: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return fileURLToPath(new URL(`bin/${file}`, `file://${manifest}`));
}
